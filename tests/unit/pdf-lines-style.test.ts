import { describe, expect, it } from 'vitest';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { darknessTest, styleKey, styleOfLine } from '../../scripts/ingest/readers/pdf/lines/line-style.ts';
import type { LineSpan, TextLine } from '../../scripts/ingest/readers/pdf/lines/text-line.ts';
import { line, page, run } from '../support/pdf-page-content.ts';

/** One line of runs in these fonts; ** marks a bold one. */
function mixed(...parts: readonly (readonly [text: string, font: string])[]): TextLine {
  let x = 80;
  const runs = parts.map(([text, font]) => {
    const made = run(text, x, 100, { fontName: font.replace('**', ''), bold: font.startsWith('**') });
    x += made.box.width;
    return made;
  });
  const [first] = assembleLines(runs);
  if (first === undefined) throw new Error('no line');
  return first;
}
const isBold = (span: LineSpan): boolean => span.bold;
const han = (count: number): string => '文'.repeat(count);

describe('the style of a line', () => {
  it('has its size to half a point', () => {
    expect([10.2, 10.3, 10.8].map((size) => styleOfLine(line('文', 80, 100, { size }), isBold).size)).toEqual(
      [10, 10.5, 11],
    );
  });

  it('is bold when eight tenths of its Han characters are', () => {
    expect(styleOfLine(mixed([han(8), '**A'], [han(2), 'A']), isBold).bold).toBe(true);
    expect(styleOfLine(mixed([han(7), '**A'], [han(2), 'A']), isBold).bold).toBe(false);
    expect(styleOfLine(mixed([han(2), '**A'], ['abcdefgh', 'A']), isBold).bold).toBe(true);
    expect(styleOfLine(mixed(['abcd', '**A']), isBold).bold).toBe(true);
  });

  it('has the font of most Han characters, or of all where there are none', () => {
    expect(styleOfLine(mixed([han(2), 'A'], [han(3), 'B'], ['abcdef', 'C']), isBold).font).toBe('B');
    expect(styleOfLine(mixed([han(3), 'A'], [han(3), 'B']), isBold).font).toBe('A');
    expect(styleOfLine(mixed(['ab', 'A'], ['cdef', 'B']), isBold).font).toBe('B');
  });

  it('is not that of marks', () => {
    const one = assembleLines([
      run('文文文文', 80, 100),
      run('注注注', 128, 94, { size: 6, fontName: 'B', bold: true }),
    ]);
    expect(one.map((each) => styleOfLine(each, isBold))).toMatchObject([{ font: 'FangSong', bold: false }]);
    const [first] = one;
    expect(styleOfLine({ ...first!, spans: [] }, isBold)).toEqual({ size: 12, bold: false, font: '' });
  });

  it('is one key for lines that are set alike', () => {
    expect(styleKey({ size: 10.5, bold: true, font: 'A' })).toBe('10.5|true|A');
  });
});

describe('dark spans of a document', () => {
  const darkOf = (lines: readonly TextLine[]) => {
    const test = darknessTest(lines, learnMeasures([page([])], [lines]));
    return (made: TextLine): readonly boolean[] => made.spans.map(test);
  };
  const isDark = (font: string, body = 'FangSong', ofBody = 90, own = 10): boolean | undefined => {
    const accent = mixed([han(own), font]);
    return darkOf([mixed([han(ofBody), body]), accent])(accent)[0];
  };

  it('are in a dark family beside a lighter body', () => {
    expect(
      ['SimHei', '微软雅黑', 'SourceHanSansCN', 'KaiTi', 'SongTi', 'SourceHanSerifCN', 'Garamond'].map(
        (font) => isDark(font),
      ),
    ).toEqual([true, true, true, false, false, false, false]);
    expect(isDark('SimHei', 'DengXian')).toBe(false);
    expect(isDark('FangSong')).toBe(false);
  });

  it('are in a font without a name that sets three tenths of the body at most', () => {
    expect([isDark('F2', 'F1', 70, 30), isDark('F2', 'F1', 69, 31), isDark('Ab1', 'F1')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(isDark('CIDFont+F3', 'F1')).toBe(true);
  });

  it('are told by characters of the body’s size', () => {
    const accent = mixed([han(10), 'F2']);
    const large = line(han(60), 80, 200, { size: 20, fontName: 'F2' });
    expect(darkOf([mixed([han(90), 'F1']), accent, large])(accent)).toEqual([true]);
    const caption = line(han(4), 80, 200, { size: 20, fontName: 'F9' });
    expect(darkOf([mixed([han(90), 'F1']), caption])(caption)).toEqual([false]);
    expect(darkOf([mixed([han(90), 'F1'], ['abc', 'F9']), caption])(caption)).toEqual([false]);
  });

  it('hold Han characters, unless their font is bold', () => {
    const body = mixed([han(90), 'FangSong']);
    const accent = mixed([han(10), 'SimHei'], ['abc', 'SimHei2'], ['def', '**Times']);
    expect(darkOf([body, accent, mixed(['甲', 'SimHei2'])])(accent)).toEqual([true, false, true]);
  });

  it('are no bold ones where more than half of the body is bold', () => {
    const bold = mixed([han(10), '**FangSong']);
    const lead = mixed(['甲', '**KaiTi'], ['abc', 'Times']);
    const shares = (boldLines: number, plain: number) =>
      darkOf(
        [...Array.from({ length: boldLines }, () => bold), mixed([han(plain), 'FangSong']), lead].slice(
          0,
          -1,
        ),
      )(bold);
    expect([shares(1, 10), shares(1, 9), shares(0, 10)]).toEqual([[true], [false], [true]]);
  });
});
