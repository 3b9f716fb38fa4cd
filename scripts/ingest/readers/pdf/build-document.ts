/** The stages in their order: page contents → the document. Pure: no pdf.js, no files, no clock. */
import type {
  ContentsEntry,
  Furniture,
  Origin,
  ReportDocument,
  SourceDescription,
} from '../../model/document.ts';
import type { Message } from '../../model/messages.ts';
import { arrangeFlow } from './flow/arrange-flow.ts';
import { assembleLines } from './lines/assemble-lines.ts';
import { accountMessage, auditDocument } from './audit/audit-document.ts';
import type { PdfAudit } from './audit/audit-document.ts';
import type { FileFacts } from './glyphs/file-facts.ts';
import { findFurniture } from './furniture/find-furniture.ts';
import { findHeadings } from './outline/find-headings.ts';
import type { Outline } from './outline/find-headings.ts';
import { findNotes } from './notes/find-notes.ts';
import type { FurnitureClaim } from './furniture/furniture-claim.ts';
import { lineRunIds } from './lines/run-ids.ts';
import { checkIsReport } from './gate/gate-report.ts';
import { readNumber } from '../../genre/numbering.ts';
import { learnMeasures } from './lines/learn-measures.ts';
import { darknessTest } from './lines/line-style.ts';
import { linkNotes } from './notes/link-notes.ts';
import type { LinkedNotes } from './notes/link-notes.ts';
import { markThickened } from './glyphs/mark-thickened.ts';
import { runText } from './glyphs/page-content.ts';
import type { PageContent } from './glyphs/page-content.ts';
import { findRegions } from './regions/find-regions.ts';
import { findGutters, readLines } from './lines/page-columns.ts';
import { claimUnreadRuns, isInvisible, isOutside } from './furniture/running-text.ts';
import type { TextLine } from './lines/text-line.ts';
import { turnOriginsBack } from './glyphs/turned-pages.ts';

/** Everything the stages found, for `--trace` and for the accounts. */
export interface Reading {
  readonly document: ReportDocument;
  readonly pages: readonly PageContent[];
  readonly outline: Outline;
  readonly audit: PdfAudit;
}

/** What was drawn out of a file. */
export interface ExtractedFile {
  readonly pages: readonly PageContent[];
  readonly facts: FileFacts;
}

/** Makes the document of what was drawn out of a file. @param messages What was found before. */
export function buildDocument(
  file: ExtractedFile,
  source: SourceDescription,
  messages: readonly Message[] = [],
): Reading {
  const pages = markThickened(file.pages);
  const gutters = findGutters(pages);
  const allLines = pages.map((page, index) => readLines(readableRuns(page), page.links, gutters[index]!));
  const measures = learnMeasures(pages, allLines, gutters);
  const furniture = findFurniture(pages, allLines, measures);
  const { labels, skippedPages } = furniture;
  const regions = findRegions({ pages, lines: furniture.lines, measures, labels, skippedPages });
  const inRegions = new Set(regions.regions.flatMap((region) => [...region.runIds]));
  const free = withoutRuns(pages, furniture.lines, inRegions);
  const notes = findNotes(pages, free, measures, furniture.lines);
  const lines = free.map((page) => page.filter((line) => !notes.lineIds.has(line.id)));
  const isDark = darknessTest(lines.flat(), measures);
  const outline = findHeadings({
    lines: lines.flat(),
    contents: furniture.contents,
    contentsPages: furniture.contentsPages,
    labels,
    measures,
    isDark,
    bookmarks: file.facts.bookmarks,
    heads: headsByPage(furniture.claims),
  });
  const flow = arrangeFlow({
    lines,
    headings: outline.headings,
    regions: regions.regions,
    labels,
    measures,
    isDark,
  });
  const linked = linkNotes(flow, notes.notes, { labels, isStrong: isDark });
  const claims = [
    ...furniture.claims,
    ...regions.regions.flatMap((region) => ('dropped' in region ? region.dropped : [])),
  ];
  const read = new Set([...lines.flat(), ...notes.notes.flatMap((note) => note.lines)].flatMap(lineRunIds));
  const unread = claimRest(
    pages,
    new Set([...read, ...inRegions, ...claims.flatMap((claim) => claim.runIds)]),
  );
  const document: ReportDocument = {
    version: 1,
    source,
    metadata: furniture.metadata,
    body: linked.body,
    viewpoints: [],
    contents: outline.entries.map(({ entry, level }) => contentsEntry(entry.text, entry.label, level)),
    notes: linked.notes,
    furniture: furnitureItems(
      [...claims, ...unread, ...trimmingClaims(linked.trimmings, pages)],
      pages,
      labels,
    ),
    messages: [
      ...messages,
      ...regions.messages,
      ...checkIsReport(pages, {
        hasCover: furniture.claims.some((claim) => claim.kind === 'cover'),
        hasContents: furniture.contents.length > 0,
        columnPages: new Set(pages.flatMap(({ page }, index) => (gutters[index] ? [page] : []))),
      }),
      ...contentsMessages(outline),
    ],
  };
  const audit = auditDocument(document, pages);
  const finished = turnOriginsBack(document, pages);
  return {
    document: { ...finished, messages: [...document.messages, accountMessage(audit)] },
    pages,
    outline,
    audit,
  };
}

/** The texts of running heads by the page that they stand on. */
function headsByPage(claims: readonly FurnitureClaim[]): ReadonlyMap<number, readonly string[]> {
  const heads = Map.groupBy(
    claims.filter(({ kind }) => kind === 'header'),
    ({ page }) => page,
  );
  return new Map([...heads].map(([page, own]) => [page, own.map(({ text }) => text)]));
}

/** Runs that are painted, on the page, upright: what lines are made of. A file with only unpainted text is read by it. */
function readableRuns(page: PageContent): PageContent['runs'] {
  const visible = page.runs.filter((run) => !isInvisible(run));
  const used = visible.length > 0 ? visible : page.runs;
  return used.filter((run) => !isOutside(run, page));
}

/** Lines without the runs that regions answer for; a line that loses a part is put together anew. */
function withoutRuns(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
  gone: ReadonlySet<number>,
): TextLine[][] {
  return lines.map((page, index) =>
    page.flatMap((line) => {
      const ids = lineRunIds(line);
      const left = ids.filter((id) => !gone.has(id));
      if (left.length === ids.length) return [line];
      const keep = new Set(left);
      return assembleLines(
        pages[index]!.runs.filter((run) => keep.has(run.id)),
        pages[index]!.links,
      );
    }),
  );
}

function claimRest(pages: readonly PageContent[], placed: ReadonlySet<number>): FurnitureClaim[] {
  return pages.flatMap((page) =>
    claimUnreadRuns(
      page.runs.filter((run) => !placed.has(run.id)),
      page,
    ),
  );
}

/** One item per occurrence, its text taken from the runs that it answers for, in their order on the page. */
function furnitureItems(
  claims: readonly FurnitureClaim[],
  pages: readonly PageContent[],
  labels: readonly string[],
): Furniture[] {
  const texts = new Map(
    pages.flatMap((page) => page.runs.map((run) => [run.id, runText(run).trim()] as const)),
  );
  return claims
    .toSorted((a, b) => a.page - b.page || a.box.y - b.box.y || a.box.x - b.box.x)
    .map(({ kind, text, reason, page, box, runIds }) => {
      const whole = runIds.map((id) => texts.get(id) ?? '').join(' ');
      const same = runIds.length === 0 || whole.replace(/\s/gu, '') === text.replace(/\s/gu, '');
      const origins: Origin[] = [{ kind: 'pdf', page, label: labels[page - 1] ?? '', box }];
      return { kind, text: same ? text : whole, reason, origins };
    });
}

/** Brackets of note marks: `[3]` has the label 3. */
function trimmingClaims(
  trimmings: LinkedNotes['trimmings'],
  pages: readonly PageContent[],
): FurnitureClaim[] {
  return trimmings.map(({ text, page }) => {
    const { width, height } = pages[page - 1]!;
    return {
      kind: 'other',
      reason: 'Trimmings of a note mark.',
      page,
      box: { x: 0, y: 0, width, height },
      text,
      runIds: [],
    };
  });
}

function contentsEntry(text: string, label: string, level: ContentsEntry['level']): ContentsEntry {
  const number = readNumber(text);
  return { level, number: number?.number ?? '', title: number ? number.rest : text, label };
}

/** One message that all entries have their heading, or one for each that has not. */
function contentsMessages({ entries }: Outline): Message[] {
  if (entries.length === 0) return [];
  const wrong = entries.filter(({ found, labelAgrees }) => !found || !labelAgrees);
  if (wrong.length === 0) {
    return [
      {
        ruleId: 'pdf/contents-match',
        severity: 'info',
        reason: `All ${String(entries.length)} entries of the contents pages have their heading on the page that they name.`,
      },
    ];
  }
  return wrong.map(({ entry, found }) => ({
    ruleId: 'pdf/contents-match',
    severity: 'warning',
    reason: found
      ? `The heading “${entry.text}” does not stand on page ${entry.label}, which the contents name.`
      : `The contents name “${entry.text}” on page ${entry.label || '?'}, but no such heading was found.`,
    hint: 'Look at the page; if the heading is there in other words, correct it in overrides.yaml.',
  }));
}
