/** Claims of furniture → the document's furniture, with what is left over: every run ends in one place. */
import type { Furniture, Origin } from '../../../model/document.ts';
import type { FurnitureClaim } from '../furniture/furniture-claim.ts';
import { claimUnreadRuns } from '../furniture/running-text.ts';
import { allRuns, runText } from '../glyphs/page-content.ts';
import type { PageContent, UnseenReason } from '../glyphs/page-content.ts';
import type { LinkedNotes } from '../notes/link-notes.ts';

/** One item per occurrence, its text taken from the runs that it answers for, in their order on the page. */
export function furnitureItems(
  claims: readonly FurnitureClaim[],
  pages: readonly PageContent[],
  labels: readonly string[],
): Furniture[] {
  const texts = new Map(pages.flatMap(allRuns).map((run) => [run.id, runText(run).trim()] as const));
  return claims
    .toSorted((a, b) => a.page - b.page || a.box.y - b.box.y || a.box.x - b.box.x)
    .map(({ kind, text, reason, page, box, runIds }) => {
      const whole = runIds.map((id) => texts.get(id) ?? '').join(' ');
      const same = runIds.length === 0 || whole.replace(/\s/gu, '') === text.replace(/\s/gu, '');
      const origins: Origin[] = [{ kind: 'pdf', page, label: labels[page - 1] ?? '', box }];
      return { kind, text: same ? text : whole, reason, origins };
    });
}

/** Claims for the runs that no stage answers for. @param placed Ids of the runs that one does. */
export function claimRest(pages: readonly PageContent[], placed: ReadonlySet<number>): FurnitureClaim[] {
  return pages.flatMap((page) =>
    claimUnreadRuns(
      page.runs.filter((run) => !placed.has(run.id)),
      page,
    ),
  );
}

const UNSEEN: Readonly<Record<UnseenReason, string>> = {
  covered: 'Covered: something opaque is painted over it.',
  groundColor: 'Set in the colour of what it stands on.',
  unpainted: 'Text that is not painted.',
  outside: 'Text outside the page, or outside the area that it is cut to.',
};

/** Claims for what is in the file but not on the page. */
export function claimUnseen(pages: readonly PageContent[]): FurnitureClaim[] {
  return pages.flatMap(({ page, unseen = [] }) =>
    unseen.map(({ run, reason }): FurnitureClaim => {
      const place = { page, box: run.box, text: runText(run).trim(), runIds: [run.id] };
      return { kind: 'other', reason: UNSEEN[reason], ...place };
    }),
  );
}

/** What was taken off the text: brackets of note marks (`[3]` has the label 3), hyphens at line ends. */
export function trimmingClaims(
  trimmings: LinkedNotes['trimmings'],
  pages: readonly PageContent[],
  reason: string,
): FurnitureClaim[] {
  return trimmings.map(({ text, page }) => {
    const { width = 0, height = 0 } = pages[page - 1] ?? {};
    const box = { x: 0, y: 0, width, height };
    return { kind: 'other', reason, page, box, text, runIds: [] };
  });
}
