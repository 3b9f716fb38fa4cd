import { describe, expect, it } from 'vitest';
import {
  countIdeographs,
  countInk,
  firstCharacter,
  isSpaced,
  isWordCharacter,
  lastCharacter,
} from '../../scripts/ingest/genre/character-class.ts';
import { isUnnumberedEntry } from '../../scripts/ingest/genre/contents-entry.ts';
import { isDateLine, isoDate } from '../../scripts/ingest/genre/dates.ts';
import { startsWithMeasure, startsWithUnit } from '../../scripts/ingest/genre/measure-words.ts';
import { decimalDepth, readNumber } from '../../scripts/ingest/genre/numbering.ts';
import { parseChineseNumeral, parseNumeral, parseRoman } from '../../scripts/ingest/genre/numerals.ts';

describe('characters', () => {
  it('are counted apart from white space, and Han ones apart from others', () => {
    expect(['', 'a 甲　乙\n', '𠀀'].map(countInk)).toEqual([0, 3, 1]);
    expect(['', 'a 甲乙，', '𠀀々〇'].map(countIdeographs)).toEqual([0, 2, 3]);
  });

  it('are whole at both ends of a text, also those of two units', () => {
    expect(['', '甲乙', '𠀀a', '\0a'].map(firstCharacter)).toEqual(['', '甲', '𠀀', '\0']);
    expect(['', '甲乙', 'a𠀀', 'a', '𠀀乙'].map(lastCharacter)).toEqual(['', '乙', '𠀀', 'a', '乙']);
  });

  it('want a space between words, but only letters and digits are words', () => {
    expect(['a', '1', ',', 'é', '甲', '，', '·'].map(isSpaced)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['a', '1', 'é', ',', '甲'].map(isWordCharacter)).toEqual([true, true, true, false, false]);
  });
});

describe('numerals at the ends of their ranges', () => {
  it('are Roman up to the hundreds, with equal letters added', () => {
    expect(['ii', 'xxx', 'cx', 'xc', 'd'].map(parseRoman)).toEqual([2, 30, 110, 90, null]);
  });

  it('are circled from ① to ⑳ and no further', () => {
    expect(['①', '⑳', '⑴', '\u245f', ''].map(parseNumeral)).toEqual([1, 20, null, null, null]);
  });

  it('may have a 〇 where a unit is left without its 一', () => {
    expect(parseChineseNumeral('一百〇十二')).toBe(112);
  });
});

describe('numbers', () => {
  it('have a depth where they are decimals', () => {
    expect(readNumber('1.2.3.4 甲')).toMatchObject({ style: 'decimal4', parents: [1, 2, 3], value: 4 });
    expect((['han', 'arabic', 'decimal1', 'decimal4'] as const).map(decimalDepth)).toEqual([0, 0, 1, 4]);
  });

  it('count or measure where a measure word follows, not where a word only begins with one', () => {
    expect(['人', '人工智能', '人均', '', '智能'].map(startsWithMeasure)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(['亿元', '年度', '年', '个'].map(startsWithUnit)).toEqual([true, false, true, false]);
  });
});

describe('dates', () => {
  it('have two digits for month and day, and no day or year that does not exist', () => {
    expect(['2024年1月2日', '2024年1月31日', '2024年1月32日', '0000年1月'].map(isoDate)).toEqual([
      '2024-01-02',
      '2024-01-31',
      '2024-01',
      undefined,
    ]);
    expect(['2024年12月2日', '2024年12月共2日'].map(isDateLine)).toEqual([true, false]);
  });
});

describe('entries without a number', () => {
  it('are front and back matter, lists and closing chapters', () => {
    expect(['前言', '参考文献', '图目录', '总结', '总体态势'].map(isUnnumberedEntry)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});
