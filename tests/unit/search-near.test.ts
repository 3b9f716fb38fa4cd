import { describe, expect, test } from 'vitest';
import { editDistance, findNearTerms, findParts } from '../../src/lib/search/near.ts';
import { plainText } from '../../src/lib/search/normalise.ts';
import type { PinyinTable } from '../../src/lib/search/pinyin.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { searchAids, textSections } from '../support/search-aids.ts';

interface Site {
  readonly texts?: readonly string[];
  readonly pinyin?: PinyinTable;
  readonly terms?: readonly (readonly [string, number])[];
}

/** What may have been meant, on a site with these texts. */
async function meant(
  written: string,
  { texts = [], pinyin = {}, terms = [] }: Site,
): Promise<readonly string[]> {
  const index = memoryIndex(textSections(texts));
  const term = { written, characters: [...plainText(written)] };
  return (await findNearTerms(index, searchAids({ pinyin, terms }), term)).map((near) => near.written);
}

const EYES: PinyinTable = { yan: '眼验', jing: '镜精', shui: '水', yin: '印', zhuang: '装' };

describe('letters read as pinyin', () => {
  test.each([
    [10, ['眼镜', '验精']],
    [11, ['眼镜']],
  ])('leave out a spelling that is more than ten times as rare: 1 against %i', async (often, expected) => {
    const texts = [...Array.from({ length: often }, () => '眼镜。'), '经验精神。'];
    expect(await meant('yanjing', { texts, pinyin: EYES })).toEqual(expected);
  });

  test('offer the three most frequent spellings, the most frequent first', async () => {
    const texts = ['验镜', '眼精', '眼镜', '眼镜', '验精', '验精', '验精'];
    expect(await meant('yanjing', { texts, pinyin: EYES })).toEqual(['验精', '眼镜', '眼精']);
  });

  test('find a spelling of any number of characters', async () => {
    const texts = ['加水印装置'];
    expect(await meant('shuiyin', { texts, pinyin: EYES })).toEqual(['水印']);
    expect(await meant('shuiyinzhuang', { texts, pinyin: EYES })).toEqual(['水印装']);
    expect(await meant('yinshui', { texts, pinyin: EYES })).toEqual([]);
  });

  test('do not find a spelling that reaches over the end of a passage', async () => {
    expect(await meant('shuiyin', { texts: ['有水', '印章'], pinyin: EYES })).toEqual([]);
  });

  test('ask the terms of the reports for initials, and for one syllable', async () => {
    const site = {
      pinyin: EYES,
      terms: [
        ['水印', 3],
        ['眼镜', 2],
        ['水', 1],
      ] as const,
    };
    expect(await meant('sy', site)).toEqual(['水印']);
    expect(await meant('shui', site)).toEqual(['水']);
    expect(await meant('shuiy', site)).toEqual([]);
  });

  test('are at least two', async () => {
    const site = {
      pinyin: { e: '鹅', er: '二' },
      terms: [
        ['鹅', 3],
        ['二', 3],
      ] as const,
    };
    expect(await meant('e', site)).toEqual([]);
    expect(await meant('er', site)).toEqual(['二']);
  });

  test.each([
    [10, ['水印']],
    [11, []],
  ])('are looked for in the text only where that takes at most 10 chunks: %i', async (chunks, expected) => {
    // A chunk for each of the first characters: their words are their own names.
    const characters = [...'一丁七万丈三上下不与专'];
    const index = memoryIndex(textSections(['加水印']));
    const meta = {
      ...index.meta,
      chunks: [{ from: '', file: 'rest' }, ...characters.map((from) => ({ from, file: from }))],
    };
    const pinyin = { shui: `水${characters.slice(0, chunks - 1).join('')}`, yin: '印' };
    const near = await findNearTerms({ ...index, meta }, searchAids({ pinyin }), {
      written: 'shuiyin',
      characters: [...'shuiyin'],
    });
    expect(near.map(({ written }) => written)).toEqual(expected);
  });
});

describe('characters that sound alike', () => {
  const pinyin: PinyinTable = { zhi: '治智只', neng: '能', ti: '体' };

  test('find the word of the text', async () => {
    expect(await meant('治能', { texts: ['智能的'], pinyin })).toEqual(['智能']);
  });

  test('ask the terms of the reports only where the text holds nothing', async () => {
    const terms = [['只能', 5]] as const;
    expect(await meant('治能', { texts: ['智能的'], pinyin, terms })).toEqual(['智能']);
  });

  test('find a term of the reports that the text does not hold', async () => {
    const terms = [
      ['智能体', 2],
      ['智能', 1],
      ['能体智', 5],
    ] as const;
    expect(await meant('治能体', { pinyin, terms })).toEqual(['智能体']);
  });

  test('are at least two, each with a known sound', async () => {
    const terms = [
      ['智', 2],
      ['智能', 1],
    ] as const;
    expect(await meant('治', { pinyin, terms })).toEqual([]);
    expect(await meant('治他', { texts: ['智他'], pinyin })).toEqual([]);
  });
});

describe('slips of the fingers', () => {
  const terms = [
    ['agent', 9],
    ['agentic', 3],
    ['transfer', 2],
    ['abd', 1],
    ['大模型', 7],
    ['4agent', 8],
  ] as const;

  test.each([
    ['agnet', ['agent']],
    ['agents', ['agent']],
    ['agennnt', []],
    ['abc', []],
    ['abdf', ['abd']],
    ['tranfser', ['transfer']],
    ['tranfsre', ['transfer']],
    ['trnfer', []],
    ['trnfere', []],
    ['trnferee', []],
    ['agxntxc', []],
    ['agxntxcs', []],
    ['agxnticz', ['agentic']],
  ])('one letter, two from eight letters on: %s', async (typed, expected) => {
    expect(await meant(typed, { terms })).toEqual(expected);
  });

  test('come before sounds, and sounds that letters spell before characters that sound alike', async () => {
    const site = { texts: ['水印'], pinyin: EYES, terms: [['shuiyim', 1]] as const };
    expect(await meant('shuiyin', site)).toEqual(['shuiyim']);
  });

  test.each([
    ['', 'abc', 3, 3],
    ['abc', 'abc', 2, 0],
    ['abcd', 'abdc', 2, 1],
    ['ab', 'ba', 2, 1],
    ['abc', 'bca', 2, 2],
    ['abcde', 'badce', 2, 2],
    ['abcdef', 'abc', 2, 3],
    ['abcde', 'abc', 2, 2],
    ['abcd', 'wxyz', 2, 3],
    ['abcd', 'wxyz', 9, 4],
    ['kitten', 'sitting', 9, 3],
    ['axb', 'bxa', 9, 2],
  ])('between %s and %s, looking as far as %#', (left, right, limit, distance) => {
    expect(editDistance(left, right, limit)).toBe(distance);
    expect(editDistance(right, left, limit)).toBe(distance);
  });
});

describe('parts of a phrase', () => {
  const partsIn = async (text: string, phrase: string): Promise<readonly string[]> =>
    (await findParts([...phrase], async (part) => Promise.resolve(text.includes(part.join(''))))).map(
      ({ characters, from }) => `${from}${characters.join('')}`,
    );

  test.each([
    ['推理侧，优化', '推理侧优化方案', ['0推理侧', '3优化']],
    ['推理侧，优化', '推理', ['0推理']],
    ['推，理', '推理', []],
    ['推理侧优', '理侧优推', ['0理侧优']],
    ['智能体，能体系', '智能体系', ['0智能体', '1能体系']],
    ['智能体，能体', '智能体系', ['0智能体']],
    ['智能体，体系', '智能体系', ['0智能体', '2体系']],
    ['算法', '新算法', ['1算法']],
    ['算法', '算', []],
  ])('that occur in “%s”: %s', async (text, phrase, expected) => {
    expect(await partsIn(text, phrase)).toEqual(expected);
  });

  test('are looked for in its first 24 characters', async () => {
    expect(await partsIn('甲乙', `${'丙'.repeat(22)}甲乙`)).toEqual(['22甲乙']);
    expect(await partsIn('甲乙', `${'丙'.repeat(23)}甲乙`)).toEqual([]);
  });
});
