/** One page → its pictures and drawings, and the captions that they stand beside. */
import type { Box } from '../../../../model/document.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { attachedAmong, linesBelow } from '../captions/attached-lines.ts';
import type { CaptionLines } from '../captions/caption-lines.ts';
import {
  acrossOf,
  alongOf,
  bottomOf,
  boxFrom,
  grown,
  holdsMiddle,
  middleOf,
  overlapOf,
  rightOf,
  touches,
  unionOf,
} from '../../glyphs/geometry.ts';
import { figureRegion } from './figure-region.ts';
import { drawnParts, drawingGroups, type DrawnPart } from './drawn-parts.ts';
import { isFrameOfText, isOrnament } from './ornaments.ts';
import { isFree, type PageView } from '../page-view.ts';
import { isProse, proseOutside } from '../prose.ts';
import { lineRunIds, runIdsOf } from '../../lines/run-ids.ts';
import type { FigureRegion } from '../types.ts';

/** Labels stand at most this far (in ems) from the drawing that they belong to. */
const LABEL_GAP_EMS = 1.8;

/** Strokes and the ascenders of labels reach over their boxes by these ems. */
const DRAWING_MARGIN_EMS = 0.35;

/** A drawing further (in ems) from its caption than this, with nothing between, is not its picture. */
const MAX_CAPTION_GAP_EMS = 6;

/** Points by which a drawing may reach over its clip, and the clip over the free stretch of the page. */
const CLIP_SLACK = 2;

/** A clip larger than this many times the drawing is that of a whole page or column. */
const MAX_CLIP_RATIO = 3;

export type Side = 'above' | 'below';

const areaOf = ({ width, height }: Box): number => width * height;

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  rightOf(inner) <= rightOf(outer) &&
  bottomOf(inner) <= bottomOf(outer);

function clipped(box: Box, limit: Box): Box {
  return boxFrom(
    Math.max(box.x, limit.x),
    Math.max(box.y, limit.y),
    Math.min(rightOf(box), rightOf(limit)),
    Math.min(bottomOf(box), bottomOf(limit)),
  );
}

/** Sizes from which a drawing without a caption is a figure and not an ornament, as shares of the measure and in ems. */
const MIN_WIDTH_SHARE = 0.2;
const MIN_HEIGHT_EMS = 4;

/** A drawing of vectors alone needs so many parts. */
const MIN_VECTOR_PARTS = 12;

function isLargeDrawing(group: readonly DrawnPart[], area: Box, { area: text, em }: PageView): boolean {
  if (area.width < MIN_WIDTH_SHARE * (text.right - text.left) || area.height < MIN_HEIGHT_EMS * em)
    return false;
  return group.some(({ kind }) => kind === 'image') || group.length >= MIN_VECTOR_PARTS;
}

/** So many lines of running text in front of a picture make it a background or a watermark. */
const MAX_PROSE_LINES = 3;

function isBehindText(view: PageView, area: Box): boolean {
  const over = view.lines.filter((line) => holdsMiddle(area, line.box) && isProse(line, view));
  return over.length >= MAX_PROSE_LINES;
}

/** The search for the figures of one page. */
export class FigureSearch {
  readonly #view: PageView;
  readonly #taken: readonly Box[];
  readonly #parts: readonly DrawnPart[];
  readonly #blockers: readonly Box[];
  readonly #attached: ReadonlySet<TextLine>;
  /** Runs of running text: they stand in no figure, even where its picture reaches over them. */
  readonly #proseIds: ReadonlySet<number>;
  /** Runs that a figure of the page answers for. */
  readonly #said = new Set<number>();
  readonly captions: readonly CaptionLines[];

  /** @param taken Areas of tables, listings and boxed texts, whose text is no longer in the view. */
  constructor(view: PageView, taken: readonly Box[]) {
    this.#view = view;
    this.#taken = taken;
    this.#attached = attachedAmong(view.lines, view.em);
    this.captions = view.captions.filter((caption) => caption.kind !== 'table' && isFree(caption, view));
    this.#parts = drawnParts(view).filter(
      ({ box }) => !taken.some((area) => holdsMiddle(area, box)) && !isBehindText(view, box),
    );
    const drawn = drawingGroups(this.#parts, view.em).map((group) => unionOf(group.map(({ box }) => box)));
    const prose = proseOutside(drawn, view);
    this.#proseIds = new Set(runIdsOf(prose));
    const captionLines = view.captions.flatMap(({ lines }) => lines);
    this.#blockers = [...taken, ...prose.map(({ box }) => box), ...captionLines.map(({ box }) => box)];
  }

  /** Keeps lines for the figure that they belong to: no other says them. */
  take(lines: readonly TextLine[]): void {
    for (const id of runIdsOf(lines)) this.#said.add(id);
  }

  /** The stretch of the page beside the caption in which its picture may stand. */
  #band(caption: CaptionLines, side: Side): Box {
    const { content } = this.#view;
    const others = this.#view.captions.filter((other) => other !== caption).map(({ box }) => box);
    const beside = [...others, ...this.#taken].filter(
      (box) => overlapOf(alongOf(box), alongOf(caption.box)) > 0,
    );
    const left = Math.max(
      0,
      ...beside.filter((box) => box.x < caption.box.x).map((box) => (rightOf(box) + caption.box.x) / 2),
    );
    const right = Math.min(
      content.width,
      ...beside.filter((box) => box.x > caption.box.x).map((box) => (box.x + rightOf(caption.box)) / 2),
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
    const attached = this.#view.lines.filter(
      (line) => this.#attached.has(line) && holdsMiddle(band, line.box),
    );
    const labels = this.#labels(area, band);
    const text = [...attached, ...labels].reduce((sum, { box }) => sum + 1.6 * box.height, 0);
    return gap - text > MAX_CAPTION_GAP_EMS * this.#view.em ? [] : inside;
  }

  /** Lines of text in and around a drawing, down to the caption, that are neither prose nor source. */
  #labels(area: Box, band: Box): readonly TextLine[] {
    const free = this.#view.lines.filter(
      (line) =>
        holdsMiddle(band, line.box) && !this.#attached.has(line) && !this.#blockers.includes(line.box),
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

  /** The area that a placed drawing was given: the smallest clip around it with no running text or other region inside. */
  #placedArea(whole: Box, limit: Box): Box | undefined {
    const slack = grown(limit, CLIP_SLACK);
    const around = (this.#view.content.clips ?? []).filter(
      (clip) =>
        contains(grown(clip, CLIP_SLACK), whole) &&
        contains(slack, clip) &&
        areaOf(clip) <= MAX_CLIP_RATIO * areaOf(whole) &&
        ![...this.#attached].some((line) => holdsMiddle(clip, line.box)) &&
        !this.#blockers.some((box) => holdsMiddle(clip, box) && !holdsMiddle(whole, box)),
    );
    return around.length === 0
      ? undefined
      : around.reduce((best, clip) => (areaOf(clip) < areaOf(best) ? clip : best));
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
    const drawn = clipped(grown(whole, margin), unionOf([whole, clipped(grown(whole, margin), limit)]));
    const box = this.#placedArea(whole, limit) ?? drawn;
    const below = linesBelow(this.#view, box, new Set(caption?.lines));
    const after =
      caption !== undefined && side === 'above' ? linesBelow(this.#view, caption.box, new Set()) : [];
    const attached = [...new Set([...below, ...after])].filter(
      (line) => !lineRunIds(line).some((id) => this.#said.has(id)),
    );
    this.take(attached);
    const labelIds = new Set(runIdsOf(labels));
    const runs = this.#view.runs.filter(
      (run) =>
        !this.#said.has(run.id) &&
        !this.#proseIds.has(run.id) &&
        (labelIds.has(run.id) || holdsMiddle(box, run.box)),
    );
    for (const { id } of runs) this.#said.add(id);
    return figureRegion({ page: this.#view.page, box, runs, attached, caption, label });
  }

  /** Drawn parts that stand in no region yet, in groups that are large enough to be a figure. */
  leftOver(used: readonly Box[]): readonly (readonly DrawnPart[])[] {
    const free = this.#parts.filter(({ box }) => !used.some((area) => holdsMiddle(area, box)));
    return drawingGroups(free, this.#view.em).filter((group) => {
      const area = unionOf(group.map(({ box }) => box));
      const isFree = !this.#taken.some((box) => touches(box, area)) && !isBehindText(this.#view, area);
      return (
        isFree &&
        isLargeDrawing(group, area, this.#view) &&
        !isOrnament(group, area, this.#view) &&
        !isFrameOfText(group, area, this.#view)
      );
    });
  }
}
