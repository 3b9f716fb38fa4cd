import { describe, expect, it } from 'vitest';
import type { Chapter } from '../../scripts/ingest/model/book.ts';
import type { Block } from '../../scripts/ingest/model/document.ts';
import { listPassages } from '../../scripts/ingest/transforms/find-evidence.ts';
import { identifyBlocks } from '../../scripts/ingest/transforms/identify-blocks.ts';
import { blockTargets } from '../../scripts/ingest/transforms/link-targets.ts';
import { heading, INVENTED_BODY, paragraph } from '../support/invented-document.ts';

const { origins } = paragraph('');
const list = (...children: Block[]): Block => ({
  type: 'list',
  ordered: false,
  origins,
  items: [{ marker: '●', children }],
});

/** The ids of the passages of one chapter of these blocks; targets are numbered from 1. */
function passages(matter: Chapter['matter'], ...blocks: Block[]): readonly string[] {
  const ids = new Map(
    blockTargets(blocks, '').map(({ key, letter }, index) => [key, `${letter}${index + 1}` as const]),
  );
  const children = identifyBlocks(blocks, (key) => ids.get(key));
  const chapter = { id: 's99', slug: 'a', number: '', title: '', complete: true, origins } as const;
  return listPassages([{ ...chapter, matter, children }]).map(({ id }) => id);
}

describe('listPassages', () => {
  it('takes the paragraphs of the body, and of nothing else', () => {
    expect(passages('body', heading(2, '', '甲'), paragraph('乙'), paragraph('丙'))).toEqual(['p2', 'p3']);
    expect(passages('front', paragraph('乙'))).toEqual([]);
    expect(passages('back', paragraph('乙'))).toEqual([]);
    const exhibits = INVENTED_BODY.filter(({ type }) => type === 'figure' || type === 'table');
    expect(passages('body', ...exhibits)).toEqual([]);
  });

  it('finds them in quotations and boxes', () => {
    const box: Block = { type: 'callout', title: [], children: [paragraph('甲')], origins };
    expect(passages('body', box, { type: 'quote', children: [paragraph('乙')], origins })).toEqual([
      'p2',
      'p3',
    ]);
  });

  it('takes an item by what it begins with, and leaves what follows in it', () => {
    expect(passages('body', list(paragraph('甲'), paragraph('乙')))).toEqual(['p1']);
    expect(passages('body', list(list(paragraph('甲'))))).toEqual(['p2']);
    expect(passages('body', list(paragraph('甲'), list(paragraph('乙'))))).toEqual(['p1']);
  });
});
