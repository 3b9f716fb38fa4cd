import { from } from 'opencc-js/preset/t2cn';
import type { Fold } from '../../src/lib/search/fold.ts';
import type { RegionalNames } from '../../src/lib/search/regional.ts';
import { plainText } from '../../src/lib/search/normalise.ts';

/** OpenCC keeps a dictionary as `from to|from to|…`; the first of a term's dictionaries are those of its vocabulary. */
function readDictionary(text: string): readonly (readonly [string, string])[] {
  return text.split('|').flatMap((entry) => {
    const [regional, mainland] = entry.split(' ');
    return regional === undefined || mainland === undefined ? [] : [[regional, mainland] as const];
  });
}

/**
 * Words of Taiwan and Hong Kong (軟體, 演算法) whose mainland word occurs in the reports, both in simplified characters: folding the
 * characters alone would not lead from one to the other.
 */
export function regionalNames(allText: string, fold: Fold): RegionalNames {
  const names = new Map<string, string>();
  for (const group of [...(from['twp'] ?? []), ...(from['hkp'] ?? [])]) {
    for (const dictionary of group) {
      if (typeof dictionary !== 'string') continue;
      for (const [regional, mainland] of readDictionary(dictionary)) {
        const [name, meant] = [plainText(regional, fold), plainText(mainland, fold)];
        if (name !== meant && [...name].length > 1 && allText.includes(meant)) names.set(name, meant);
      }
    }
  }
  return [...names].sort(([left], [right]) => (left < right ? -1 : 1));
}
