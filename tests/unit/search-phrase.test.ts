import { describe, expect, test } from 'vitest';
import { matchPassages } from '../../src/lib/search/matching.ts';
import { findPhrase } from '../../src/lib/search/phrase.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { textSections } from '../support/search-aids.ts';

describe('a phrase', () => {
  const find = async (phrase: string, ...sections: readonly (readonly string[])[]) =>
    [...(await findPhrase(memoryIndex(textSections(...sections)), [...phrase]))].map(
      ([passage, { record, offsets, atWordStart }]) => [passage, record, offsets, atWordStart],
    );

  test('is found at every place, overlapping ones too', async () => {
    expect(await find('智智', ['智智智', '体'], ['体智智'])).toEqual([
      [0, 0, [0, 1], 2],
      [2, 1, [1], 1],
    ]);
  });

  test('is not found over the end of a passage, nor where something stands between', async () => {
    expect(await find('智能', ['智', '能'], ['智的能', '能智'])).toEqual([]);
  });

  test('is found in the passage where it stands, among many', async () => {
    const passages = Array.from({ length: 9 }, (_, at) => `第${'字'.repeat(at)}${at === 6 ? '水印' : ''}`);
    expect(await find('水印', ['水'], passages)).toEqual([[7, 1, [7], 1]]);
  });

  test('of letters tells how often it begins a word', async () => {
    expect(await find('ai', ['AI main ai'])).toEqual([[0, 0, [0, 3, 6], 2]]);
    expect(await find('3', ['3 13'])).toEqual([[0, 0, [0, 2], 1]]);
    expect(await find('的ai', ['的ai'])).toEqual([[0, 0, [0], 1]]);
  });
});

describe('passages that answer several words', () => {
  const answer = async (words: readonly string[], ...sections: readonly (readonly string[])[]) => {
    const index = memoryIndex(textSections(...sections));
    const groups = await Promise.all(
      words.map(async (written) => [
        { written, characters: [...written], hits: await findPhrase(index, [...written]) },
      ]),
    );
    return matchPassages(groups).map(({ passage, record, whole }) => [passage, record, whole]);
  };

  test('are those that hold all', async () => {
    expect(await answer(['甲', '乙'], ['甲乙', '甲', '乙甲'], ['乙'])).toEqual([
      [0, 0, true],
      [2, 0, true],
    ]);
  });

  test('are, where none holds all, the fewest of the section that do together, in reading order', async () => {
    expect(await answer(['甲', '乙', '丙'], ['丙', '甲', '甲乙', '丙'])).toEqual([
      [0, 0, false],
      [2, 0, false],
    ]);
    expect(await answer(['甲', '乙', '丙'], ['甲', '乙', '乙丙'])).toEqual([
      [0, 0, false],
      [2, 0, false],
    ]);
  });

  test('stand in reading order, whichever name of a word each holds', async () => {
    const index = memoryIndex(textSections(['旧名'], ['新名'], ['旧名']));
    const names = await Promise.all(
      ['新名', '旧名'].map(async (written) => ({
        written,
        characters: [...written],
        hits: await findPhrase(index, [...written]),
      })),
    );
    expect(matchPassages([names]).map(({ passage }) => passage)).toEqual([0, 1, 2]);
  });

  test('are none where the section lacks one', async () => {
    expect(await answer(['甲', '乙'], ['甲'], ['乙'])).toEqual([]);
  });
});
