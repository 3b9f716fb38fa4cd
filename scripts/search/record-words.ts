import type { Fold } from '../../src/lib/search/fold.ts';
import type { SectionRecord } from '../../src/lib/search/model.ts';
import { normaliseText } from '../../src/lib/search/normalise.ts';
import { characterWord, kindWord } from '../../src/lib/search/tokens.ts';

/** The words of the index for a section: position `n` of the record is word `n`. */
export function recordWords(record: SectionRecord, fold: Fold): readonly string[] {
  return record.passages.flatMap(({ kind, text }) => {
    const { characters, initial } = normaliseText(text, fold);
    return [
      kindWord(kind),
      ...characters.map((character, at) => characterWord(character, initial[at] === true)),
    ];
  });
}
