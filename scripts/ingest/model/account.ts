/** The accounts of a source: what became of its characters. Characters are code points that are not white space. */

export interface CharacterAccount {
  /** In the source. */
  readonly characters: number;
  /** In the document's text: body, viewpoints, notes, contents, captions. */
  readonly kept: number;
  readonly furniture: number;
  /** In the source more often than in the document. */
  readonly lost: number;
  /** In the document more often than in the source. */
  readonly invented: number;
}

/** What a reader says of its source, for the log and `audit.yaml`. */
export interface SourceAccount extends CharacterAccount {
  /** Lines of the contents that were found with their headings. */
  readonly contentsMatched: number;
  /** Characters that a reader should have repaired. */
  readonly badCharacters: number;
}

export type CharacterCount = readonly [character: string, count: number];

/** An account with the characters concerned, most frequent first. */
export interface CharacterComparison extends CharacterAccount {
  readonly lostCharacters: readonly CharacterCount[];
  readonly inventedCharacters: readonly CharacterCount[];
}

type Counts = ReadonlyMap<string, number>;

/** Counts the characters of a source against those of the document that was made of it; where they stand does not count. */
export function compareCharacters(
  source: readonly string[],
  kept: readonly string[],
  furniture: readonly string[],
): CharacterComparison {
  const inSource = countEach(source);
  const inKept = countEach(kept);
  const inFurniture = countEach(furniture);
  const inDocument = together(inKept, inFurniture);
  const lostCharacters = surplus(inSource, inDocument);
  const inventedCharacters = surplus(inDocument, inSource);
  return {
    characters: sum([...inSource]),
    kept: sum([...inKept]),
    furniture: sum([...inFurniture]),
    lost: sum(lostCharacters),
    invented: sum(inventedCharacters),
    lostCharacters,
    inventedCharacters,
  };
}

/** The account of a source, without the characters concerned. */
export function sourceAccount(
  { characters, kept, furniture, lost, invented }: CharacterAccount,
  findings: Pick<SourceAccount, 'contentsMatched' | 'badCharacters'>,
): SourceAccount {
  return { characters, kept, furniture, lost, invented, ...findings };
}

/** How many characters the texts have. */
export function countCharacters(texts: readonly string[]): number {
  return texts.reduce((count, text) => count + [...text.replace(/\s/gu, '')].length, 0);
}

function together(first: Counts, second: Counts): Counts {
  const counts = new Map(first);
  for (const [character, count] of second) counts.set(character, (counts.get(character) ?? 0) + count);
  return counts;
}

function countEach(texts: readonly string[]): Counts {
  const counts = new Map<string, number>();
  // Joined first: a page's texts are mostly single words and glyphs.
  for (const character of texts.join('').replace(/\s+/gu, ''))
    counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

function surplus(first: Counts, second: Counts): readonly CharacterCount[] {
  return [...first]
    .flatMap(([character, count]): readonly CharacterCount[] => {
      const more = count - (second.get(character) ?? 0);
      return more > 0 ? [[character, more]] : [];
    })
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}

function sum(counts: readonly CharacterCount[]): number {
  return counts.reduce((total, [, count]) => total + count, 0);
}
