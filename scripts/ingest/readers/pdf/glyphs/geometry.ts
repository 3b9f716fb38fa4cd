/** Boxes, edges and stretches of a page → what they hold, share and come to together. Lengths in points, y downwards. */
import type { Box } from '../../../model/document.ts';
import { itemAt } from '../../../model/item-at.ts';
import { neighbours } from '../../../model/neighbours.ts';

/** The sides of a box: how shapes are gathered before they are rounded. Empty where right < left or bottom < top. */
export type Edges = readonly [left: number, top: number, right: number, bottom: number];

/** A stretch along one axis, from ≤ to. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

export const rightOf = (box: Box): number => box.x + box.width;
export const bottomOf = (box: Box): number => box.y + box.height;
export const middleOf = (box: Box): number => box.y + box.height / 2;
export const centreOf = (box: Box): number => box.x + box.width / 2;

/** The box with these four sides. */
export function boxFrom(left: number, top: number, right: number, bottom: number): Box {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** To a thousandth of a point, so that the same file always gives the same numbers. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The box with place and size rounded, as it is kept in the document. */
export function roundBox({ x, y, width, height }: Box): Box {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** Edges as a rounded box. */
export function boxOfEdges(edges: Edges): Box {
  return roundBox(boxFrom(...edges));
}

/** The common part of two pairs of edges; empty where they have none. */
export function intersectEdges(a: Edges, b: Edges): Edges {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** The edges around both. */
export function uniteEdges(a: Edges, b: Edges): Edges {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** The smallest box around all of them; at least one is needed. */
export function unionOf(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, rightOf(box));
    bottom = Math.max(bottom, bottomOf(box));
  }
  return boxFrom(left, top, right, bottom);
}

/** A straight line along one axis. */
export interface AxialLine extends Interval {
  readonly direction: 'horizontal' | 'vertical';
  /** y of a horizontal line, x of a vertical one. */
  readonly at: number;
}

/** The flat box of a line. */
export function boxOfLine({ direction, at, from, to }: AxialLine): Box {
  return direction === 'horizontal' ? boxFrom(from, at, to, at) : boxFrom(at, from, at, to);
}

/** The box with every side moved outwards by `by`. */
export function grown(box: Box, by: number): Box {
  return boxFrom(box.x - by, box.y - by, rightOf(box) + by, bottomOf(box) + by);
}

/** Whether two boxes touch when one is grown by `slack`. */
export function touches(one: Box, other: Box, slack = 0): boolean {
  return (
    one.x - slack <= rightOf(other) &&
    other.x <= rightOf(one) + slack &&
    one.y - slack <= bottomOf(other) &&
    other.y <= bottomOf(one) + slack
  );
}

/** Whether the middle of `inner` lies in `outer`, grown by `slack`. */
export function holdsMiddle(outer: Box, inner: Box, slack = 0): boolean {
  const x = centreOf(inner);
  const y = middleOf(inner);
  return (
    x >= outer.x - slack &&
    x <= rightOf(outer) + slack &&
    y >= outer.y - slack &&
    y <= bottomOf(outer) + slack
  );
}

/** Length that two stretches have in common; 0 where they only touch. */
export function overlapOf(one: Interval, other: Interval): number {
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
}

export const acrossOf = (box: Box): Interval => ({ from: box.x, to: rightOf(box) });
export const alongOf = (box: Box): Interval => ({ from: box.y, to: bottomOf(box) });

/** The stretches between each two neighbours of some places, ascending: columns between their ends. */
export function stretchesBetween(places: readonly number[]): readonly Interval[] {
  return neighbours(places).map(([from, to]) => ({ from, to }));
}

/** Total length of the union of stretches, cut to `within`. */
export function coveredLength(stretches: readonly Interval[], within: Interval): number {
  let covered = 0;
  let reached = within.from;
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(from, reached);
    const end = Math.min(to, within.to);
    if (end > start) covered += end - start;
    reached = Math.max(reached, end);
  }
  return covered;
}

/** Values that lie within `tolerance` of their neighbour become one, their mean; ascending. */
export function clusterValues(values: readonly number[], tolerance: number): readonly number[] {
  const groups: number[][] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && value - itemAt(group, -1) <= tolerance) group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

/** Parts the items into groups whose boxes, grown by `slack`, hang together. */
export function connectedGroups<Item>(
  items: readonly Item[],
  boxOf: (item: Item) => Box,
  slack: number,
): readonly (readonly Item[])[] {
  const sorted = items
    .map((item): Member<Item> => ({ item, box: boxOf(item), parent: null }))
    .sort((a, b) => a.box.y - b.box.y);
  let active: Member<Item>[] = [];
  for (const member of sorted) {
    const { box } = member;
    active = active.filter((other) => bottomOf(other.box) + slack >= box.y);
    for (const other of active) {
      if (!touches(box, other.box, slack)) continue;
      const root = rootOf(other);
      if (root !== member) root.parent = member;
    }
    active.push(member);
  }
  return [...Map.groupBy(sorted, rootOf).values()].map((group) => group.map(({ item }) => item));
}

/** An item on its way into a group: the one without a parent stands for its group. */
interface Member<Item> {
  readonly item: Item;
  readonly box: Box;
  parent: Member<Item> | null;
}

function rootOf<Item>(member: Member<Item>): Member<Item> {
  let root = member;
  while (root.parent !== null) root = root.parent;
  // What hangs deep is hung right under the root: later questions are short.
  let each = member;
  while (each !== root && each.parent !== null) {
    const next = each.parent;
    each.parent = root;
    each = next;
  }
  return root;
}
