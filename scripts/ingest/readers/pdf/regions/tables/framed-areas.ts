/** A page → its ruled, striped and framed areas, each judged by the text that those before left. */
import type { Box } from '../../../../model/document.ts';
import { holdsMiddle, rightOf } from '../../glyphs/geometry.ts';
import { isCodeGround } from '../listings/code-lines.ts';
import { viewWithout, type PageView } from '../page-view.ts';
import { edgesOf, findLattices, type Lattice } from './lattice.ts';
import { judgeLattice, stackLattices, type Candidate } from './table-candidates.ts';

/** What a page holds that is ruled, striped or framed. */
export interface FramedAreas {
  /** Tables share no text. */
  readonly candidates: readonly Candidate[];
  /** Grounds and frames of listings. */
  readonly grounds: readonly Box[];
}

/** The ruled, striped and framed areas of a page that hold text. */
export function findFramedAreas(view: PageView): FramedAreas {
  const lattices = findLattices(edgesOf(view.graphics, view.em), view.em);
  const grounds = lattices.filter((lattice) => isGround(view, lattice, lattices));
  const stacks = stackLattices(
    view,
    lattices.filter((lattice) => !grounds.includes(lattice)),
  );
  const candidates: Candidate[] = [];
  let left = view;
  for (const stack of stacks) {
    const others = [...stacks.filter((other) => other !== stack), ...grounds].map(({ box }) => box);
    const candidate = judgeLattice(left, stack, others);
    if (candidate === undefined) continue;
    candidates.push(candidate);
    if (candidate.kind === 'table')
      left = viewWithout(left, new Set(candidate.draft.runs.map(({ id }) => id)));
  }
  return { candidates, grounds: grounds.map(({ box }) => box) };
}

/** Whether all text in a lattice is code, no ruling parts it, and it is no cell of another. */
function isGround(view: PageView, { box, edges }: Lattice, all: readonly Lattice[]): boolean {
  const isParted = edges.some(
    ({ direction, soft, at }) =>
      direction === 'vertical' && !soft && at > box.x + view.em && at < rightOf(box) - view.em,
  );
  const isCell = all.some(
    (other) => other.box.height > box.height && other.box !== box && holdsMiddle(other.box, box),
  );
  return !isParted && !isCell && isCodeGround(view, box);
}
