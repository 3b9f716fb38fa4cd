import { describe, expect, test } from 'vitest';
import { pinyinLetters, readingsOf, soundMatch, splitSyllables } from '../../src/lib/search/pinyin.ts';
import { suggest } from '../../src/lib/search/suggest.ts';
import { searchAids } from '../support/search-aids.ts';

describe('letters', () => {
  test.each([
    ['Lü', 'lv'],
    ['lu:', 'lv'],
    ["Xi'an", 'xian'],
    ['xi’an', 'xian'],
    ['da mo xing', 'damoxing'],
    ['da3', undefined],
    ['大', undefined],
    ['', undefined],
  ])('%s', (typed, letters) => {
    expect(pinyinLetters(typed)).toBe(letters);
  });
});

describe('syllables', () => {
  test('of six letters are the longest', () => {
    expect(splitSyllables('zhuang', { zhuang: '装' })).toEqual([['zhuang']]);
    expect(splitSyllables('zhuangzhuang', { zhuang: '装' })).toEqual([['zhuang', 'zhuang']]);
  });

  test('of one letter count too', () => {
    expect(splitSyllables('aei', { a: '啊', e: '鹅', ei: '诶' })).toEqual([['a', 'ei']]);
  });

  test('are cut in at most eight ways, the fewest syllables first', () => {
    // Six letters of one or two: 13 ways.
    const splits = splitSyllables('aaaaaa', { a: '啊', aa: '嗄' });
    expect(splits.map((syllables) => syllables.length)).toEqual([3, 4, 4, 4, 4, 4, 4, 5]);
    // Five letters: 8 ways.
    expect(splitSyllables('aaaaa', { a: '啊', aa: '嗄' }).length).toBe(8);
  });

  test('are those of the table itself, not of every object', () => {
    expect(splitSyllables('constructor', {})).toEqual([]);
  });

  test('belong to each character that is read so', () => {
    expect(readingsOf({ xing: '行型', hang: '行' })).toEqual(
      new Map([
        ['行', ['xing', 'hang']],
        ['型', ['xing']],
      ]),
    );
  });
});

describe('letters fit a term', () => {
  const readings = readingsOf({ da: '大', mo: '模', mu: '模', xing: '型行', hang: '行' });
  test.each([
    ['damoxing', '大模型', 'full'],
    ['damuxing', '大模型', 'full'],
    ['dmx', '大模型', 'initials'],
    ['dm', '大模型', 'beginning'],
    ['d', '大模型', 'beginning'],
    ['damo', '大模型', 'beginning'],
    ['damox', '大模型', 'beginning'],
    ['damoxingx', '大模型', undefined],
    ['mx', '大模型', undefined],
    ['dmxx', '大模型', undefined],
    ['dxm', '大模型', undefined],
    ['hang', '行', 'full'],
    ['x', '行', 'initials'],
    ['h', '行', 'initials'],
    ['damoxingxing', '大模型行', 'full'],
    ['aida', 'AI大', 'full'],
    ['damod', '大模大', 'beginning'],
  ])('%s, %s: %s', (letters, term, fits) => {
    expect(soundMatch(letters, term, readings)).toBe(fits);
  });
});

describe('suggestions', () => {
  const aids = searchAids({
    terms: [
      ['大模型', 9],
      ['多模态', 4],
      ['模型', 30],
      ['模型训练', 6],
    ],
    headings: ['模型即服务', '大', '从模型到应用'],
    pinyin: { da: '大', duo: '多', mo: '模', xing: '型', tai: '态' },
  });
  const texts = async (typed: string, limit = 9): Promise<readonly string[]> =>
    (await suggest(aids, typed, limit)).map(({ text }) => text);

  test('begin with what is typed before they hold it; what is typed already is none', async () => {
    expect(await texts('模型')).toEqual(['模型训练', '模型即服务', '大模型', '从模型到应用']);
  });

  test('are told with their kind and how often they occur', async () => {
    expect(await suggest(aids, '模型', 2)).toEqual([
      { text: '模型训练', kind: 'term', count: 6 },
      { text: '模型即服务', kind: 'heading', count: 1 },
    ]);
  });

  test('are found by two letters of their sound, not by one', async () => {
    expect(await texts('da')).toEqual(['大模型', '大']);
    expect(await texts('dm')).toEqual(['大模型', '多模态']);
    expect(await texts('d')).toEqual([]);
  });

  test('are none for nothing, or for what nothing fits', async () => {
    expect(await texts('，')).toEqual([]);
    expect(await texts('水印')).toEqual([]);
    expect(await texts('zz')).toEqual([]);
  });
});
