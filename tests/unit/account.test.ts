import { describe, expect, it } from 'vitest';
import { compareCharacters, countCharacters, sourceAccount } from '../../scripts/ingest/model/account.ts';

describe('compareCharacters', () => {
  it('comes out even where every character is kept or furniture, in whatever order', () => {
    expect(compareCharacters(['甲 乙\n丙'], ['丙甲'], ['乙'])).toEqual({
      characters: 3,
      kept: 2,
      furniture: 1,
      lost: 0,
      invented: 0,
      lostCharacters: [],
      inventedCharacters: [],
    });
  });

  it('counts how often a character is lost or said twice, most frequent first', () => {
    const { lost, lostCharacters } = compareCharacters(['乙甲甲甲丙'], ['甲'], []);
    expect({ lost, lostCharacters }).toEqual({
      lost: 4,
      lostCharacters: [
        ['甲', 2],
        ['丙', 1],
        ['乙', 1],
      ],
    });
    const { invented, inventedCharacters } = compareCharacters(['甲'], ['甲'], ['甲乙']);
    expect({ invented, inventedCharacters }).toEqual({
      invented: 2,
      inventedCharacters: [
        ['乙', 1],
        ['甲', 1],
      ],
    });
  });
});

describe('countCharacters', () => {
  it('counts code points, and no white space of any kind', () => {
    expect(countCharacters(['𠀀a', '　\u00A0\uFEFF \n'])).toBe(2);
  });
});

describe('sourceAccount', () => {
  it('leaves out which characters were lost', () => {
    const comparison = compareCharacters(['甲'], [], []);
    expect(sourceAccount(comparison, { contentsMatched: 2, badCharacters: 1 })).toEqual({
      characters: 1,
      kept: 0,
      furniture: 0,
      lost: 1,
      invented: 0,
      contentsMatched: 2,
      badCharacters: 1,
    });
  });
});
