import { Converter } from 'opencc-js/t2cn';
import type { Fold } from '../../src/lib/search/fold.ts';

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

/**
 * Traditional → simplified, character by character, by OpenCC's tables. Folding twice changes nothing more, which search
 * relies upon: what the index holds needs no folding.
 */
export function foldCharacters(): Fold {
  const convert = Converter({ from: 't', to: 'cn' });
  const fold = new Map<string, string>();
  for (let code = FIRST_HAN; code <= LAST_HAN; code += 1) {
    const character = String.fromCodePoint(code);
    let simple = character;
    for (let next = convert(simple); next !== simple && [...next].length === 1; next = convert(simple))
      simple = next;
    if (simple !== character) fold.set(character, simple);
  }
  return fold;
}

/** The part of the map that can lead to one of the characters. */
export function foldFor(fold: Fold, characters: ReadonlySet<string>): Fold {
  return new Map([...fold].filter(([, simple]) => characters.has(simple)));
}
