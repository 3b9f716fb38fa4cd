/** Headings, paragraphs and regions in reading order → the body's blocks. */
import { countIdeographs } from '../../../genre/character-class.ts';
import { itemAt } from '../../../model/item-at.ts';
import type { Block, Callout, Heading } from '../../../model/document.ts';
import { breakParagraphs, goesOn } from './break-paragraphs.ts';
import { indentsByPart } from './paragraph-indents.ts';
import type { FlowOptions, ParagraphLines } from './paragraph-lines.ts';
import { blocksOfParagraphs } from './build-blocks.ts';
import { dropStart, originsOf } from '../lines/paragraph-of-lines.ts';
import type { FoundHeading } from '../outline/find-headings.ts';
import { findBlockColumns } from './block-columns.ts';
import { leadingBySetting } from './usual-leading.ts';
import { findInsets } from './find-insets.ts';
import { joinLines } from '../lines/join-lines.ts';
import type { JoinOptions } from '../lines/join-lines.ts';
import { factsByColumn } from '../lines/line-facts.ts';
import { columnAt } from '../lines/learn-measures.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import { Bulkheads } from '../process/bulkheads.ts';
import type { CalloutRegion, Region } from '../regions/types.ts';
import type { SlideBoxes } from '../slides/arrange-slides.ts';
import type { Column, LineSpan, TextLine } from '../lines/text-line.ts';

export interface FlowInput {
  /** Body lines of each page, without furniture, notes and regions; headings included. */
  readonly lines: readonly (readonly TextLine[])[];
  readonly headings: readonly FoundHeading[];
  readonly regions: readonly Region[];
  readonly labels: readonly string[];
  readonly measures: DocumentMeasures;
  readonly isDark: (span: LineSpan) => boolean;
  /** The boxes that text stands in on slides; absent where the file is none. */
  readonly boxes?: SlideBoxes;
}

type Item =
  | { readonly kind: 'line'; readonly line: TextLine }
  | { readonly kind: 'heading'; readonly heading: FoundHeading }
  | { readonly kind: 'region'; readonly region: Region };

/** Lines, headings and regions in reading order → blocks. What fails becomes a paragraph for each of its lines. */
export function arrangeFlow(input: FlowInput, bulkheads = new Bulkheads()): Block[] {
  return bulkheads.run(
    'flow',
    null,
    () => arrange(input, bulkheads),
    () => plainFlow(input),
  );
}

function arrange(input: FlowInput, bulkheads: Bulkheads): Block[] {
  const body = input.lines.flat();
  const inHeading = new Set(input.headings.flatMap((heading) => heading.lines.map((line) => line.id)));
  const text = body.filter((line) => !inHeading.has(line.id));
  const { insets, options } = settingOf(text, input);
  const join: JoinOptions = { labels: input.labels, isStrong: (span) => input.isDark(span) };
  const blocks: Block[] = [];
  let run: TextLine[] = [];
  const items = arrangeItems(input);
  const flush = (): void => {
    const lines = run;
    run = [];
    if (lines.length === 0) return;
    const made = bulkheads.run(
      'flow',
      lines[0]?.page ?? null,
      () => blocksOfParagraphs(breakParagraphs(lines, options), join, (line) => insets.has(line.id)),
      () => plainBlocks(lines, input.labels),
    );
    blocks.push(...made);
  };
  const held: Region[] = [];
  items.forEach((item, index) => {
    if (item.kind === 'line') {
      if (held.length > 0 && !continues(run, item.line, options)) release();
      run.push(item.line);
    } else if (item.kind === 'heading') {
      release();
      flush();
      blocks.push(headingBlock(item.heading, input));
    } else if (continuesAfter(run, items, index, options)) held.push(item.region);
    else {
      release();
      flush();
      blocks.push(...regionBlocks(item.region));
    }
  });
  release();
  flush();
  return blocks;

  function regionBlocks(region: Region): readonly Block[] {
    if (region.kind !== 'callout') return [region.block];
    return bulkheads.run(
      'flow',
      region.parts[0]?.page ?? null,
      () => [calloutBlock(region, input, join)],
      () => plainBlocks([...region.titleLines, ...region.lines], input.labels),
    );
  }

  /** Puts out regions that a paragraph ran around, behind it. */
  function release(): void {
    if (held.length === 0) return;
    flush();
    blocks.push(...held.splice(0).flatMap(regionBlocks));
  }
}

/** Where text lines stand: in a quotation, in a block of its own width, or in the page's column. */
export function settingOf(
  text: readonly TextLine[],
  { lines, measures, isDark, boxes }: Pick<FlowInput, 'lines' | 'measures' | 'isDark' | 'boxes'>,
): { readonly insets: ReadonlyMap<number, Column>; readonly options: FlowOptions } {
  const onPage = factsByColumn((line) => columnAt(measures, line));
  const blocks = boxes?.columns ?? findBlockColumns(text, onPage);
  const inBlock = factsByColumn((line) => blocks.get(line.id) ?? columnAt(measures, line));
  const insets = boxes ? new Map<number, Column>() : findInsets(text, inBlock);
  const options: FlowOptions = {
    factsOf: factsByColumn((line) => insets.get(line.id) ?? inBlock(line).column),
    isInset: (line) => insets.has(line.id),
    isDark: (line) => isDarkThroughout(line, isDark),
    startsBox: (line) => boxes?.starts.has(line.id) ?? false,
    leadingAt: leadingBySetting(text, measures.leading),
    indents: indentsByPart(lines.flat(), onPage),
  };
  return { insets, options };
}

/** Whether all Chinese of a line is set dark; figures and Latin words between may be in a font that has no dark face. */
function isDarkThroughout({ spans }: TextLine, isDark: (span: LineSpan) => boolean): boolean {
  const chinese = spans.filter(({ text }) => countIdeographs(text) > 0);
  return chinese.length > 0 && chinese.every(isDark);
}

/** Whether the lines gathered so far go on in `line`. */
function continues(run: readonly TextLine[], line: TextLine, options: FlowOptions): boolean {
  const open: ParagraphLines | undefined = breakParagraphs(run, options).at(-1);
  if (!open) return false;
  // A region between two lines takes room: their distance says nothing.
  const last = itemAt(open.lines, open.lines.length - 1);
  const near =
    last.page === line.page ? { ...line, baseline: last.baseline + options.leadingAt(line) } : line;
  return goesOn(open, near, options);
}

/** Whether the paragraph before a region goes on behind it (and behind other regions, but no heading). */
function continuesAfter(
  run: readonly TextLine[],
  items: readonly Item[],
  index: number,
  options: FlowOptions,
): boolean {
  const next = items.slice(index + 1).find((item) => item.kind !== 'region');
  return run.length > 0 && next?.kind === 'line' && continues(run, next.line, options);
}

/** Lines and headings page by page, regions before the first line that begins below their top. */
function arrangeItems({ lines, headings, regions }: FlowInput): Item[] {
  const starts = new Map(headings.map((heading) => [itemAt(heading.lines, 0).id, heading]));
  const inHeading = new Set(headings.flatMap((heading) => heading.lines.map((line) => line.id)));
  return lines.flatMap((page, index) => {
    const items: Item[] = page.flatMap((line): Item[] => {
      const heading = starts.get(line.id);
      if (heading) return [{ kind: 'heading', heading }];
      return inHeading.has(line.id) ? [] : [{ kind: 'line', line }];
    });
    const here = regions.filter((region) => region.parts[0]?.page === index + 1);
    for (const region of here.sort((a, b) => topOfRegion(a) - topOfRegion(b))) {
      const top = topOfRegion(region);
      const at = items.findIndex((item) => topOf(item) > top);
      items.splice(at < 0 ? items.length : at, 0, { kind: 'region', region });
    }
    return items;
  });
}

function topOfRegion({ parts }: Region): number {
  return itemAt(parts, 0).box.y;
}

function topOf(item: Item): number {
  if (item.kind === 'line') return item.line.box.y;
  return item.kind === 'heading' ? itemAt(item.heading.lines, 0).box.y : topOfRegion(item.region);
}

function headingBlock(heading: FoundHeading, { labels }: FlowInput): Heading {
  const children = joinLines(heading.lines, { labels, isStrong: () => false });
  return {
    type: 'heading',
    origins: originsOf(heading.lines, labels),
    level: heading.level,
    number: heading.number,
    children: dropStart(children, heading.number.length),
    ...(heading.matter && { matter: heading.matter }),
  };
}

/** Boxed text has a column of its own. */
export function settingOfBox(lines: readonly TextLine[], { leading }: DocumentMeasures): FlowOptions {
  const left = Math.min(...lines.map((line) => line.box.x));
  const right = Math.max(...lines.map((line) => line.box.x + line.box.width));
  const factsOf = factsByColumn(() => ({ left, right }));
  return {
    factsOf,
    leadingAt: leadingBySetting(lines, leading),
    indents: indentsByPart(lines, factsOf),
  };
}

function calloutBlock(region: CalloutRegion, { labels, measures }: FlowInput, join: JoinOptions): Callout {
  const options = settingOfBox(region.lines, measures);
  return {
    type: 'callout',
    origins: originsOf([...region.titleLines, ...region.lines], labels),
    title: region.title,
    children: blocksOfParagraphs(breakParagraphs(region.lines, options), join),
  };
}

/** A paragraph for each line. */
function plainBlocks(lines: readonly TextLine[], labels: readonly string[]): Block[] {
  return lines.map((line) => {
    const children = [{ type: 'text' as const, value: line.text }];
    return { type: 'paragraph', origins: originsOf([line], labels), children };
  });
}

/** Everything page by page, each line by itself: no heading, but nothing is lost. */
function plainFlow({ lines, regions, labels }: FlowInput): Block[] {
  return lines.flatMap((page, index) => {
    const here = regions.filter(({ parts }) => parts[0]?.page === index + 1);
    const made = here.flatMap((region) =>
      region.kind === 'callout'
        ? plainBlocks([...region.titleLines, ...region.lines], labels)
        : [region.block],
    );
    return [...plainBlocks(page, labels), ...made];
  });
}
