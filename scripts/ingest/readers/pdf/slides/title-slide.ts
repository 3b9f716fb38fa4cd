/** A deck without sections → the lines of its title slide that say its title: the slides are one chapter of that name. */
import { foldText } from '../../../genre/fold-text.ts';
import type { FurnitureClaim } from '../furniture/furniture-claim.ts';
import { lineRunIds } from '../lines/run-ids.ts';
import type { TextLine } from '../lines/text-line.ts';

/** A shorter part of the title is a word that may stand anywhere. */
const MIN_CHARACTERS = 2;

/** The lines of the cover that the title is made of, one below the other; none where the title is printed nowhere. */
export function titleOnCover(
  all: readonly (readonly TextLine[])[],
  claims: readonly FurnitureClaim[],
  title: string,
): readonly TextLine[] {
  const cover = new Set(claims.flatMap(({ kind, runIds }) => (kind === 'cover' ? runIds : [])));
  const wanted = foldText(title);
  const parts = (all[0] ?? []).filter((line) => {
    const text = foldText(line.text);
    const isPart = text.length >= MIN_CHARACTERS && wanted.includes(text);
    return isPart && lineRunIds(line).every((id) => cover.has(id));
  });
  return foldText(parts.map(({ text }) => text).join('')).length >= wanted.length ? parts : [];
}
