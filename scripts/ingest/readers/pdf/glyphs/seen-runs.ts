/** The runs of a page as they are drawn → those that a reader of the page sees, and the others with the reason. */
import { countInk } from '../../../genre/character-class.ts';
import type { Edges } from './geometry.ts';
import { runText } from './page-content.ts';
import type { GlyphRun, UnseenReason, UnseenRun } from './page-content.ts';
import { groundColor, isHiddenBy, meet } from './painted-areas.ts';
import type { PaintedArea } from './painted-areas.ts';

/** A run, and what its place in the drawing tells. */
export interface DrawnRun extends GlyphRun {
  /** Number of the operator that draws its last glyph. */
  readonly drawnAt: number;
  /** Outside of the clip in force. */
  readonly clipped: boolean;
}

/** What runs were drawn on. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** In the order of painting. */
  readonly areas: readonly PaintedArea[];
  /** Whether pictures were decoded: one that is still unknown then counts as one that hides nothing. */
  readonly decoded: boolean;
}

export interface PartedRuns {
  readonly seen: readonly GlyphRun[];
  readonly unseen: readonly UnseenRun[];
  /** Whether a picture that was not decoded might show what is called unseen. */
  readonly unsure: boolean;
}

/**
 * Where this share of a page's ink is unpainted or covered, it is the text layer of a scan: recognised text lies invisibly
 * over the picture of the page, or under it, beside at most a stamp or a page number that can be seen.
 */
const TEXT_LAYER_SHARE = 0.8;
const LAYER_REASONS: ReadonlySet<UnseenReason> = new Set(['unpainted', 'covered']);
/** What of a run's height is ink: the rest may touch the cells and pictures beside it. */
const INK = { from: 0.2, to: 0.9 } as const;

/** Parts the runs of one page; both lists are in drawing order. */
export function partSeen(runs: readonly DrawnRun[], canvas: Canvas): PartedRuns {
  const judge = judgeOf(canvas);
  const found = runs.map(({ drawnAt, clipped, ...run }) => ({ run, ...judge(run, drawnAt, clipped) }));
  const ink = (list: readonly { readonly run: GlyphRun }[]): number =>
    list.reduce((sum, { run }) => sum + countInk(runText(run)), 0);
  const layer = found.filter(({ reason }) => reason !== null && LAYER_REASONS.has(reason));
  const onPage = found.filter(({ reason }) => reason !== 'outside');
  const isLayer = layer.length > 0 && ink(layer) >= TEXT_LAYER_SHARE * ink(onPage);
  const readable = new Set(isLayer ? layer : []);
  const unseen = found.flatMap((each) =>
    each.reason === null || readable.has(each) ? [] : [{ run: each.run, reason: each.reason }],
  );
  return {
    seen: found.filter((each) => each.reason === null || readable.has(each)).map(({ run }) => run),
    unseen,
    unsure: !isLayer && found.some((each) => each.unsure),
  };
}

interface Judgement {
  readonly reason: UnseenReason | null;
  readonly unsure: boolean;
}

function judgeOf({ areas, decoded, width, height }: Canvas) {
  return (run: GlyphRun, drawnAt: number, clipped: boolean): Judgement => {
    const sure = (reason: UnseenReason): Judgement => ({ reason, unsure: false });
    if (run.renderMode === 3 || run.renderMode === 7) return sure('unpainted');
    if (clipped || isOutside(run, width, height)) return sure('outside');
    const edges = inkEdges(run);
    const here = areas.filter((area) => meet(area.edges, edges));
    const isUnder = (hides: (opacity: PaintedArea['opacity']) => boolean): boolean =>
      isHiddenBy(
        edges,
        run.texts.length,
        here.filter(({ at, opacity }) => at > drawnAt && hides(opacity)),
      );
    if (isUnder((opacity) => opacity === 'opaque')) return sure('covered');
    if (!decoded && isUnder((opacity) => opacity !== 'open')) return { reason: 'covered', unsure: true };
    // A picture that nothing tells of may lie below: only a second look, with pictures, makes sure.
    if (
      run.renderMode === 0 &&
      run.color !== '' &&
      run.color ===
        groundColor(
          edges,
          here.filter(({ at }) => at < drawnAt),
        )
    )
      return { reason: 'groundColor', unsure: !decoded };
    return { reason: null, unsure: false };
  };
}

function inkEdges({ box }: GlyphRun): Edges {
  return [box.x, box.y + INK.from * box.height, box.x + box.width, box.y + INK.to * box.height];
}

/** Wholly outside the visible page. */
function isOutside({ box }: GlyphRun, pageWidth: number, pageHeight: number): boolean {
  const { x, y, width, height } = box;
  return x + width <= 0 || y + height <= 0 || x >= pageWidth || y >= pageHeight;
}
