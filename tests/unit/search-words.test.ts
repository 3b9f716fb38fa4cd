import { describe, expect, test } from 'vitest';
import { otherNames } from '../../src/lib/search/aliases.ts';
import { readSearchState, resultAddress, takeMarks, writeSearchState } from '../../src/lib/search/address.ts';
import { normaliseText, plainText } from '../../src/lib/search/normalise.ts';
import { parseQuery } from '../../src/lib/search/query.ts';
import { joinWords, characterWord, wordsForCharacter } from '../../src/lib/search/tokens.ts';

describe('normalising', () => {
  test.each([
    ['ＭｏＥ', 'moe'],
    ['GPT-4o', 'gpt4o'],
    ['两端快、中间慢', '两端快中间慢'],
    ['“人工智能+”行动', '人工智能行动'],
    ['37.5%', '37.5'],
    ['３７．５％', '37.5'],
    ['1,024 亿', '1024亿'],
    ['第1.节', '第1节'],
    ['2024.', '2024'],
    ['㎡', 'm2'],
    ['café', 'cafe'],
    ['cafe\u0301', 'cafe'],
    ['⼈⼯', '人工'],
    ['①', '1'],
    ['𠮷野家', '𠮷野家'],
    ['……——', ''],
  ])('%s is compared as %s', (written, plain) => {
    expect(plainText(written)).toBe(plain);
  });

  test('remembers where each character was written', () => {
    const text = '“𠮷、㎡”智';
    const { characters, starts, ends } = normaliseText(text);
    expect(characters).toEqual(['𠮷', 'm', '2', '智']);
    expect(characters.map((_, at) => text.slice(starts[at], ends[at]))).toEqual(['𠮷', '㎡', '㎡', '智']);
  });

  test('knows where Latin words and numbers begin', () => {
    const { characters, initial } = normaliseText('用OpenAI的GPT-4o，maintain 37.5');
    const beginnings = characters.filter((_, at) => initial[at]).join('');
    expect(beginnings).toBe('oag4m35');
  });

  test('folds traditional characters by the map it is given', () => {
    expect(
      plainText(
        '強化學習',
        new Map([
          ['強', '强'],
          ['學', '学'],
          ['習', '习'],
        ]),
      ),
    ).toBe('强化学习');
  });
});

describe('words of the index', () => {
  test('every character has words of its own', () => {
    const characters = [...'智能abz019ëか々〇.𠮷'];
    const words = characters.flatMap((character) => [...wordsForCharacter(character)]);
    expect(new Set(words).size).toBe(words.length);
    for (const character of characters)
      expect(wordsForCharacter(character)).toContain(characterWord(character, true));
  });

  test('a character has two where it can begin a word, Han characters have one', () => {
    expect([...'a9ëか'].map((character) => wordsForCharacter(character).length)).toEqual([2, 2, 2, 2]);
    expect([...'智々〇𠮷'].map((character) => wordsForCharacter(character).length)).toEqual([1, 1, 1, 1]);
    expect(characterWord('ë', true)).toBe('uebi');
    expect(characterWord('ë', false)).toBe('ueb');
    expect(characterWord('a', true)).toBe('a1');
  });

  test('separates Han characters by U+200B and others by spaces', () => {
    expect(joinWords(['xt', '智', '能', 'a1', 'i', '体'])).toBe('xt 智\u200b能 a1 i 体');
  });
});

describe('reading a query', () => {
  const read = (text: string): string => {
    const { wanted, unwanted } = parseQuery(text);
    const show = ({ characters, quoted }: { characters: readonly string[]; quoted: boolean }): string =>
      quoted ? `"${characters.join('')}"` : characters.join('');
    return [...wanted.map(show), ...unwanted.map((term) => `-${show(term)}`)].join(' ');
  };

  test.each([
    ['水印 模型', '水印 模型'],
    ['水印　模型', '水印 模型'],
    ['"AI safety"', '"aisafety"'],
    ['“推理侧 改进” 热点', '"推理侧改进" 热点'],
    ['“人工智能+”行动', '人工智能行动'],
    ['人工智能 -大模型', '人工智能 -大模型'],
    ['人工智能 －“大 模型”', '人工智能 -"大模型"'],
    ['GPT-4o', 'gpt4o'],
    ['后训练 - 推理', '后训练 推理'],
    ['模型 模型 ＭＯＤＥＬ model', '模型 model'],
    ['“没有闭合', '没有闭合'],
    ['，。 ……', ''],
    ['-模型', '-模型'],
    ['', ''],
  ])('%s', (typed, understood) => {
    expect(read(typed)).toBe(understood);
  });

  test('cuts what no one can have meant to look for', () => {
    expect(parseQuery('智'.repeat(5000)).wanted[0]!.characters.length).toBe(120);
  });
});

describe('other names', () => {
  const groups = [
    ['大模型', 'LLM'],
    ['智能体', 'Agent', 'AI Agent'],
  ];
  test('are those of the whole word, whatever its width and case', () => {
    expect(otherNames(groups, '大模型')).toEqual(['LLM']);
    expect(otherNames(groups, 'ａｇｅｎｔ')).toEqual(['智能体', 'AI Agent']);
    expect(otherNames(groups, '大模型应用')).toEqual([]);
  });
});

describe('addresses', () => {
  test('carry query and filters there and back', () => {
    const state = {
      text: '“AI & 治理” -风险?#',
      filters: { report: 'caict-ai-2024', chapter: 'caict-ai-2024/governance', kind: 'viewpoint' as const },
    };
    expect(readSearchState(writeSearchState(state))).toEqual(state);
    expect(writeSearchState({ text: '  ', filters: {} })).toBe('');
  });

  test('leave out what cannot be', () => {
    expect(readSearchState('?q=a&report=../x&chapter=%3Cb%3E&kind=cat')).toEqual({ text: 'a', filters: {} });
  });

  test('of a result carries the phrases, which the page takes out again', () => {
    const address = resultAddress('/reports/', 'caict-ai-2024/technology/', 'p14', ['两端快、中间慢', 'a&b']);
    expect(address).toMatch(/^\/reports\/caict-ai-2024\/technology\/\?hl=/u);
    const { phrases, clean } = takeMarks(`https://example.org${address}`);
    expect(phrases).toEqual(['两端快、中间慢', 'a&b']);
    expect(clean).toBe('https://example.org/reports/caict-ai-2024/technology/#p14');
  });
});
