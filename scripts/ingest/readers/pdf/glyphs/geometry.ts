import type { Box } from '../../../model/document.ts';

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

/** The smallest box around all of them; at least one is needed. */
export function unionOf(boxes: readonly Box[]): Box {
  return boxFrom(
    Math.min(...boxes.map((box) => box.x)),
    Math.min(...boxes.map((box) => box.y)),
    Math.max(...boxes.map(rightOf)),
    Math.max(...boxes.map(bottomOf)),
  );
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
    if (group && value - group.at(-1)! <= tolerance) group.push(value);
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
  const sorted = items.map((item) => ({ item, box: boxOf(item) })).sort((a, b) => a.box.y - b.box.y);
  const parent = sorted.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[index] !== root) [index, parent[index]] = [parent[index]!, root];
    return root;
  };
  let active: number[] = [];
  for (const [index, { box }] of sorted.entries()) {
    active = active.filter((other) => bottomOf(sorted[other]!.box) + slack >= box.y);
    for (const other of active)
      if (touches(box, sorted[other]!.box, slack)) parent[rootOf(other)] = rootOf(index);
    active.push(index);
  }
  return [...Map.groupBy(sorted.keys(), rootOf).values()].map((group) =>
    group.map((index) => sorted[index]!.item),
  );
}
