import { pinyin } from 'pinyin-pro';
import { isHan } from '../../src/lib/search/normalise.ts';
import type { PinyinTable } from '../../src/lib/search/pinyin.ts';

/** Readings of the Han characters among those of the reports, by syllable without tone (ü as v). */
export function pinyinTable(characters: ReadonlySet<string>): PinyinTable {
  const table = new Map<string, string>();
  for (const character of [...characters].filter(isHan).sort()) {
    const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
    for (const syllable of new Set(readings)) {
      if (/^[a-z]+$/u.test(syllable)) table.set(syllable, (table.get(syllable) ?? '') + character);
    }
  }
  return Object.fromEntries([...table].sort(([left], [right]) => (left < right ? -1 : 1)));
}
