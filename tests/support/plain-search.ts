/**
 * What a search must find, worked out the slow and simple way, with nothing taken from the project's own search: the test of the
 * one against the other is worth something only while they are apart.
 */
export interface PlainPassage {
  readonly id: string;
  readonly text: string;
}

/** Stands for a decimal point while punctuation is taken out. */
const POINT = '\u0378';

/** Width, case, punctuation, symbols and spaces aside; the point of a decimal number stays. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/(?<=\p{Nd})\.(?=\p{Nd})/gu, POINT)
    .replaceAll(/[^\p{L}\p{N}\u0378]/gu, '');
}

/** Ids of the passages that hold the phrase, sorted. */
export function holders(passages: readonly PlainPassage[], phrase: string): readonly string[] {
  const sought = plain(phrase);
  return passages
    .filter(({ text }) => plain(text).includes(sought))
    .map(({ id }) => id)
    .sort();
}

/** All different substrings of 1 to `longest` compared characters, across punctuation and inside Latin words, too. */
export function phrasesOf(texts: readonly string[], longest: number): readonly string[] {
  const phrases = new Set<string>();
  for (const text of texts) {
    const characters = [...plain(text)];
    for (let from = 0; from < characters.length; from += 1) {
      for (let length = 1; length <= longest && from + length <= characters.length; length += 1) {
        const phrase = characters.slice(from, from + length).join('');
        if (!phrase.includes(POINT)) phrases.add(phrase);
      }
    }
  }
  return [...phrases];
}
