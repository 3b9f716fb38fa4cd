import { describe, expect, test } from 'vitest';
import { engineOf, ids, search, section } from '../support/small-shelf.ts';

describe('other names', () => {
  const aliases = [
    ['水印', 'watermark'],
    ['具身智能', 'embodied AI'],
  ];

  test('come after the very words, each passage once', async () => {
    const sections = [section('a/one', 'text:watermark', 'text:水印 watermark', 'text:水印')];
    const answer = await engineOf({ aliases }, sections).search({
      text: '水印',
      filters: {},
      offset: 0,
      limit: 9,
    });
    expect(answer.results.map(({ id, match }) => `${id} ${match}`)).toEqual([
      'a/one-2 exact',
      'a/one-1 exact',
      'a/one-0 alias',
    ]);
    expect(answer).toMatchObject({ total: 3, exactTotal: 2 });
    expect(answer.replacements).toEqual([{ from: '水印', to: 'watermark', reason: 'alias' }]);
  });

  test('that are nothing but punctuation lead nowhere', async () => {
    expect((await search('水印', {}, { aliases: [['水印', '++']] })).total).toBe(5);
  });

  test('that occur nowhere are not said', async () => {
    expect((await search('水印', {}, { aliases })).replacements).toEqual([]);
  });

  test('of words side by side are those of the name that they make', async () => {
    const sections = [section('a/one', 'text:具身智能', 'text:embodied', 'text:AI')];
    const ask = async (text: string) =>
      ids(await engineOf({ aliases }, sections).search({ text, filters: {}, offset: 0, limit: 9 }));
    expect(await ask('embodied AI')).toEqual(['a/one-0']);
    expect(await ask('"embodied" AI')).toEqual(['a/one-1', 'a/one-2']);
  });

  test('of the reader’s region are tried where the word itself occurs nowhere', async () => {
    const regional = [
      ['浮水印', '水印'],
      ['标准', '水印'],
    ] as const;
    expect((await search('浮水印', {}, { regional })).replacements).toEqual([
      { from: '浮水印', to: '水印', reason: 'alias' },
    ]);
    expect((await search('标准', {}, { regional })).replacements).toEqual([]);
    expect((await search('"浮水印"', {}, { regional })).mode).not.toBe('exact');
  });
});

describe('where nothing holds the words', () => {
  test('a word that occurs nowhere is dropped, and said', async () => {
    const answer = await search('水印 量子');
    expect(answer).toMatchObject({ mode: 'near', dropped: ['量子'], exactTotal: 0, total: 5 });
    expect(answer.results.every(({ match }) => match === 'near')).toBe(true);
  });

  test('another name of a word still leads to its passages', async () => {
    const answer = await search('浮水 量子', {}, { aliases: [['浮水', '水印']] });
    expect(answer).toMatchObject({ mode: 'near', dropped: ['量子'], total: 5 });
  });

  test('the passages with the most of the words are shown', async () => {
    const answer = await search('标准 治理 模型');
    expect(answer).toMatchObject({ mode: 'near', dropped: [] });
    expect([...ids(answer)].sort()).toEqual(['a/one-0', 'a/one-1', 'a/two-0', 'a/two-1', 'b/one-0']);
    expect(ids(await search('水印 与 模型 标准'))).toEqual(['a/one-0', 'b/one-0', 'a/one-1']);
  });

  test('letters in several words are one sound; one word among them that is none is no sound', async () => {
    const pinyin = { shui: '水', yin: '印' };
    const answer = await search('shui yin', {}, { pinyin });
    expect(answer.replacements).toEqual([{ from: 'shui yin', to: '水印', reason: 'pinyin' }]);
    expect(answer).toMatchObject({ mode: 'near', total: 5 });
    expect((await search('shui yin 3', {}, { pinyin })).replacements).toEqual([]);
  });

  test('one misspelt word among others is replaced, and no other', async () => {
    const sections = [section('a/one', 'text:watermark of models', 'text:models')];
    const terms = [
      ['watermark', 1],
      ['modals', 1],
    ] as const;
    const engine = engineOf({ terms }, sections);
    const answer = await engine.search({ text: 'watermrak models', filters: {}, offset: 0, limit: 9 });
    expect(ids(answer)).toEqual(['a/one-0']);
    expect(answer.replacements).toEqual([{ from: 'watermrak', to: 'watermark', reason: 'spelling' }]);
  });

  test('a replaced word and another lead to the passages of a section that hold both together', async () => {
    const sections = [section('a/one', 'text:watermark', 'text:models'), section('a/two', 'text:models')];
    const engine = engineOf({ terms: [['watermark', 1]] }, sections);
    const answer = await engine.search({ text: 'watermrak models', filters: {}, offset: 0, limit: 9 });
    expect([...ids(answer)].sort()).toEqual(['a/one-0', 'a/one-1']);
  });

  test('a quoted phrase is tried as its single words', async () => {
    expect((await search('"模型 —— 的标准"')).dropped).toEqual([]);
    expect(ids(await search('"模型 标准"'))).toEqual(expect.arrayContaining(['a/one-0', 'a/one-1']));
    expect((await search('"标准 水印"')).dropped).toEqual([]);
  });
});
