/** Numbers of chapters in English, articles, and numbers that only the titles around them tell. */
import { describe, expect, it } from 'vitest';
import { readAnyNumber, readNumbers } from '../../scripts/ingest/genre/bare-numbers.ts';
import { readNumber } from '../../scripts/ingest/genre/numbering.ts';
import { parseEnglishNumeral } from '../../scripts/ingest/genre/numerals.ts';

const read = (text: string) => {
  const mark = readNumber(text);
  return mark && [mark.style, mark.value, mark.rest];
};
const bare = (...texts: readonly string[]) =>
  readNumbers(texts.map((text) => ({ text, group: 'a' }))).map((mark) => mark && [mark.number, mark.rest]);

describe('numbers in English', () => {
  it('are figures, words, Roman numerals and letters', () => {
    expect(['4', 'IV', 'Four', 'TWELVE', 'D', 'x4'].map(parseEnglishNumeral)).toEqual([4, 4, 4, 12, 4, null]);
    expect(['TWENTYONE', 'Twenty-two', 'THIRTY NINE'].map(parseEnglishNumeral)).toEqual([21, 22, 39]);
  });

  it('stand behind Chapter, Part and Appendix, with a stop, a colon or a space behind them', () => {
    expect(read('Chapter 3 Methods')).toEqual(['chapter', 3, 'Methods']);
    expect(read('CHAPTER TWO')).toEqual(['chapter', 2, '']);
    expect(read('CHAPTER TWENTYONE FLOW')).toEqual(['chapter', 21, 'FLOW']);
    expect(read('Chapter Twenty Terms')).toEqual(['chapter', 20, 'Terms']);
    expect(read('Part II: Practice')).toEqual(['part', 2, 'Practice']);
    expect(read('Appendix C. Tables')).toEqual(['appendix', 3, 'Tables']);
    expect(read('Annex I – Scope')).toEqual(['appendix', 9, 'Scope']);
    expect(read('Article 5 Scope')).toEqual(['article', 5, 'Scope']);
  });

  it('are words of a sentence in small letters, or where no numeral follows', () => {
    expect(['chapter 3 deals with', 'Part of it', 'Appendix to it', 'Chapter and verse'].map(read)).toEqual(
      Array(4).fill(null),
    );
  });

  it('are Roman before a title, and letters else', () => {
    expect(read('IV. Results')).toEqual(['roman', 4, 'Results']);
    expect(read('I . Introduction')).toEqual(['roman', 1, 'Introduction']);
    expect(read('B. Results')).toEqual(['letter', 2, 'Results']);
  });
});

describe('articles', () => {
  it('are told from words that begin alike', () => {
    expect(read('第五条 适用范围')).toEqual(['article', 5, '适用范围']);
    expect(['第一条件', '第二条约'].map(read)).toEqual([null, null]);
  });
});

describe('numbers without a mark', () => {
  it('count where three titles count on from one', () => {
    expect(bare('一背景', '二 需求', '三平台')).toEqual([
      ['一', '背景'],
      ['二', '需求'],
      ['三', '平台'],
    ]);
    expect(bare('A Preamble', 'B Terms', 'C End')).toEqual([
      ['A', 'Preamble'],
      ['B', 'Terms'],
      ['C', 'End'],
    ]);
  });

  it('are words where two do, where one is missing, and where they are set otherwise', () => {
    expect(bare('一背景', '二需求')).toEqual([null, null]);
    expect(bare('一背景', '二需求', '四平台')).toEqual([null, null, null]);
    const groups = ['a', 'a', 'b'];
    const titles = ['一背景', '二需求', '三平台'].map((text, index) => ({
      text,
      group: groups[index] ?? '',
    }));
    expect(readNumbers(titles)).toEqual([null, null, null]);
  });

  it('leave those alone that have one', () => {
    expect(bare('1.甲', '一背景', '二需求', '三平台').map((each) => each?.[0])).toEqual([
      '1.',
      '一',
      '二',
      '三',
    ]);
  });

  it('that seem to count something count where the titles before and behind count on', () => {
    expect(bare('8 打印', '9时钟同步', '10 升级')[1]).toEqual(['9', '时钟同步']);
    expect(bare('7 打印', '9时钟同步', '10 升级')[1]).toBeNull();
    expect(bare('8 打印', '9时钟同步', '11 升级')[1]).toBeNull();
    expect(bare('8 打印', '9时钟同步')[1]).toBeNull();
    const [, mark] = readNumbers([
      { text: '8 打印', group: 'a' },
      { text: '9时钟同步', group: 'b' },
      { text: '10 升级', group: 'a' },
    ]);
    expect(mark).toBeNull();
  });

  it('are read by themselves where something else confirms them', () => {
    const any = (text: string) => readAnyNumber(text)?.rest;
    expect(['一、态势', 'A附录', '一背景', '9时钟', '态势'].map(any)).toEqual([
      '态势',
      '附录',
      '背景',
      '时钟',
      undefined,
    ]);
  });
});
