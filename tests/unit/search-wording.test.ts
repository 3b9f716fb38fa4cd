import { describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../../src/lib/search/model.ts';
import { sayDropped, sayReplacements, sayStatus } from '../../src/lib/search/wording.ts';

const answer = (mode: SearchAnswer['mode'], total: number, exactTotal = total): SearchAnswer => ({
  mode,
  total,
  exactTotal,
  results: [],
  replacements: [],
  dropped: [],
});

describe('the status of a search', () => {
  test.each<[string, SearchAnswer, string, boolean, string]>([
    ['results', answer('exact', 3), '水印', false, '共找到 3 条结果'],
    ['results that filters narrowed', answer('exact', 3), '水印', true, '当前筛选下找到 3 条结果'],
    ['no result that passes the filters', answer('exact', 0), '水印', true, '当前筛选下没有“水印”'],
    ['other names only', answer('exact', 3, 0), '水印', false, '没有完全匹配“水印”，另有 3 条'],
    ['one exact result among others', answer('exact', 3, 1), '水印', false, '共找到 3 条结果'],
    ['near results', answer('near', 2), '水印', false, '没有完全匹配，以下为相近结果：2 条'],
    ['no near result', answer('near', 0), '水印', true, '没有完全匹配“水印”，当前筛选下也没有相近结果'],
    ['nothing', answer('none', 0), ' “水印" ', false, '没有找到“水印”'],
    ['nothing typed', answer('empty', 0), '  ', false, ''],
    ['punctuation', answer('empty', 0), '，', false, '请输入要查找的文字；只有标点或排除词时无法搜索。'],
  ])('tells of %s', (_, given, text, narrowed, said) => {
    expect(sayStatus(given, text, narrowed)).toBe(said);
  });

  test('ends with what was searched instead', () => {
    const replaced = {
      ...answer('exact', 3),
      replacements: [{ from: 'a', to: 'LLM', reason: 'alias' as const }],
    };
    expect(sayStatus(replaced, 'a', false)).toBe('共找到 3 条结果。同时搜索：LLM');
  });
});

describe('replaced and dropped words', () => {
  test('are said once each, by the way in which they were replaced', () => {
    expect(
      sayReplacements([
        { from: 'a', to: '甲', reason: 'pinyin' },
        { from: 'b', to: '乙', reason: 'sound' },
        { from: 'c', to: '丙', reason: 'pinyin' },
        { from: 'd', to: '甲', reason: 'pinyin' },
        { from: 'e', to: '丁', reason: 'spelling' },
      ]),
    ).toBe('按拼音搜索：甲、丙；按读音搜索：乙；按相近拼写搜索：丁');
    expect(sayReplacements([])).toBe('');
  });

  test('are quoted', () => {
    expect(sayDropped(['甲', '“乙”'])).toBe('报告中没有“甲”、“乙”，已按其余文字查找。');
    expect(sayDropped([])).toBe('');
  });
});
