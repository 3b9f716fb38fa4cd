import { describe, expect, it } from 'vitest';
import type { Inline } from '../../scripts/ingest/model/document.ts';
import { findText, replaceInInlines, splitInlines } from '../../scripts/ingest/transforms/cut-inlines.ts';

const text = (value: string): Inline => ({ type: 'text', value });
const strong = (...children: Inline[]): Inline => ({ type: 'strong', children });
const page: Inline = { type: 'pageMark', page: 2, label: '1' };
const note: Inline = { type: 'noteReference', noteId: 'a' };

/** `甲[strong 乙]` for what is easier to read than JSON. */
function show(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.value === '' ? '‹›' : inline.value;
      return 'children' in inline ? `[${inline.type} ${show(inline.children)}]` : `(${inline.type})`;
    })
    .join('');
}

describe('splitInlines', () => {
  const inlines = [text('甲乙'), strong(text('丙丁')), text('戊')];
  const split = (offset: number): string =>
    splitInlines(inlines, offset)
      .map((half) => show(half))
      .join(' | ');

  it('cuts text in two, and a mark into two marks', () => {
    expect(split(1)).toBe('甲 | 乙[strong 丙丁]戊');
    expect(split(3)).toBe('甲乙[strong 丙] | [strong 丁]戊');
  });

  it('cuts between two inlines without leaving anything empty', () => {
    expect(split(2)).toBe('甲乙 | [strong 丙丁]戊');
    expect(split(4)).toBe('甲乙[strong 丙丁] | 戊');
  });

  it('leaves one side empty at either end', () => {
    expect(split(0)).toBe(' | 甲乙[strong 丙丁]戊');
    expect(split(5)).toBe('甲乙[strong 丙丁]戊 | ');
  });

  it('keeps marks at the cut with what is before them, and all after it behind them', () => {
    const [left, right] = splitInlines([text('甲'), note, page, text('乙'), note], 1);
    expect([show(left), show(right)]).toEqual(['甲(noteReference)(pageMark)', '乙(noteReference)']);
  });
});

describe('replaceInInlines', () => {
  const replace = (inlines: readonly Inline[], start: number, end: number, by: string): string =>
    show(replaceInInlines(inlines, start, end, by));

  it('gives the new text the marks of the first character that it replaces', () => {
    expect(replace([text('甲'), strong(text('乙丙'))], 0, 2, '新')).toBe('新[strong 丙]');
    expect(replace([strong(text('甲乙')), text('丙')], 1, 3, '新')).toBe('[strong 甲][strong 新]');
  });

  it('writes the new text once, however many inlines the old one goes over', () => {
    expect(replace([text('甲'), strong(text('乙')), text('丙丁')], 0, 3, '新')).toBe('新丁');
  });

  it('leaves nothing empty where the new text is empty', () => {
    expect(replace([text('甲'), strong(text('乙')), text('丙')], 1, 2, '')).toBe('甲丙');
    expect(replace([text('甲')], 0, 1, '')).toBe('');
  });

  it('keeps the marks of notes and pages inside and outside of what is replaced', () => {
    expect(replace([text('甲'), strong(text('乙'), page), text('丙')], 0, 2, '新')).toBe(
      '新[strong (pageMark)]丙',
    );
    const link: Inline = { type: 'link', url: 'https://example.org/', children: [note] };
    expect(replace([text('甲'), link], 0, 1, '新')).toBe('新[link (noteReference)]');
  });
});

describe('findText', () => {
  it('finds every place, white space on either side not counted', () => {
    expect(findText('甲 乙、甲乙、甲\n乙', '甲乙')).toEqual([
      [0, 3],
      [4, 6],
      [7, 10],
    ]);
    expect(findText('甲乙', ' 甲 乙 ')).toEqual([[0, 2]]);
    expect(findText('甲丙乙', '甲乙')).toEqual([]);
  });

  it('finds nothing where nothing is wanted', () => {
    expect(findText('甲', ' ')).toEqual([]);
  });

  it.each(['2024-2025', 'a/b', '(x)', 'a.b', '[1]', '{2}', 'a|b', '^$', 'C++', 'a?', '*', '\\d'])(
    'takes %s by its letters',
    (wanted) => {
      expect(findText(`甲${wanted}乙`, wanted)).toEqual([[1, 1 + wanted.length]]);
      expect(findText('甲ab20乙', wanted)).toEqual([]);
    },
  );
});
