import type { SearchAids } from './lexicon.ts';
import type { Suggestion } from './model.ts';
import { plainText } from './normalise.ts';
import { pinyinLetters, readingsOf, soundMatch } from './pinyin.ts';

/** Beginnings before insides before sounds. */
function fit(sought: string, plain: string, sounds: () => ReturnType<typeof soundMatch>): number {
  if (plain === sought) return 0;
  if (plain.startsWith(sought)) return 1;
  if (plain.includes(sought)) return 2;
  return sounds() === undefined ? 0 - 1 : 3;
}

/** Terms and headings that complete what is typed, by its characters or its pinyin; at most `limit`. */
export async function suggest(
  aids: SearchAids,
  typed: string,
  limit: number,
): Promise<readonly Suggestion[]> {
  const sought = plainText(typed);
  if (sought === '') return [];
  const { terms, headings } = await aids.lexicon();
  const letters = pinyinLetters(typed);
  const sound =
    letters === undefined || letters.length < 2
      ? undefined
      : { letters, readings: readingsOf(await aids.pinyin()) };
  const offered: { suggestion: Suggestion; fit: number; order: number }[] = [];
  const offer = (suggestion: Suggestion): void => {
    const plain = plainText(suggestion.text);
    const sounds = (): ReturnType<typeof soundMatch> =>
      sound && soundMatch(sound.letters, plain, sound.readings);
    const how = fit(sought, plain, sounds);
    if (how > 0) offered.push({ suggestion, fit: how, order: offered.length });
  };
  for (const [text, count] of terms) offer({ text, kind: 'term', count });
  for (const text of headings) offer({ text, kind: 'heading', count: 1 });
  offered.sort((left, right) => left.fit - right.fit || left.order - right.order);
  return offered.slice(0, limit).map(({ suggestion }) => suggestion);
}
