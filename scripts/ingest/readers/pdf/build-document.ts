/** The stages in their order: what was drawn out of a file → the document. Pure: no pdf.js, no files, no clock. */
import { judgedBy } from '../../model/confidence.ts';
import type { ReportDocument, SourceDescription } from '../../model/document.ts';
import type { Message } from '../../model/messages.ts';
import { accountMessage, auditDocument } from './audit/audit-document.ts';
import type { PdfAudit } from './audit/audit-document.ts';
import { claimRest, claimUnseen, furnitureItems, trimmingClaims } from './audit/furniture-items.ts';
import { judgeBlocks } from './confidence/judge-blocks.ts';
import { judgePages } from './confidence/judge-pages.ts';
import { arrangeFlow } from './flow/arrange-flow.ts';
import { findFurniture } from './furniture/find-furniture.ts';
import type { Furniture } from './furniture/find-furniture.ts';
import type { FurnitureClaim } from './furniture/furniture-claim.ts';
import { checkIsReport } from './gate/gate-report.ts';
import type { FileFacts } from './glyphs/file-facts.ts';
import { markThickened } from './glyphs/mark-thickened.ts';
import type { PageContent } from './glyphs/page-content.ts';
import { turnOriginsBack } from './glyphs/turned-pages.ts';
import type { DocumentMeasures } from './lines/learn-measures.ts';
import { darknessTest } from './lines/line-style.ts';
import { rejoinWords } from './lines/hyphens.ts';
import { readText, withoutRuns } from './lines/read-text.ts';
import { runIdsOf } from './lines/run-ids.ts';
import type { LineSpan } from './lines/text-line.ts';
import type { TextLine } from './lines/text-line.ts';
import { findNotes } from './notes/find-notes.ts';
import type { FoundNote } from './notes/find-notes.ts';
import { linkNotes } from './notes/link-notes.ts';
import { contentsMessages, contentsOfDocument } from './outline/contents-of-document.ts';
import { findHeadings, NO_OUTLINE } from './outline/find-headings.ts';
import type { Outline } from './outline/find-headings.ts';
import { Bulkheads } from './process/bulkheads.ts';
import { withPagePictures } from './recognition/page-pictures.ts';
import { findRegions } from './regions/find-regions.ts';
import type { Region } from './regions/types.ts';
import { arrangeSlides } from './slides/arrange-slides.ts';
import { readDeck } from './slides/read-deck.ts';
import type { Deck } from './slides/read-deck.ts';

/** Everything the stages found, for `--trace` and for the accounts. */
export interface Reading {
  readonly document: ReportDocument;
  readonly outline: Outline;
  readonly audit: PdfAudit;
  /** What each stage made, by its name. */
  readonly stages: Readonly<Record<string, unknown>>;
}

/** What was drawn out of a file. */
export interface ExtractedFile {
  readonly pages: readonly PageContent[];
  readonly facts: FileFacts;
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
  const pages = bulkheads.run(
    'glyphs',
    null,
    () => markThickened(file.pages),
    () => [...file.pages],
  );
  const text = readText(pages, bulkheads);
  const known = findFurniture({ pages, ...text, facts: file.facts }, bulkheads);
  const deck = bulkheads.run(
    'slides',
    null,
    () => readDeck({ ...known, pages, all: text.lines, title: known.metadata.title }),
    () => null,
  );
  const furniture: Furniture = {
    ...known,
    ...(deck && { claims: deck.claims, lines: deck.lines, skippedPages: deck.skippedPages }),
  };
  const { labels, skippedPages } = furniture;
  const { measures } = text;
  const found = findRegions({ pages, lines: furniture.lines, measures, labels, skippedPages }, bulkheads);
  const inRegions = new Set(found.regions.flatMap((region) => [...region.runIds]));
  const whole = withoutRuns(pages, furniture.lines, inRegions);
  const { lines: free, trimmings: hyphens } = bulkheads.run(
    'lines',
    null,
    () => rejoinWords(whole),
    () => ({ lines: whole, trimmings: [] }),
  );
  const notes = findNotes({ pages, lines: free, context: furniture.lines, measures }, bulkheads);
  const unordered = free.map((page) => page.filter((line) => !notes.lineIds.has(line.id)));
  const boxes =
    deck &&
    bulkheads.run(
      'slides',
      null,
      () => arrangeSlides({ pages, lines: unordered, labels, deck }),
      () => null,
    );
  const regions = [...found.regions, ...(boxes?.pictures ?? [])];
  const lines = boxes?.lines ?? unordered;
  const isDark = bulkheads.run(
    'lines',
    null,
    () => darknessTest(lines.flat(), measures),
    () => (span: LineSpan) => span.bold,
  );
  const outline = bulkheads.run(
    'outline',
    null,
    () =>
      findHeadings({
        lines: lines.flat(),
        contents: furniture.contents,
        contentsPages: furniture.contentsPages,
        labels,
        measures,
        isDark,
        bookmarks: file.facts.bookmarks,
        heads: headsByPage(furniture.claims),
        ...(deck && { slides: deck.headings }),
        bulkheads,
      }),
    () => NO_OUTLINE,
  );
  const { headings } = outline;
  const flow = arrangeFlow(
    { lines, headings, regions, labels, measures, isDark, ...(boxes && { boxes }) },
    bulkheads,
  );
  const evidence = {
    pages,
    labels,
    measures,
    lines,
    isDark,
    outline,
    faults: bulkheads.messages,
    ...(boxes && { boxes }),
  };
  const judged = bulkheads.run(
    'confidence',
    null,
    () => judgeBlocks(flow, evidence),
    () => flow.map((block) => ({ ...block, ...judgedBy(['page/read-simply']) })),
  );
  const linked = linkNotes(judged, notes.notes, { join: { labels, isStrong: isDark }, bulkheads });
  const claims = [...furniture.claims, ...droppedIn(regions)];
  const placed = new Set([
    ...runIdsOf([...lines.flat(), ...notes.notes.flatMap((note) => note.lines)]),
    ...regions.flatMap((region) => [...region.runIds]),
    ...claims.flatMap((claim) => claim.runIds),
  ]);
  const kept = [
    ...claims,
    ...claimUnseen(pages),
    ...claimRest(pages, placed),
    ...trimmingClaims(linked.trimmings, pages, 'Trimmings of a note mark.'),
    ...trimmingClaims(hyphens, pages, 'Hyphen of a word divided at the end of its line.'),
  ];
  const items = furnitureItems(kept, pages, labels);
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
      ...found.messages,
      ...(boxes?.messages ?? []),
      ...(deck?.messages ?? checkIsReport(pages, partsOf(furniture, pages, text.measures))),
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
    stages: stagesOf({
      file,
      pages,
      lines: text.lines,
      measures,
      furniture,
      regions,
      notes: notes.notes,
      outline,
      slides: deck,
      faults: bulkheads.stacks,
    }),
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

function droppedIn(regions: readonly Region[]): readonly FurnitureClaim[] {
  return regions.flatMap((region) => ('dropped' in region ? region.dropped : []));
}

function partsOf(
  { claims, contents }: Furniture,
  pages: readonly PageContent[],
  { gutters }: DocumentMeasures,
): Parameters<typeof checkIsReport>[1] {
  return {
    hasCover: claims.some((claim) => claim.kind === 'cover'),
    hasContents: contents.length > 0,
    columnPages: new Set(pages.flatMap(({ page }, index) => (gutters[index] ? [page] : []))),
  };
}

interface StageResults {
  readonly file: ExtractedFile;
  readonly pages: readonly PageContent[];
  readonly lines: readonly (readonly TextLine[])[];
  readonly measures: DocumentMeasures;
  readonly furniture: Furniture;
  readonly regions: readonly Region[];
  readonly notes: readonly FoundNote[];
  readonly outline: Outline;
  readonly slides: Deck | null;
  readonly faults: readonly string[];
}

/** The results by the names of the rooms, in their order, as plain data. */
function stagesOf({
  file,
  pages,
  lines,
  measures,
  furniture,
  regions,
  notes,
  outline,
  slides,
  faults,
}: StageResults): Reading['stages'] {
  const { claims, labels, contents, metadata, candidates } = furniture;
  return {
    '1-file': file.facts,
    '2-glyphs': pages,
    '3-lines': { measures, lines },
    '4-furniture': { labels, metadata, candidates, contents, claims },
    '5-regions': regions.map((region) => ({ ...region, runIds: [...region.runIds] })),
    '6-notes': notes,
    '7-outline': { ...outline, headings: undefined },
    '8-faults': faults,
    ...(slides && { '9-slides': { facts: slides.facts, headings: slides.headings } }),
  };
}
