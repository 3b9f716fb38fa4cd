/** What a page paints, in its order → what of it hides text below, and what colour text stands on. */
import { itemAt } from '../../../model/item-at.ts';
import type { Edges } from './geometry.ts';

/** A place on the page that something was painted on. */
export interface PaintedArea {
  readonly edges: Edges;
  /** Number of the operator that paints it: what is painted later lies above. */
  readonly at: number;
  /** `#rrggbb` of a plain fill, '' of anything with more than one colour. */
  readonly color: string;
  /** Whether nothing below shows through, all over; `unknown` of a picture that was left out undecoded. */
  readonly opacity: 'opaque' | 'open' | 'unknown';
}

/** Points looked at in a piece of text: rows between its head and foot, and at most so many along it. */
const SAMPLE_ROWS = [0.3, 0.5, 0.7] as const;
const MAX_SAMPLES_ALONG = 40;
/** Text is covered where this share of its points is: edges of pictures do not meet text to the hair. */
const COVERED_SHARE = 0.9;

/** White paper: what is below everything. */
const PAPER = '#ffffff';

/** Whether areas, each of which hides what is below it, together hide what stands between `edges`. */
export function isHiddenBy(edges: Edges, glyphs: number, areas: readonly PaintedArea[]): boolean {
  const near = areas.filter((area) => meet(area.edges, edges));
  if (near.length === 0) return false;
  const [left, top, right, bottom] = edges;
  const along = Math.min(MAX_SAMPLES_ALONG, Math.max(SAMPLE_ROWS.length, glyphs));
  const points = Array.from(
    { length: along },
    (_, index) => left + ((index + 0.5) / along) * (right - left),
  ).flatMap((x) => SAMPLE_ROWS.map((row) => [x, top + row * (bottom - top)] as const));
  const hidden = points.filter(([x, y]) => near.some((area) => holdsPoint(area.edges, x, y)));
  return hidden.length >= COVERED_SHARE * points.length;
}

/** The one colour below what stands between `edges`, '' where there may be more than one. `below` is in the order of painting. */
export function groundColor(edges: Edges, below: readonly PaintedArea[]): string {
  let color: string | null = null;
  for (let index = below.length - 1; index >= 0; index--) {
    const area = itemAt(below, index);
    if (!meet(area.edges, edges)) continue;
    if (area.color === '' || (color !== null && area.color !== color)) return '';
    color = area.color;
    if (area.opacity === 'opaque' && holds(area.edges, edges)) return color;
  }
  return color === null || color === PAPER ? PAPER : '';
}

/** Whether two places have more than an edge in common. */
export function meet(a: Edges, b: Edges): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function holds(outer: Edges, inner: Edges): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

function holdsPoint([left, top, right, bottom]: Edges, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
