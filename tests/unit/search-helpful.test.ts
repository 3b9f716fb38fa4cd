import { beforeAll, describe, expect, test } from 'vitest';
import { makeIndexFiles } from '../../scripts/search/make-index-files.ts';
import { openIndexFiles } from '../../scripts/search/read-back.ts';
import { createSearchEngine, type SearchEngine } from '../../src/lib/search/engine.ts';
import { indexAids, type SearchAids } from '../../src/lib/search/lexicon.ts';
import type { SearchAnswer } from '../../src/lib/search/model.ts';
import { editDistance } from '../../src/lib/search/near.ts';
import { splitSyllables } from '../../src/lib/search/pinyin.ts';
import { suggest } from '../../src/lib/search/suggest.ts';
import { sayDropped, sayStatus } from '../../src/lib/search/wording.ts';
import { articleSections } from '../support/article-sections.ts';

let engine: SearchEngine;
let aids: SearchAids;

async function search(text: string): Promise<SearchAnswer> {
  return engine.search({ text, filters: {}, offset: 0, limit: 100 });
}
const marks = (answer: SearchAnswer): readonly string[] => [
  ...new Set(
    answer.results.flatMap(({ excerpt }) => excerpt.filter(({ marked }) => marked).map(({ text }) => text)),
  ),
];
const said = (answer: SearchAnswer, text: string): string => sayStatus(answer, text, false);

beforeAll(async () => {
  const aliases = [
    ['人工智能', '人工智慧', 'AI'],
    ['大模型', 'LLM'],
    ['强化学习', 'RL'],
  ];
  const index = await openIndexFiles(await makeIndexFiles(articleSections(), aliases));
  aids = indexAids(index);
  engine = createSearchEngine(index, aids);
});

describe('several words', () => {
  test('must all occur in the section, in any order; the passage that holds both comes first', async () => {
    const answer = await search('模型 水印');
    expect(answer.mode).toBe('exact');
    expect([...marks({ ...answer, results: answer.results.slice(0, 1) })].sort()).toEqual(
      ['模型', '水印'].sort(),
    );
    expect((await search('水印 模型')).results.map(({ id }) => id)).toEqual(
      answer.results.map(({ id }) => id),
    );
  });

  test('that stand in different passages of one section lead to both', async () => {
    const answer = await search('总体态势 新动能');
    expect(answer.results.map(({ excerpt }) => excerpt.map(({ text }) => text).join(''))).toEqual([
      '一、总体态势',
      '（四）人工智能产业稳中有进迎来新动能',
    ]);
  });

  test('an excluded word takes out the passages that hold it, and no other', async () => {
    const all = await search('人工智能');
    const without = await search('人工智能 -大模型');
    const both = await search('人工智能 大模型');
    const together = both.results.filter(({ excerpt }) => excerpt.filter(({ marked }) => marked).length > 1);
    expect(without.total).toBeLessThan(all.total);
    expect(without.total + together.length).toBe(all.total);
  });
});

describe('what was meant', () => {
  test('other names are searched and said', async () => {
    const answer = await search('人工智慧');
    expect(answer.exactTotal).toBe(0);
    expect(answer.total).toBe((await search('人工智能')).total);
    expect(said(answer, '人工智慧')).toMatch(/^没有完全匹配“人工智慧”，另有 \d+ 条。同时搜索：人工智能$/u);
    expect(marks(answer)).toEqual(['人工智能']);
  });

  test.each(['智能体', '智能體'])(
    'the same word in the other script is not said to be another: %s',
    async (typed) => {
      const answer = await search(typed);
      expect(answer.exactTotal).toBeGreaterThan(0);
      expect(said(answer, typed)).toBe(`共找到 ${answer.total} 条结果`);
    },
  );

  test('a quoted word is searched as it stands', async () => {
    expect((await search('"LLM"')).mode).toBe('near');
    expect((await search('LLM')).mode).toBe('exact');
  });

  test.each([
    ['damoxing', '大模型'],
    ['da mo xing', '大模型'],
    ['dmx', '大模型'],
    ['shuiyin', '水印'],
    ['lvgai', undefined],
  ])('letters without a hit are read as pinyin: %s', async (typed, meant) => {
    const answer = await search(typed);
    if (meant === undefined) {
      expect(answer.mode).toBe('none');
      return;
    }
    expect(answer.mode).toBe('near');
    expect(marks(answer)).toContain(meant);
    expect(said(answer, typed)).toContain(`没有完全匹配，以下为相近结果：${answer.total} 条`);
  });

  test('a homophone finds the word that sounds like it', async () => {
    const answer = await search('多磨太');
    expect(answer.mode).toBe('none');
    expect(marks(await search('治能体'))).toEqual(['智能体']);
  });

  test.each([
    ['演算法', '算法'],
    ['軟硬體', '软硬件'],
    ['人工智慧治理', '人工智能治理'],
  ])('a word of Taiwan finds that of the report, and says so: %s', async (typed, meant) => {
    const answer = await search(typed);
    expect(answer).toMatchObject({ mode: 'exact', exactTotal: 0 });
    expect(said(answer, typed)).toContain(`同时搜索：${meant}`);
    expect(marks(answer)).toEqual([meant]);
  });

  test('traditional characters find simplified text, exactly', async () => {
    const answer = await search('強化學習');
    expect(answer.mode).toBe('exact');
    expect(answer.exactTotal).toBe((await search('强化学习')).exactTotal);
  });

  test('a phrase of which only parts occur finds the parts, and says that it is not the phrase', async () => {
    const answer = await search('推理侧优化方案');
    expect(answer.mode).toBe('near');
    expect(marks(answer)).toEqual(expect.arrayContaining(['推理侧', '优化']));
    expect(sayDropped(answer.dropped)).toBe('报告中没有“推理侧优化方案”，已按其余文字查找。');
  });

  test('words that never stand together are found with the most of them', async () => {
    const answer = await search('水印 金砖国家 上下文窗口');
    expect(answer.mode).toBe('near');
    expect([...marks({ ...answer, results: answer.results.slice(0, 1) })].sort()).toEqual(
      ['水印', '金砖国家'].sort(),
    );
  });

  test('nothing at all is said to be nothing', async () => {
    const answer = await search('量子纠缠');
    expect(answer.mode).toBe('none');
    expect(said(answer, '量子纠缠')).toBe('没有找到“量子纠缠”');
    expect((await search('……')).mode).toBe('empty');
  });
});

describe('help while typing', () => {
  test('terms and headings of the report complete what is typed, by character and by pinyin', async () => {
    const texts = async (typed: string): Promise<readonly string[]> =>
      (await suggest(aids, typed, 6)).map(({ text }) => text);
    expect(await texts('多模')).toContain('多模态');
    expect(await texts('gongju')).toContain('工具链');
    expect(await texts('合成共识')).toEqual([]);
    expect(await texts('阶段性')).toContain('人工智能赋能阶段性特征显现');
  });

  test('letters are cut into syllables of the report', () => {
    const table = { xi: '西', an: '安', xian: '先' };
    expect(splitSyllables('xian', table)).toEqual([['xian'], ['xi', 'an']]);
    expect(splitSyllables('xiann', table)).toEqual([]);
  });

  test.each([
    ['agent', 'agnet', 1],
    ['agent', 'agents', 1],
    ['model', 'modal', 1],
    ['transformer', 'trasnfomer', 2],
    ['abc', 'xyz', 3],
  ])('slips of the fingers: %s, %s', (left, right, distance) => {
    expect(editDistance(left, right, 2)).toBe(distance);
  });
});
