import { plainText } from './normalise.ts';

/** Groups of names for the same thing, as `content/aliases.yaml` holds them. */
export type AliasGroups = readonly (readonly string[])[];

/**
 * Other names of a word of a query: those of the group in which it is named, itself left out. Only a whole word of the query
 * counts: 大模型应用 has no other name because 大模型 has one.
 */
export function otherNames(groups: AliasGroups, written: string): readonly string[] {
  const key = plainText(written);
  const names: string[] = [];
  for (const group of groups) {
    if (group.some((name) => plainText(name) === key)) {
      names.push(...group.filter((name) => plainText(name) !== key && !names.includes(name)));
    }
  }
  return names;
}

/** A word of a query, as far as its name goes. */
interface Word {
  readonly written: string;
  readonly characters: readonly string[];
  readonly quoted: boolean;
}

/**
 * Joins unquoted words that stand side by side and together are a name: `embodied AI` is one thing, not two. The longest name
 * wins.
 */
export function joinNames<Term extends Word>(groups: AliasGroups, words: readonly Term[]): readonly Term[] {
  const names = new Set(groups.flat().map((name) => plainText(name)));
  const joined: Term[] = [];
  for (let at = 0; at < words.length;) {
    let end = words.length;
    const run = (): readonly Term[] => words.slice(at, end);
    const isName = (): boolean =>
      run().every(({ quoted }) => !quoted) &&
      names.has(
        run()
          .flatMap(({ characters }) => characters)
          .join(''),
      );
    while (end > at + 1 && !isName()) end -= 1;
    const written = run()
      .map((word) => word.written)
      .join(' ');
    const characters = run().flatMap((word) => word.characters);
    joined.push(...words.slice(at, at + 1).map((first) => ({ ...first, written, characters })));
    at = end;
  }
  return joined;
}
