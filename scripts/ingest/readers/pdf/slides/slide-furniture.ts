/** Furniture as a report has it → as slides have it: few words make no cover, and a title on every slide is no head. */
import { isContentsTitle } from '../../../genre/contents-entry.ts';
import { foldText } from '../../../genre/fold-text.ts';
import { endsLikeText } from '../../../genre/sentences.ts';
import type { FurnitureClaim } from '../furniture/furniture-claim.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import { listMarkerOf } from '../lines/list-markers.ts';
import { lineRunIds } from '../lines/run-ids.ts';
import type { TextLine } from '../lines/text-line.ts';
import { titleOfSlide, usualSize } from './slide-title.ts';

/** Pages with what is furniture on them, and what is not. */
export interface SlideFurniture {
  readonly pages: readonly PageContent[];
  /** All lines of each page. */
  readonly all: readonly (readonly TextLine[])[];
  /** The lines of each page that are no furniture. */
  readonly lines: readonly (readonly TextLine[])[];
  readonly claims: readonly FurnitureClaim[];
}

/** The furniture without what is none on slides. */
export function withoutMistakes(found: SlideFurniture): SlideFurniture {
  return titlesFromHeads(coversToSlides(found));
}

/** Only the first and the last slide are covers, and the last one only where it is no text. */
function coversToSlides({ pages, all, lines, claims }: SlideFurniture): SlideFurniture {
  const isWrong = ({ kind, page }: FurnitureClaim): boolean =>
    kind === 'cover' && page > 1 && (page < pages.length || (all[page - 1] ?? []).some(isText));
  const returned = new Set(claims.filter(isWrong).flatMap(({ runIds }) => runIds));
  return {
    pages,
    all,
    lines: lines.map((own, index) => [
      ...own,
      ...(all[index] ?? []).filter((line) => lineRunIds(line).every((id) => returned.has(id))),
    ]),
    claims: claims.filter((claim) => !isWrong(claim)),
  };
}

/**
 * A section's title that stands on each of its slides was taken for a running head: its first slide gets it back, where
 * it is set as a title.
 */
function titlesFromHeads({ pages, all, lines, claims }: SlideFurniture): SlideFurniture {
  const textSize = usualSize(lines.flat()) ?? 0;
  const returned = new Set<number>();
  let before = '';
  const restored = pages.map((page, index) => {
    const own = lines[index] ?? [];
    const heads = claims.filter((claim) => claim.kind === 'header' && claim.page === page.page);
    const ids = new Set(heads.flatMap(({ runIds }) => runIds));
    const candidates = (all[index] ?? []).filter((line) => lineRunIds(line).every((id) => ids.has(id)));
    const title = own.length === 0 ? [] : titleOfSlide(page, [...own, ...candidates], textSize);
    const fromHeads = title.filter((line) => candidates.includes(line) && !isContentsTitle(line.text));
    const text = foldText(fromHeads.map((line) => line.text).join(''));
    const isNew = text !== '' && text !== before && fromHeads.length === title.length;
    before = text;
    if (!isNew) return own;
    for (const id of fromHeads.flatMap(lineRunIds)) returned.add(id);
    return [...fromHeads, ...own];
  });
  return {
    pages,
    all,
    lines: restored,
    claims: claims.filter(({ runIds }) => !runIds.some((id) => returned.has(id))),
  };
}

function isText(line: TextLine): boolean {
  return endsLikeText(line.text) || listMarkerOf(line) !== null;
}
