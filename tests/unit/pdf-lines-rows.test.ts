import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { run } from '../support/pdf-page-content.ts';

/** A run of 10 points, unless told otherwise: ems are tens. */
const at = (text: string, x: number, y: number, style: Partial<GlyphRun> = {}) =>
  run(text, x, y, { size: 10, ...style });
const small = (text: string, x: number, y: number, size = 6) => run(text, x, y, { size });
const texts = (...runs: readonly GlyphRun[]): readonly string[] =>
  assembleLines(runs).map(({ text }) => text);

describe('runs on one baseline', () => {
  it('are a line when their baselines differ by a fifth of an em of the smaller, not by more', () => {
    expect(texts(at('甲', 80, 100), at('乙', 90, 102))).toEqual(['甲乙']);
    expect(texts(at('甲', 80, 100), at('乙', 90, 102.1))).toEqual(['甲', '乙']);
    expect(texts(at('甲', 80, 100), at('乙', 120, 103, { size: 20 }))).toEqual(['甲', '乙']);
  });

  it('are measured by the largest of them', () => {
    expect(
      texts(small('甲', 80, 100, 8), at('乙', 88, 101, { size: 12 }), at('丙', 100, 103, { size: 12 })),
    ).toEqual(['甲乙丙']);
    expect(
      texts(at('甲', 80, 100, { size: 12 }), small('乙', 92, 101.6, 8), at('丙', 100, 103, { size: 12 })),
    ).toHaveLength(2);
    expect(texts(at('甲', 80, 100), at('乙', 90, 101.9), at('丙', 100, 103.5))).toEqual(['甲乙', '丙']);
  });

  it('are those that stand upright', () => {
    expect(
      texts(at('甲', 80, 100), at('乙', 90, 100, { rotation: 90 }), at('丙', 100, 100, { vertical: true })),
    ).toEqual(['甲']);
  });

  it('part at two and a half ems of the larger, and small type is measured by its row', () => {
    expect(texts(at('甲', 80, 100), at('乙', 115, 100))).toEqual(['甲', '乙']);
    expect(texts(at('甲', 80, 100), at('乙', 114.9, 100))).toEqual(['甲乙']);
    expect(texts(at('甲', 80, 100), small('乙', 110, 100))).toEqual(['甲乙']);
    expect(assembleLines([at('甲', 80, 100), at('乙', 400, 100)], [], Infinity)).toHaveLength(1);
  });

  it('come from left to right although the right one stands a hair higher, rows from top to bottom', () => {
    expect(texts(at('乙', 300, 99), at('甲', 80, 100))).toEqual(['甲', '乙']);
    expect(texts(at('丙', 80, 120), at('乙', 300, 103), at('甲', 320, 100))).toEqual(['甲', '乙', '丙']);
  });
});

describe('squeezed punctuation', () => {
  it('stays in drawing order when it steps back by less than a quarter of an em', () => {
    expect(texts(at('好', 80, 100), at('。', 100, 100), at('”', 98.5, 100))).toEqual(['好。”']);
    expect(texts(at('好', 80, 100), at('。', 100, 100), at('”', 97.5, 100))).toEqual(['好”。']);
    expect(texts(at('。', 100, 100, { size: 20 }), at('”', 97, 100))).toEqual(['”。']);
    expect(texts(at('1', 100, 100), at('2', 102, 100))).toEqual(['12']);
  });
});

describe('marks off the baseline', () => {
  const body = () => at('正文', 80, 100);

  it('belong to a line when they are smaller than it, a number by itself may be larger', () => {
    expect(texts(body(), small('标', 100, 97, 8.6))).toEqual(['正文标']);
    expect(texts(body(), small('标', 100, 97, 8.7))).toHaveLength(2);
    expect(texts(body(), small('1', 100, 95, 12.4))).toEqual(['正文1']);
    expect(texts(body(), small('1', 100, 95, 12.5))).toHaveLength(2);
    expect(texts(body(), small('1', 100, 97, 10), small('2', 400, 97, 10))).toHaveLength(3);
  });

  it('are raised by three quarters of an em at most, or lowered by a third', () => {
    expect(texts(body(), small('1', 100, 92.5))).toEqual(['正文1']);
    expect(texts(body(), small('1', 100, 92.4))).toHaveLength(2);
    expect(texts(body(), small('2', 100, 103.5))).toEqual(['正文2']);
    expect(texts(body(), small('2', 100, 103.6))).toHaveLength(2);
  });

  it('stand at most eight tenths of an em beside it, on either side', () => {
    expect(texts(body(), small('1', 108, 97))).toEqual(['正文1']);
    expect(texts(body(), small('1', 108.1, 97))).toHaveLength(2);
    expect(texts(body(), small('1', 69, 97))).toEqual(['1正文']);
    expect(texts(body(), small('1', 68.9, 97))).toHaveLength(2);
  });

  it('stand beside a glyph that is not much smaller than they are', () => {
    expect(texts(body(), small('小', 115, 100, 4), small('1', 120, 97))).toHaveLength(2);
    expect(texts(body(), small('小', 115, 100, 5), small('1', 120, 97))).toEqual(['正文小1']);
  });

  it('go with the line above whose marks they stand nearer to', () => {
    expect(texts(at('甲', 80, 100), small('1', 90, 103), at('乙', 80, 110))).toEqual(['甲', '乙1']);
    expect(texts(at('甲', 80, 100), small('1', 90, 102), at('大', 80, 117, { size: 20 }))).toEqual([
      '甲1',
      '大',
    ]);
  });

  it('look for their line among three rows above and three below', () => {
    const between = (ys: readonly number[], size: number) =>
      ys.map((y, index) => small('注', 400 + 40 * index, y, size));
    expect(texts(small('1', 100, 95), ...between([96.2, 97.4], 5), body())).toContain('正文1');
    expect(texts(small('1', 100, 95), ...between([96.2, 97.4, 98.6], 5), body())).toContain('正文');
    expect(texts(body(), ...between([100.7, 101.4], 3), small('1', 100, 103.4))).toContain('正文1');
    expect(texts(body(), ...between([100.7, 101.4, 102.1], 3), small('1', 100, 103.4))).toContain('正文');
  });

  it('look there whatever was drawn between', () => {
    const far = [200, 240, 280, 320].map((y) => at('远', 80, y));
    expect(texts(body(), ...far, small('1', 100, 95))).toContain('正文1');
  });

  it('leave the rest of their row where it is', () => {
    const lines = assembleLines([small('1', 100, 97), at('旁', 400, 96), body()]);
    expect(lines.map(({ text, baseline }) => [text, baseline])).toEqual([
      ['旁', 96],
      ['正文1', 100],
    ]);
  });
});

describe('a line', () => {
  it('has the size and baseline of most of its ink, the first of equals', () => {
    const [line] = assembleLines([
      small('1', 74, 95),
      at('正文正文', 80, 100),
      at('大', 120, 101, { size: 14 }),
    ]);
    expect(line).toMatchObject({ size: 10, baseline: 100 });
    expect(assembleLines([at('甲', 80, 100), at('乙', 90, 101, { size: 12 })])[0]).toMatchObject({
      size: 10,
      baseline: 100,
    });
  });

  it('is as high as its text without its marks, and as wide as all of it', () => {
    const runs = [
      at('正文字', 80, 100),
      small('1', 110, 93),
      at('大', 113, 100, { size: 12 }),
      small('2', 77, 93),
    ];
    const [line] = assembleLines(runs);
    expect(line!.box.x).toBe(77);
    expect(line!.box.width).toBe(48);
    expect(line!.box.y).toBeCloseTo(100 - 0.88 * 12);
    expect(line!.box.height).toBe(12);
    expect(line!.id).toBe(runs[0]!.id);
  });

  it('has the page and the tag of what it begins with', () => {
    const [line] = assembleLines([
      at('甲', 80, 100, { page: 3, tag: 'H1' }),
      at('乙', 90, 100, { page: 3, tag: 'P' }),
    ]);
    expect(line).toMatchObject({ page: 3, tag: 'H1' });
  });
});

describe('glyphs of the size of their line, off its baseline', () => {
  const word = (drop: number, from = 97, glyphs = '乙') =>
    texts(at('甲甲', 80, 100), at(glyphs, from, 100 + drop), at('丙丙丙', 100 + 10 * glyphs.length, 100));

  it('fill the gap that a line has for them, a little over its sides or away from them', () => {
    expect(word(2.5)).toEqual(['甲甲乙丙丙丙']);
    expect(word(3.5)).toEqual(['甲甲乙丙丙丙']);
    expect(word(2.5, 103)).toEqual(['甲甲乙丙丙丙']);
  });

  it('are lines of their own where they stand lower, away from one side, or are many', () => {
    expect(word(3.6)).toHaveLength(2);
    expect(word(2.5, 104)).toHaveLength(2);
    expect(word(2.5, 100, '乙乙乙')).toHaveLength(1);
    expect(word(2.5, 100, '乙乙乙乙')).toContain('乙乙乙乙');
  });

  it('never draw the longer row to themselves', () => {
    const rows = texts(
      at('乙', 80, 102.5),
      at('甲甲甲', 90, 100),
      at('乙', 120, 102.5),
      at('丙丙', 130, 100),
    );
    expect(rows).toContain('甲甲甲乙丙丙');
  });
});
