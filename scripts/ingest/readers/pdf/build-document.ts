/** The stages in their order: what was drawn out of a file → the document. Pure: no pdf.js, no files, no clock. */
import { judgedBy } from '../../model/confidence.ts';
import type { Block, Furniture, ReportDocument, SourceDescription } from '../../model/document.ts';
import type { Message } from '../../model/messages.ts';
import { accountMessage, auditDocument } from './audit/audit-document.ts';
import type { PdfAudit } from './audit/audit-document.ts';
import { claimRest, claimUnseen, furnitureItems, trimmingClaims } from './audit/furniture-items.ts';
import { judgeBlocks } from './confidence/judge-blocks.ts';
import { judgePages } from './confidence/judge-pages.ts';
import { findPlaces } from './find-places.ts';
import type { ExtractedFile, Places } from './find-places.ts';
import { arrangeFlow } from './flow/arrange-flow.ts';
import type { FurnitureClaim } from './furniture/furniture-claim.ts';
import { checkIsReport } from './gate/gate-report.ts';
import type { FileFacts } from './glyphs/file-facts.ts';
import { turnOriginsBack } from './glyphs/turned-pages.ts';
import { darknessTest } from './lines/line-style.ts';
import { runIdsOf } from './lines/run-ids.ts';
import type { LineSpan } from './lines/text-line.ts';
import { linkNotes } from './notes/link-notes.ts';
import type { LinkedNotes } from './notes/link-notes.ts';
import { contentsMessages, contentsOfDocument } from './outline/contents-of-document.ts';
import { findHeadings, NO_OUTLINE } from './outline/find-headings.ts';
import type { Outline } from './outline/find-headings.ts';
import { Bulkheads } from './process/bulkheads.ts';
import { withPagePictures } from './recognition/page-pictures.ts';
import type { Region } from './regions/types.ts';
import { stagesOf } from './trace-stages.ts';
import type { Stages } from './trace-stages.ts';

/** Everything the stages found, for `--trace` and for the accounts. */
export interface Reading {
  readonly document: ReportDocument;
  readonly outline: Outline;
  readonly audit: PdfAudit;
  readonly stages: Stages;
}

export interface BuildOptions {
  /** What was found before. */
  readonly messages?: readonly Message[];
  readonly bulkheads?: Bulkheads;
}

/** Makes the document of what was drawn out of a file. Never throws for what is in it: a part that fails is read in a simpler way. */
export function buildDocument(
  file: ExtractedFile,
  source: SourceDescription,
  { messages = [], bulkheads = new Bulkheads() }: BuildOptions = {},
): Reading {
  const places = findPlaces(file, bulkheads);
  const { pages, furniture } = places;
  const { labels } = furniture;
  const isDark = bulkheads.run(
    'lines',
    null,
    () => darknessTest(places.lines.flat(), places.text.measures),
    () => (span: LineSpan) => span.bold,
  );
  const outline = outlineOf(places, file.facts, { isDark, bulkheads });
  const blocks = judgedFlow(places, outline, { isDark, bulkheads });
  const linked = linkNotes(blocks, places.notes, { join: { labels, isStrong: isDark }, bulkheads });
  const items = furnitureOf(places, linked);
  const document: ReportDocument = {
    version: 1,
    source,
    metadata: furniture.metadata,
    body: linked.body,
    pages: judgePages({ body: linked.body, furniture: items }, pages, labels),
    viewpoints: [],
    contents: contentsOfDocument(outline),
    notes: linked.notes,
    furniture: items,
    messages: [
      ...messages,
      ...bulkheads.messages,
      ...places.messages,
      ...(places.deck ? [] : checkIsReport(pages, reportParts(places))),
      ...contentsMessages(outline),
    ],
  };
  const audit = auditDocument(document, pages);
  const finished = turnOriginsBack(document, pages);
  return {
    document: {
      ...finished,
      body: withPagePictures(finished.body, file.pages, labels),
      messages: [...document.messages, accountMessage(audit)],
    },
    outline,
    audit,
    stages: stagesOf({ facts: file.facts, places, outline, faults: bulkheads.stacks }),
  };
}

/** What stages behind the places of things go by. */
interface Means {
  readonly isDark: (span: LineSpan) => boolean;
  readonly bulkheads: Bulkheads;
}

function outlineOf(
  { lines, furniture, text, deck }: Places,
  { bookmarks }: FileFacts,
  { isDark, bulkheads }: Means,
): Outline {
  const { contents, contentsPages, labels, claims } = furniture;
  return bulkheads.run(
    'outline',
    null,
    () =>
      findHeadings({
        lines: lines.flat(),
        contents,
        contentsPages,
        labels,
        measures: text.measures,
        isDark,
        bookmarks,
        heads: headsByPage(claims),
        ...(deck && { slides: deck.headings }),
        bulkheads,
      }),
    () => NO_OUTLINE,
  );
}

/** The blocks of the body with what is doubted of them. */
function judgedFlow(places: Places, outline: Outline, { isDark, bulkheads }: Means): readonly Block[] {
  const { pages, lines, regions, boxes } = places;
  const { labels } = places.furniture;
  const setting = { lines, labels, measures: places.text.measures, isDark, ...(boxes && { boxes }) };
  const flow = arrangeFlow({ ...setting, headings: outline.headings, regions }, bulkheads);
  return bulkheads.run(
    'confidence',
    null,
    () => judgeBlocks(flow, { ...setting, pages, outline, faults: bulkheads.messages }),
    () => flow.map((block) => ({ ...block, ...judgedBy(['page/read-simply']) })),
  );
}

/** All that is not in the body or its notes, with reasons. */
function furnitureOf(
  { pages, furniture, lines, notes, regions, hyphens }: Places,
  { trimmings }: LinkedNotes,
): Furniture[] {
  const claims = [...furniture.claims, ...droppedIn(regions)];
  const placed = new Set([
    ...runIdsOf([...lines.flat(), ...notes.flatMap((note) => note.lines)]),
    ...regions.flatMap((region) => [...region.runIds]),
    ...claims.flatMap((claim) => claim.runIds),
  ]);
  const kept = [
    ...claims,
    ...claimUnseen(pages),
    ...claimRest(pages, placed),
    ...trimmingClaims(trimmings, pages, 'Trimmings of a note mark.'),
    ...trimmingClaims(hyphens, pages, 'Hyphen of a word divided at the end of its line.'),
  ];
  return furnitureItems(kept, pages, furniture.labels);
}

/** The texts of running heads by the page that they stand on. */
function headsByPage(claims: readonly FurnitureClaim[]): ReadonlyMap<number, readonly string[]> {
  const heads = Map.groupBy(
    claims.filter(({ kind }) => kind === 'header'),
    ({ page }) => page,
  );
  return new Map([...heads].map(([page, own]) => [page, own.map(({ text }) => text)]));
}

function droppedIn(regions: readonly Region[]): readonly FurnitureClaim[] {
  return regions.flatMap((region) => ('dropped' in region ? region.dropped : []));
}

function reportParts({ furniture, pages, text }: Places): Parameters<typeof checkIsReport>[1] {
  return {
    hasCover: furniture.claims.some((claim) => claim.kind === 'cover'),
    hasContents: furniture.contents.length > 0,
    columnPages: new Set(pages.flatMap(({ page }, index) => (text.measures.gutters[index] ? [page] : []))),
  };
}
