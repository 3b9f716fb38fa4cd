import { pinyin } from 'pinyin-pro';
import { isHan, normaliseText } from '../../src/lib/search/normalise.ts';
import type { Fold } from '../../src/lib/search/fold.ts';
import type { PinyinTable } from '../../src/lib/search/pinyin.ts';

/** Readings of the characters that occur in the reports, and of no other, by syllable without tone (ü as v). */
export function pinyinTable(texts: Iterable<string>, fold: Fold): PinyinTable {
  const present = new Set<string>();
  for (const text of texts) {
    for (const character of normaliseText(text, fold).characters)
      if (isHan(character)) present.add(character);
  }
  const table = new Map<string, string>();
  for (const character of [...present].sort()) {
    const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
    for (const syllable of new Set(readings)) {
      if (/^[a-z]+$/u.test(syllable)) table.set(syllable, (table.get(syllable) ?? '') + character);
    }
  }
  return Object.fromEntries([...table].sort(([left], [right]) => (left < right ? -1 : 1)));
}
