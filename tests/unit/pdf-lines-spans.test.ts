import { describe, expect, it } from 'vitest';
import type { GlyphRun, LinkArea } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { spansOfRuns } from '../../scripts/ingest/readers/pdf/lines/line-spans.ts';
import { run } from '../support/pdf-page-content.ts';

/** Spans of runs in a line of ten points on the baseline 100. */
const spans = (runs: readonly GlyphRun[], links: readonly LinkArea[] = []) =>
  spansOfRuns(runs, 10, 100, links);
const at = (text: string, x: number, style: Partial<GlyphRun> & { readonly y?: number } = {}) => {
  const { y = 100, ...rest } = style;
  return run(text, x, y, { size: 10, ...rest });
};
const texts = (...runs: readonly GlyphRun[]) => spans(runs).map(({ text }) => text);

describe('spaces', () => {
  it('are gaps of seventeen hundredths of an em between Latin words, of the smaller', () => {
    expect(texts(at('ab', 80), at('cd', 91.75))).toEqual(['ab cd']);
    expect(texts(at('ab', 80), at('cd', 91.65))).toEqual(['abcd']);
    expect(texts(at('ab', 80), at('cd', 91, { size: 5 }))).toEqual(['ab ', 'cd']);
  });

  it('are drawn ones between Latin words, none beside Chinese', () => {
    expect(texts(at('ab', 80), at(' ', 90), at('cd', 90))).toEqual(['ab cd']);
    expect(texts(at('甲 ', 80), at('乙', 105), at('c', 130), at(' 丙', 135))).toEqual(['甲乙c丙']);
    expect(texts(at(' ', 80), at('ab', 85))).toEqual(['ab']);
  });

  it('are drawn ones beside dashes and quotation marks of Latin text, not of Chinese', () => {
    expect(texts(at('ab – cd', 80))).toEqual(['ab – cd']);
    expect(texts(at('ab “cd” ef', 80))).toEqual(['ab “cd” ef']);
    expect(texts(at('ab “ 甲” ef', 80))).toEqual(['ab“甲”ef']);
    expect(texts(at('甲 – cd', 80))).toEqual(['甲–cd']);
    expect(texts(at('ab – 乙', 80))).toEqual(['ab–乙']);
  });

  it('do not stand before a mark, unless they are drawn', () => {
    const mark = { size: 6, y: 96 };
    expect(texts(at('ab', 80), at('1', 95, mark))).toEqual(['ab', '1']);
    expect(texts(at('ab', 80), at(' ', 90), at('1', 95, mark))).toEqual(['ab ', '1']);
  });
});

describe('a glyph of another font', () => {
  /** 甲 and 乙 of one run with a gap between, as wide as half an em unless said. */
  const gapped = (gap = 5): GlyphRun => ({
    ...at('甲乙', 80),
    starts: [80, 90 + gap],
    ends: [90, 100 + gap],
  });
  const colon = (x: number, width: number): GlyphRun => ({
    ...at('∶', x, { fontName: 'Symbol' }),
    ends: [x + width],
  });

  it('stands in the gap that an earlier run left for it', () => {
    expect(texts(gapped(), colon(90, 5))).toEqual(['甲', '∶', '乙']);
    expect(texts(gapped(), colon(89, 7))).toEqual(['甲', '∶', '乙']);
  });

  it('stands behind the run where there is no gap, or one much narrower', () => {
    expect(texts(gapped(0), colon(89, 2))).toEqual(['甲乙', '∶']);
    expect(texts(gapped(2.4), colon(89.4, 5))).toEqual(['甲乙', '∶']);
  });
});

describe('stops', () => {
  it('have no space before them, whatever is drawn, but before a number or a name', () => {
    expect(texts(at('I .  Introduction', 80))).toEqual(['I. Introduction']);
    expect(texts(at('ab', 80), at(', cd', 95))).toEqual(['ab, cd']);
    expect(texts(at('the .NET', 80))).toEqual(['the .NET']);
    expect(texts(at('a . . . 5', 80))).toEqual(['a . . . 5']);
  });
});

describe('raised spans', () => {
  const isRaised = (size: number, y: number) => spans([at('a', 80, { size, y })])[0]?.raised;

  it('are small and an eighth of an em higher, or clearly higher', () => {
    expect([isRaised(8.6, 98.79), isRaised(8.6, 98.81), isRaised(8.7, 98.79)]).toEqual([true, false, false]);
    expect([isRaised(8.7, 96.99), isRaised(8.7, 97.01), isRaised(6, 103)]).toEqual([true, false, false]);
  });
});

describe('stretches of one style', () => {
  it('are one span whatever runs they are made of, with the place and the runs of all', () => {
    const runs = [at('甲乙', 80), at('丙', 100)];
    expect(spans(runs)).toMatchObject([
      { text: '甲乙丙', from: 80, to: 110, size: 10, runIds: runs.map(({ id }) => id) },
    ]);
  });

  it.each<Partial<GlyphRun>>([
    { bold: true },
    { italic: true },
    { fontName: 'KaiTi' },
    { color: '#ff0000' },
    { size: 10.2 },
  ])('end where %o begins', (style) => {
    expect(texts(at('甲', 80), at('乙', 90, style))).toEqual(['甲', '乙']);
  });

  it('take sizes for one that differ by less than a tenth of a point, and end at a mark', () => {
    expect(texts(at('甲', 80), at('乙', 90, { size: 10.05 }))).toEqual(['甲乙']);
    expect(texts(at('甲', 80), at('乙', 90, { y: 96 }))).toEqual(['甲', '乙']);
  });
});

describe('links', () => {
  const area = (x: number, width: number, y = 90, height = 12, url = 'https://example.org/'): LinkArea => ({
    url,
    target: null,
    box: { x, y, width, height },
  });
  const linked = (link: LinkArea) =>
    spans([at('甲乙丙', 80)], [link])
      .filter(({ url }) => url !== '')
      .map(({ text }) => text)
      .join('');

  it('lie over the glyphs whose middle is in their area', () => {
    expect([
      linked(area(85, 20)),
      linked(area(85.1, 20)),
      linked(area(85, 19.9)),
      linked(area(75, 10)),
    ]).toEqual(['甲乙丙', '乙丙', '甲乙', '甲']);
  });

  it('lie as high as the middle of the line', () => {
    expect([
      linked(area(80, 30, 96, 5)),
      linked(area(80, 30, 96.1, 5)),
      linked(area(80, 30, 90, 6)),
      linked(area(80, 30, 90, 5.9)),
    ]).toEqual(['甲乙丙', '', '甲乙丙', '']);
  });

  it('that lead nowhere outside of the file are not looked at', () => {
    const inside = area(80, 30, 90, 12, '');
    expect(spans([at('甲', 80)], [inside, area(80, 30)])[0]?.url).toBe('https://example.org/');
    expect(spans([at('甲', 80)], [inside])[0]?.url).toBe('');
  });
});
