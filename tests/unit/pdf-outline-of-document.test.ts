import { describe, expect, it } from 'vitest';
import { readNumber } from '../../scripts/ingest/genre/numbering.ts';
import type { ContentsLine } from '../../scripts/ingest/readers/pdf/furniture/contents-pages.ts';
import {
  contentsMessages,
  contentsOfDocument,
} from '../../scripts/ingest/readers/pdf/outline/contents-of-document.ts';
import { NO_OUTLINE } from '../../scripts/ingest/readers/pdf/outline/find-headings.ts';
import type { Outline } from '../../scripts/ingest/readers/pdf/outline/find-headings.ts';

type Found = Pick<Outline['entries'][number], 'found' | 'labelAgrees'>;

const outline = (...entries: readonly (readonly [text: string, label: string, found: Found])[]): Outline => ({
  ...NO_OUTLINE,
  entries: entries.map(([text, label, found]) => {
    const entry: ContentsLine = { text, label, indent: 90, page: 1, target: null, list: 'headings' };
    return { entry, number: readNumber(text), level: 2, ...found };
  }),
});
const GOOD = { found: true, labelAgrees: true };
const ELSEWHERE = { found: true, labelAgrees: false };
const MISSING = { found: false, labelAgrees: false };

describe('the contents of a document', () => {
  it('have numbers apart from titles', () => {
    expect(contentsOfDocument(outline(['一、态势', '3', GOOD], ['前言', '', GOOD]))).toEqual([
      { level: 2, number: '一、', title: '态势', label: '3' },
      { level: 2, number: '', title: '前言', label: '' },
    ]);
  });

  it('agree with the body in one message, and not at all where there are none', () => {
    const all = contentsMessages(outline(['一、态势', '3', GOOD], ['前言', '', GOOD]));
    expect(all.map(({ severity, reason }) => [severity, reason.includes('All 2 entries')])).toEqual([
      ['info', true],
    ]);
    expect(contentsMessages(NO_OUTLINE)).toEqual([]);
  });

  it('are named one by one where they do not agree', () => {
    const wrong = contentsMessages(
      outline(
        ['一、态势', '3', GOOD],
        ['二、布局', '5', ELSEWHERE],
        ['三、问题', '', MISSING],
        ['四、建议', '7', MISSING],
      ),
    );
    expect(wrong.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
    const said = [
      ['二、布局', 'does not stand on page 5'],
      ['三、问题', 'on page ?'],
      ['四、建议', 'on page 7'],
    ];
    for (const [index, words] of said.entries())
      for (const word of words) expect(wrong[index]?.reason).toContain(word);
    const agreed = contentsMessages(outline(['一、态势', '', { found: false, labelAgrees: true }]));
    expect(agreed.map(({ severity }) => severity)).toEqual(['warning']);
  });
});
