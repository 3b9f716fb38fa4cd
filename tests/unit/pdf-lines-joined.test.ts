import { describe, expect, it } from 'vitest';
import type { Inline } from '../../scripts/ingest/model/document.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { inlineText, joinLines, trimInlines } from '../../scripts/ingest/readers/pdf/lines/join-lines.ts';
import {
  dropStart,
  originsOf,
  paragraphOf,
} from '../../scripts/ingest/readers/pdf/lines/paragraph-of-lines.ts';
import { lineRunIds, runIdsOf } from '../../scripts/ingest/readers/pdf/lines/run-ids.ts';
import { wholeRows } from '../../scripts/ingest/readers/pdf/lines/whole-rows.ts';
import { line, page, run } from '../support/pdf-page-content.ts';

const joined = (...parts: readonly string[]): string =>
  inlineText(joinLines(parts.map((part, index) => line(part, 80, 100 + 24 * index))));
const text = (value: string): Inline => ({ type: 'text', value });

describe('where two lines meet', () => {
  it('puts no space before a stop that begins a line, but one before a number', () => {
    expect(joined('a proof', ', then')).toBe('a proof, then');
    expect(joined('a share of', '.5 or more')).toBe('a share of .5 or more');
  });

  it('a space stands between Latin words only', () => {
    expect([joined('甲乙', 'AI'), joined('AI', '甲乙'), joined('one', 'two'), joined('一', '')]).toEqual([
      '甲乙AI',
      'AI甲乙',
      'one two',
      '一',
    ]);
  });

  it('none stands in an address, but behind one that a stop has ended', () => {
    expect(joined('www.example.org/a', 'b')).toBe('www.example.org/ab');
    expect(joined('www.example.org/a.', 'See')).toBe('www.example.org/a. See');
    expect(joined('https://www.', 'example.org/a')).toBe('https://www.example.org/a');
    expect(joined(`https://example.org/${'a'.repeat(90)}`, 'b', 'c')).toMatch(/abc$/u);
  });

  it.each(['h', 'ht', 'htt', 'http', 'https', 'https:', 'https:/'])(
    'none stands in a scheme cut at %s',
    (cut) => {
      const address = 'https://example.org/a';
      expect(joined(`见[J].${cut}`, address.slice(cut.length))).toBe(`见[J].${address}`);
      expect(joined(`see ${cut}`, 'elsewhere')).toBe(
        cut.endsWith('/') ? `see ${cut}elsewhere` : `see ${cut} elsewhere`,
      );
    },
  );

  it('none stands in a number that is part of Chinese on both sides', () => {
    expect(joined('战略：2022-20', '30年》')).toBe('战略：2022-2030年》');
    expect(joined('规模1.2', '5亿元')).toBe('规模1.25亿元');
    expect(joined('规模达到 Windows 10', '30年')).toBe('规模达到Windows 10 30年');
    expect(joined('规模12', '5 GB')).toBe('规模12 5 GB');
    expect(joined('in 2022', '30 firms')).toBe('in 2022 30 firms');
  });

  it('none stands at a hyphen or slash, but at a dash between spaces', () => {
    expect([joined('data-', 'Driven'), joined('and/', 'or'), joined('A', 'one -', 'two')]).toEqual([
      'data-Driven',
      'and/or',
      'A one - two',
    ]);
    expect([joined('2020-', '2021'), joined('a', '-b')]).toEqual(['2020-2021', 'a -b']);
  });

  it('none stands behind a mark', () => {
    const marked = assembleLines([run('see', 80, 100), run('1', 98, 95, { size: 7 })]);
    expect(inlineText(joinLines([...marked, line('next', 80, 124)]))).not.toContain(' ');
  });
});

describe('inlines of lines', () => {
  it('are emphasis, links and strong text as the runs are set, and one where the style goes on', () => {
    const [first] = assembleLines([run('甲', 80, 100, { italic: true }), run('乙', 92, 100)], []);
    expect(joinLines([first!, line('丙', 80, 124)])).toEqual([
      { type: 'emphasis', children: [text('甲')] },
      text('乙丙'),
    ]);
    const url = 'https://example.org/';
    const linked = assembleLines(
      [run('甲', 80, 100)],
      [{ url, target: null, box: { x: 70, y: 90, width: 40, height: 20 } }],
    );
    expect(joinLines(linked)).toEqual([{ type: 'link', url, children: [text('甲')] }]);
    expect(joinLines([line('甲', 80, 100)], { isStrong: () => true })).toEqual([
      { type: 'strong', children: [text('甲')] },
    ]);
    expect(joinLines([line('甲', 80, 100, { bold: true })], { isStrong: () => false })).toEqual([text('甲')]);
  });

  it('are plain superscripts with their page, however they are set', () => {
    const mark = run('1', 92, 95, { size: 7, bold: true, italic: true, page: 3 });
    const marked = assembleLines([run('甲', 80, 100, { page: 3 }), mark]);
    expect(joinLines(marked)).toEqual([text('甲'), { type: 'superscript', children: [text('1')], page: 3 }]);
  });

  it('have no mark of a page where no labels are asked for, and an empty one where it has no label', () => {
    const lines = [line('甲', 80, 100), line('乙', 80, 100, { page: 2 })];
    expect(joinLines(lines)).toEqual([text('甲'), text('乙')]);
    expect(joinLines(lines, { labels: ['1'] })).toEqual([
      text('甲'),
      { type: 'pageMark', page: 2, label: '' },
      text('乙'),
    ]);
    expect(joinLines([])).toEqual([]);
  });

  it('are trimmed at both ends of all, not inside', () => {
    const strong: Inline = { type: 'strong', children: [text(' b ')] };
    expect(trimInlines([text(' a '), strong, text(' c ')])).toEqual([text('a '), strong, text(' c')]);
    expect(trimInlines([text(' '), strong, text('  ')])).toEqual([strong]);
  });
});

describe('what is dropped from the beginning', () => {
  const strong = (...children: readonly Inline[]): Inline => ({ type: 'strong', children });

  it('may end inside of an inline, and takes the white space behind it', () => {
    expect(dropStart([text('1. 甲')], 2)).toEqual([text('甲')]);
    expect(dropStart([strong(text('1. 甲')), text('乙')], 2)).toEqual([strong(text('甲')), text('乙')]);
    expect(dropStart([text('（'), text('一'), text('）甲'), text('乙')], 3)).toEqual([
      text('甲'),
      text('乙'),
    ]);
    expect(dropStart([text('1.'), strong(text(' 甲'))], 2)).toEqual([strong(text('甲'))]);
    expect(dropStart([text('1.')], 2)).toEqual([]);
  });

  it('is nothing where nothing is to be dropped, and never a page mark', () => {
    const mark: Inline = { type: 'pageMark', page: 2, label: '1' };
    expect(dropStart([strong(), text('甲')], 0)).toEqual([strong(), text('甲')]);
    expect(dropStart([mark, text('1.甲')], 2)).toEqual([mark, text('甲')]);
  });
});

describe('paragraphs of lines', () => {
  const lines = [line('  1.甲', 100, 100), line('乙丙丁', 80, 124), line('戊', 90, 60, { page: 2 })];

  it('have the box of their lines on each page, and its label', () => {
    expect(originsOf(lines, ['', 'ii'])).toEqual([
      { kind: 'pdf', page: 1, label: '', box: { x: 80, y: 89.44, width: 56, height: 36 } },
      { kind: 'pdf', page: 2, label: 'ii', box: { x: 90, y: 49.44, width: 12, height: 12 } },
    ]);
    expect(originsOf([line('甲', 80, 100, { page: 3 })], [])).toMatchObject([{ page: 3, label: '' }]);
  });

  it('are joined, without so many characters of their beginning', () => {
    expect(paragraphOf(lines, {}, 1).children).toEqual([text('.甲乙丙丁'), text('戊')]);
    expect(paragraphOf(lines, {}, 2).children).toEqual([text('甲乙丙丁'), text('戊')]);
    expect(paragraphOf(lines, {})).toMatchObject({
      type: 'paragraph',
      children: [text('1.甲乙丙丁'), text('戊')],
    });
  });
});

describe('runs of lines', () => {
  const runs = [run('甲', 80, 100), run('乙', 300, 100), run('丙', 80, 140)];

  it('are named once each', () => {
    const [first, second] = assembleLines([runs[0]!, run('注', 92, 94, { size: 6 }), runs[2]!]);
    expect(lineRunIds({ ...first!, spans: [...first!.spans, ...first!.spans] })).toHaveLength(2);
    expect(runIdsOf([first!, first!, second!])).toHaveLength(3);
  });

  it('make whole rows of the lines that are asked for, whatever their gaps', () => {
    const content = page(runs);
    const lines = assembleLines(runs);
    expect(wholeRows(content, lines.slice(0, 2)).map((each) => each.text)).toEqual(['甲乙']);
  });
});
