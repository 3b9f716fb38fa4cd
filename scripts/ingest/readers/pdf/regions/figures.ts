/** Figures: the pictures and drawings beside a figure's caption, and large ones without any. */
import type { Box, Figure } from '../../../model/document.ts';
import { assembleLines } from '../assemble-lines.ts';
import type { GlyphRun } from '../page-content.ts';
import type { TextLine } from '../text-line.ts';
import { linesBelow, sourceInlines } from './attached-lines.ts';
import { captionInlines, type CaptionLines } from './caption-lines.ts';
import { isNoteLine, isSourceLine, isUnitLine } from './captions.ts';
import {
  acrossOf,
  bottomOf,
  boxFrom,
  centreOf,
  grown,
  holdsMiddle,
  middleOf,
  overlapOf,
  rightOf,
  touches,
  unionOf,
} from './geometry.ts';
import { drawnParts, drawingGroups, type DrawnPart } from './drawn-parts.ts';
import type { PageView } from './page-view.ts';
import { isProse } from './prose.ts';
import { runIdsOf } from './table-regions.ts';
import type { FigureRegion } from './types.ts';

/** Labels stand at most this far (in ems) from the drawing that they belong to. */
const LABEL_GAP_EMS = 1.8;

/** Strokes and the ascenders of labels reach over their boxes by these ems. */
const DRAWING_MARGIN_EMS = 0.35;

/** A drawing further (in ems) from its caption than this, with nothing between, is not its picture. */
const MAX_CAPTION_GAP_EMS = 6;

/** What other regions and lines of the page are not to be read as parts of a figure. */
export interface FigureLimits {
  /** Tables and boxed texts. */
  readonly taken: readonly Box[];
  /** Captions that tables have claimed. */
  readonly usedCaptions: ReadonlySet<CaptionLines>;
}

type Side = 'above' | 'below';

const isAttached = ({ text }: TextLine): boolean =>
  isSourceLine(text) || isNoteLine(text) || isUnitLine(text);

/** The search for the figures of one page. */
class FigureSearch {
  readonly #view: PageView;
  readonly #taken: readonly Box[];
  readonly #parts: readonly DrawnPart[];
  readonly #blockers: readonly Box[];
  readonly captions: readonly CaptionLines[];

  constructor(view: PageView, { taken, usedCaptions }: FigureLimits) {
    this.#view = view;
    this.#taken = taken;
    this.captions = view.captions.filter((caption) => caption.kind !== 'table' && !usedCaptions.has(caption));
    this.#parts = drawnParts(view).filter(({ box }) => !taken.some((area) => holdsMiddle(area, box)));
    const drawn = drawingGroups(this.#parts, view.em).map((group) => unionOf(group.map(({ box }) => box)));
    const isInDrawing = ({ box }: TextLine): boolean => drawn.some((area) => holdsMiddle(area, box));
    const prose = view.lines.filter((line) => isProse(line, view.lines, view.measures) && !isInDrawing(line));
    const captionLines = view.captions.flatMap(({ lines }) => lines);
    this.#blockers = [...taken, ...prose.map(({ box }) => box), ...captionLines.map(({ box }) => box)];
  }

  /** The stretch of the page beside the caption in which its picture may stand. */
  #band(caption: CaptionLines, side: Side): Box {
    const { content } = this.#view;
    const beside = this.#view.captions.filter(
      (other) => other !== caption && overlapOf(alongBox(other.box), alongBox(caption.box)) > 0,
    );
    const left = Math.max(
      0,
      ...beside
        .filter(({ box }) => box.x < caption.box.x)
        .map(({ box }) => (rightOf(box) + caption.box.x) / 2),
    );
    const right = Math.min(
      content.width,
      ...beside
        .filter(({ box }) => box.x > caption.box.x)
        .map(({ box }) => (box.x + rightOf(caption.box)) / 2),
    );
    const inColumn = this.#blockers.filter((box) => overlapOf(acrossOf(box), { from: left, to: right }) > 0);
    if (side === 'above') {
      const top = Math.max(0, ...inColumn.filter((box) => middleOf(box) < caption.box.y - 1).map(bottomOf));
      return boxFrom(left, Math.min(top, caption.box.y), right, caption.box.y);
    }
    const bottom = bottomOf(caption.box);
    const end = Math.min(
      content.height,
      ...inColumn.filter((box) => middleOf(box) > bottom + 1).map((box) => box.y),
    );
    return boxFrom(left, bottom, right, Math.max(end, bottom));
  }

  /** The drawn parts in the stretch beside the caption. */
  picture(caption: CaptionLines, side: Side): readonly DrawnPart[] {
    const band = this.#band(caption, side);
    const inside = this.#parts.filter(({ box }) => holdsMiddle(band, box));
    if (inside.length === 0) return [];
    const area = unionOf(inside.map(({ box }) => box));
    const gap = side === 'above' ? caption.box.y - bottomOf(area) : area.y - bottomOf(caption.box);
    const attached = this.#view.lines.filter((line) => isAttached(line) && holdsMiddle(band, line.box));
    const labels = this.#labels(area, band);
    const text = [...attached, ...labels].reduce((sum, { box }) => sum + 1.6 * box.height, 0);
    return gap - text > MAX_CAPTION_GAP_EMS * this.#view.em ? [] : inside;
  }

  /** Lines of text in and around a drawing, down to the caption, that are neither prose nor source. */
  #labels(area: Box, band: Box): readonly TextLine[] {
    const free = this.#view.lines.filter(
      (line) => holdsMiddle(band, line.box) && !isAttached(line) && !this.#blockers.includes(line.box),
    );
    const found = new Set<TextLine>();
    let reached = area;
    for (let round = 0; round < 3; round++) {
      const near = free.filter(
        (line) => !found.has(line) && touches(reached, line.box, LABEL_GAP_EMS * this.#view.em),
      );
      if (near.length === 0) break;
      for (const line of near) found.add(line);
      reached = unionOf([reached, ...near.map(({ box }) => box)]);
    }
    return [...found];
  }

  /** The region of the drawn parts with their labels. */
  region(
    parts: readonly DrawnPart[],
    caption: CaptionLines | undefined,
    side: Side,
    label: string,
  ): FigureRegion {
    const { em, content } = this.#view;
    const area = unionOf(parts.map(({ box }) => box));
    const band = caption === undefined ? area : this.#band(caption, side);
    const labels = this.#labels(area, band);
    const whole = unionOf([area, ...labels.map(({ box }) => box)]);
    const isPicture =
      parts.every(({ kind }) => kind === 'image') && labels.every(({ box }) => holdsMiddle(area, box));
    const margin = isPicture ? 0 : DRAWING_MARGIN_EMS * em;
    const limit = caption === undefined ? boxFrom(0, 0, content.width, content.height) : band;
    const box = clipped(grown(whole, margin), unionOf([whole, clipped(grown(whole, margin), limit)]));
    const below = linesBelow(this.#view, box, new Set(caption?.lines));
    const after =
      caption !== undefined && side === 'above' ? linesBelow(this.#view, caption.box, new Set()) : [];
    const attached = [...new Set([...below, ...after])];
    const outside = new Set(runIdsOf([...attached, ...(caption?.lines ?? [])]));
    const labelIds = new Set(runIdsOf(labels));
    const runs = this.#view.runs.filter(
      (run) => !outside.has(run.id) && (labelIds.has(run.id) || holdsMiddle(box, run.box)),
    );
    return this.#describe({ box, runs, attached, caption, label });
  }

  #describe(found: FoundFigure): FigureRegion {
    const { box, runs, attached, caption, label } = found;
    const page = this.#view.page;
    const text = figureText(runs);
    const lines = [...attached, ...(caption?.lines ?? [])];
    const block: Figure = {
      type: 'figure',
      number: caption?.number ?? '',
      caption: caption === undefined ? [] : captionInlines(caption),
      source: sourceInlines(attached),
      alt: text === '' ? null : text,
      asset: null,
      origins: [{ kind: 'pdf', page, label, box }],
    };
    const name = block.number === '' ? 'a figure' : block.number;
    return {
      kind: 'figure',
      parts: [{ page, box: unionOf([box, ...lines.map((line) => line.box)]) }],
      runIds: new Set([...runs.map(({ id }) => id), ...runIdsOf(lines)]),
      block,
      dropped:
        runs.length === 0
          ? []
          : [
              {
                kind: 'figureText',
                reason: `Labels inside ${name}.`,
                page,
                box: unionOf(runs.map((run) => run.box)),
                text,
                runIds: runs.map(({ id }) => id),
              },
            ],
    };
  }

  /** Drawn parts that stand in no region yet, in groups that are large enough to be a figure. */
  leftOver(used: readonly Box[]): readonly (readonly DrawnPart[])[] {
    const free = this.#parts.filter(({ box }) => !used.some((area) => holdsMiddle(area, box)));
    return drawingGroups(free, this.#view.em).filter((group) => {
      const area = unionOf(group.map(({ box }) => box));
      return isLargeDrawing(group, area, this.#view) && !this.#taken.some((box) => touches(box, area));
    });
  }
}

interface FoundFigure {
  readonly box: Box;
  readonly runs: readonly GlyphRun[];
  readonly attached: readonly TextLine[];
  readonly caption: CaptionLines | undefined;
  readonly label: string;
}

const alongBox = (box: Box): { from: number; to: number } => ({ from: box.y, to: bottomOf(box) });

function clipped(box: Box, limit: Box): Box {
  return boxFrom(
    Math.max(box.x, limit.x),
    Math.max(box.y, limit.y),
    Math.min(rightOf(box), rightOf(limit)),
    Math.min(bottomOf(box), bottomOf(limit)),
  );
}

/** The labels in reading order, parted by 、; turned ones last. */
function figureText(runs: readonly GlyphRun[]): string {
  const upright = assembleLines(runs).map(({ text }) => text.trim());
  const turned = runs
    .filter((run) => run.rotation !== 0 || run.vertical)
    .map(({ texts }) => texts.join('').trim());
  return [...upright, ...turned].filter((text) => text !== '').join('、');
}

/** Sizes from which a drawing without a caption is a figure and not an ornament, as shares of the measure and in ems. */
const MIN_WIDTH_SHARE = 0.2;
const MIN_HEIGHT_EMS = 4;

/** A drawing of vectors alone needs so many parts. */
const MIN_VECTOR_PARTS = 12;

function isLargeDrawing(group: readonly DrawnPart[], area: Box, { measures, em }: PageView): boolean {
  if (area.width < MIN_WIDTH_SHARE * (measures.right - measures.left) || area.height < MIN_HEIGHT_EMS * em)
    return false;
  return group.some(({ kind }) => kind === 'image') || group.length >= MIN_VECTOR_PARTS;
}

/** Which side of its caption the pictures of a document stand on, where both are possible. */
function usualSide(searches: readonly FigureSearch[]): Side {
  let above = 0;
  let below = 0;
  for (const search of searches) {
    for (const caption of search.captions) {
      const [hasAbove, hasBelow] = [search.picture(caption, 'above'), search.picture(caption, 'below')].map(
        (parts) => parts.length > 0,
      );
      if (hasAbove && !hasBelow) above++;
      if (hasBelow && !hasAbove) below++;
    }
  }
  return below > above ? 'below' : 'above';
}

function pageFigures(search: FigureSearch, usual: Side, label: string): readonly FigureRegion[] {
  const found: FigureRegion[] = [];
  for (const caption of search.captions) {
    const other: Side = usual === 'above' ? 'below' : 'above';
    const side = [usual, other].find((each) => search.picture(caption, each).length > 0);
    if (side === undefined) continue;
    found.push(search.region(search.picture(caption, side), caption, side, label));
  }
  const used = found.flatMap(({ parts }) => parts.map(({ box }) => box));
  for (const group of search.leftOver(used)) found.push(search.region(group, undefined, 'above', label));
  return found.sort(
    (a, b) => a.parts[0]!.box.y - b.parts[0]!.box.y || centreOf(a.parts[0]!.box) - centreOf(b.parts[0]!.box),
  );
}

/** The figures of all pages. `limits` and `labels` are in the order of `views`. */
export function findFigures(
  views: readonly PageView[],
  limits: readonly FigureLimits[],
  labels: readonly string[],
): readonly FigureRegion[] {
  const searches = views.map((view, index) => new FigureSearch(view, limits[index]!));
  const usual = usualSide(searches);
  return searches.flatMap((search, index) => pageFigures(search, usual, labels[index]!));
}
