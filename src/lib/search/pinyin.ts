/** Syllable without tone → the characters of the reports that are read so. */
export type PinyinTable = Readonly<Record<string, string>>;

/** More ways to cut a query into syllables than this are not tried: `xian` has two, real words few. */
const MOST_SPLITS = 8;

/** Lower-case letters of a Latin query, ü and u: as v; undefined where it is not pinyin. */
export function pinyinLetters(text: string): string | undefined {
  const letters = text
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll('u:', 'v')
    .replaceAll(/['’\s]/gu, '');
  return /^[a-z]+$/u.test(letters) ? letters : undefined;
}

/** Every way to read the letters as syllables of the table, the fewest syllables first. */
export function splitSyllables(letters: string, table: PinyinTable): readonly (readonly string[])[] {
  const splits: (readonly string[])[] = [];
  const walk = (at: number, syllables: readonly string[]): void => {
    if (splits.length >= MOST_SPLITS * 4) return;
    if (at === letters.length) {
      splits.push(syllables);
      return;
    }
    for (let length = Math.min(6, letters.length - at); length >= 1; length -= 1) {
      const syllable = letters.slice(at, at + length);
      if (Object.hasOwn(table, syllable)) walk(at + length, [...syllables, syllable]);
    }
  };
  walk(0, []);
  return splits.sort((left, right) => left.length - right.length).slice(0, MOST_SPLITS);
}

/** Character → its syllables. */
export function readingsOf(table: PinyinTable): ReadonlyMap<string, readonly string[]> {
  const readings = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(table)) {
    for (const character of characters) {
      readings.set(character, [...(readings.get(character) ?? []), syllable]);
    }
  }
  return readings;
}

/** How letters fit the sound of a term: the whole of it, its initials, the beginning of either, or not at all. */
export function soundMatch(
  letters: string,
  term: string,
  readings: ReadonlyMap<string, readonly string[]>,
): 'full' | 'initials' | 'beginning' | undefined {
  const syllables = [...term].map((character) => readings.get(character) ?? [character.toLowerCase()]);
  /** Letters still to match after each way of reading the characters so far. */
  let rests = new Set([letters]);
  let beginning = false;
  for (const readingsHere of syllables) {
    const next = new Set<string>();
    for (const rest of rests) {
      for (const syllable of readingsHere) {
        if (rest.startsWith(syllable)) next.add(rest.slice(syllable.length));
        if (rest !== '' && syllable.startsWith(rest)) beginning = true;
      }
    }
    if (next.has('') && readingsHere !== syllables.at(-1)) beginning = true;
    rests = next;
  }
  if (rests.has('')) return 'full';
  const initials = syllables.map((readingsHere) => new Set(readingsHere.map((syllable) => syllable[0])));
  const fits =
    letters.length <= initials.length && [...letters].every((letter, at) => initials[at]?.has(letter));
  if (fits && letters.length === initials.length) return 'initials';
  return beginning || fits ? 'beginning' : undefined;
}
