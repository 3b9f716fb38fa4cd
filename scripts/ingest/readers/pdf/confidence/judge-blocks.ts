/** The blocks of the body with what is doubted of them: the one place that decides how sure a reading is. */
import { type DoubtId, judgedBy } from '../../../model/confidence.ts';
import type { Block, Callout, Heading } from '../../../model/document.ts';
import type { Message } from '../../../model/messages.ts';
import { mapParts, partsOf } from '../../../model/walk.ts';
import { settingOf, settingOfBox } from '../flow/arrange-flow.ts';
import type { FlowInput } from '../flow/arrange-flow.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import { linesOfParagraph, originsOf } from '../lines/paragraph-of-lines.ts';
import type { LineSpan, TextLine } from '../lines/text-line.ts';
import type { Outline } from '../outline/find-headings.ts';
import { judgeExhibits } from './judge-exhibits.ts';
import { judgeHeadings } from './judge-headings.ts';
import { judgeParagraphs } from './judge-paragraphs.ts';

/** What the stages found, by which their work is judged. */
export interface Evidence {
  readonly pages: readonly PageContent[];
  readonly labels: readonly string[];
  readonly measures: DocumentMeasures;
  /** Body lines of each page, headings included. */
  readonly lines: readonly (readonly TextLine[])[];
  readonly isDark: (span: LineSpan) => boolean;
  /** Boxes of slides; absent where the file is no deck. */
  readonly boxes?: Exclude<FlowInput['boxes'], undefined>;
  readonly outline: Outline;
  /** Faults that bulkheads held. */
  readonly faults: readonly Message[];
}

type Doubts = ReadonlyMap<Block, readonly DoubtId[]>;

/** Gives every block its confidence, those inside others too. They are the blocks that the flow made, before notes are linked. */
export function judgeBlocks(body: readonly Block[], evidence: Evidence): Block[] {
  const known = doubtsOfKinds(body, evidence);
  const onPage = pageDoubts(evidence);
  const judge = (block: Block): Block => {
    const inside = mapParts(block, { blocks: (blocks) => blocks.map(judge) });
    const simply = block.type === 'paragraph' && linesOfParagraph(block).length === 0;
    const doubts: DoubtId[] = [
      ...(known.get(block) ?? []),
      ...(simply ? (['page/read-simply'] as const) : []),
      ...(isOneLine(block) ? (['listing/one-line'] as const) : []),
      ...(hasUnsurePart(inside) ? (['part/unsure'] as const) : []),
      ...block.origins.flatMap((origin) => (origin.kind === 'pdf' ? onPage(origin.page) : [])),
    ];
    return { ...inside, ...judgedBy(doubts) };
  };
  return body.map(judge);
}

function doubtsOfKinds(body: readonly Block[], evidence: Evidence): Doubts {
  const { lines, outline, labels, measures } = evidence;
  const inHeading = new Set(outline.headings.flatMap((heading) => heading.lines.map(({ id }) => id)));
  const text = lines.flat().filter(({ id }) => !inHeading.has(id));
  const { options } = settingOf(text, evidence);
  const places = new Map(
    [...judgeHeadings(outline)].map(([heading, doubts]) => [
      placeOf(originsOf(heading.lines, labels)),
      doubts,
    ]),
  );
  return new Map<Block, readonly DoubtId[]>([
    ...judgeParagraphs(body, options),
    ...judgeExhibits(body),
    ...body.flatMap((block): readonly (readonly [Block, readonly DoubtId[]])[] => {
      if (block.type === 'heading') return [[block, places.get(placeOf(block.origins)) ?? []]];
      return block.type === 'callout' ? [...judgeBox(block, measures)] : [];
    }),
  ]);
}

function judgeBox(box: Callout, measures: DocumentMeasures): Doubts {
  const linesIn = (block: Block): readonly TextLine[] =>
    block.type === 'paragraph'
      ? linesOfParagraph(block)
      : partsOf(block).flatMap((part) => (part.kind === 'blocks' ? part.blocks.flatMap(linesIn) : []));
  return judgeParagraphs(box.children, settingOfBox(box.children.flatMap(linesIn), measures));
}

/** Names a heading by where it begins. */
function placeOf([first]: Heading['origins']): string {
  return first?.kind === 'pdf' ? `${String(first.page)} ${String(first.box.x)} ${String(first.box.y)}` : '';
}

function isOneLine(block: Block): boolean {
  return block.type === 'listing' && !block.children.some(({ type }) => type === 'break');
}

function hasUnsurePart(block: Block): boolean {
  return partsOf(block).some(
    (part) => part.kind === 'blocks' && part.blocks.some(({ confidence }) => confidence === 'unsure'),
  );
}

/** What is doubted of all that stands on a page. A fault without a page concerns the whole file. */
function pageDoubts({ pages, faults }: Evidence): (page: number) => readonly DoubtId[] {
  const failed = new Set(faults.map(({ origin }) => (origin?.kind === 'pdf' ? origin.page : 0)));
  const recognised = new Set(
    pages.flatMap(({ page, runs }) =>
      runs.some(({ confidence }) => confidence !== undefined) ? [page] : [],
    ),
  );
  const incomplete = new Set(
    pages.flatMap(({ page, unreadableGlyphs }) => (unreadableGlyphs > 0 ? [page] : [])),
  );
  return (page) => [
    ...(failed.has(0) || failed.has(page) ? (['page/read-simply'] as const) : []),
    ...(recognised.has(page) ? (['page/recognised'] as const) : []),
    ...(incomplete.has(page) ? (['page/glyphs-missing'] as const) : []),
  ];
}
