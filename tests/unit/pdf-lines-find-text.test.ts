/** Where the lines are that say just a title: what entries of contents and bookmarks are looked for with. */
import { describe, expect, it } from 'vitest';
import { endOfText, placesOfTitle, searchedLines } from '../../scripts/ingest/readers/pdf/lines/find-text.ts';

/** The places of a title among lines: [from, to]. */
function places(title: string, texts: readonly string[]) {
  const lines = searchedLines(texts.map((text) => ({ text })));
  return placesOfTitle(title, lines, { from: 0, to: lines.length }).map(({ from, to }) => [from, to]);
}

describe('a title that is looked for', () => {
  it('is found without its number where it has four characters, and nowhere with it', () => {
    expect(places('一、总体态势', ['总体态势', '一、总体态势'])).toEqual([[1, 2]]);
    expect(places('一、总体态势', ['正文', '总体态势'])).toEqual([[1, 2]]);
    expect(places('一、总体势', ['正文', '总体势'])).toEqual([]);
  });

  it('is found behind the same number in another form, however short it is', () => {
    expect(places('1 简介', ['第二章简介', '第一章简介'])).toEqual([[1, 2]]);
    expect(places('12编程', ['Chapter 12', '编程'])).toEqual([[0, 2]]);
    expect(places('A附录', ['Appendix A', '附录'])).toEqual([[0, 2]]);
    expect(places('2.1 背景', ['第一节 背景', '第二节 背景'])).toEqual([[0, 1]]);
    expect(places('2.1 背景', ['3.1背景', '2.1. 背景'])).toEqual([[1, 2]]);
  });

  it('is found behind any number where it has none itself', () => {
    expect(places('背景', ['正文', '第三章 背景'])).toEqual([[1, 2]]);
    expect(places('背景', ['背景', '第三章 背景'])).toEqual([[0, 1]]);
    expect(places('2021年调查', ['附件', '2021年调查'])).toEqual([[1, 2]]);
    expect(places('附件：2021年调查', ['附件', '2021年调查'])).toEqual([[1, 2]]);
  });

  it('is found in all places of the surest form', () => {
    expect(places('一、总体态势', ['一、总体态势', '总体态势', '一、总体', '态势'])).toEqual([
      [0, 1],
      [2, 4],
    ]);
  });
});

describe('the words of a title', () => {
  const lines = (...texts: readonly string[]) => searchedLines(texts.map((text) => ({ text })));

  it('may take four lines, and nothing else stands between or behind them', () => {
    const five = lines(...'甲乙丙丁戊');
    expect(['甲', '甲乙丙丁', '甲乙丙丁戊', '甲丙'].map((key) => endOfText(five, 0, key))).toEqual([
      1,
      4,
      null,
      null,
    ]);
    expect([endOfText(five, 3, '丁戊'), endOfText(five, 3, '丁戊己'), endOfText(five, 4, '甲')]).toEqual([
      5,
      null,
      null,
    ]);
    expect(endOfText(lines('甲', '', '', '', ''), 0, '甲乙')).toBeNull();
  });
});
