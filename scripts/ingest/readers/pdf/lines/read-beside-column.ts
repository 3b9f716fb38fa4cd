/** A page with a side column → its lines in reading order: the column is never read into the body. */
import { countInk } from '../../../genre/character-class.ts';
import { endsClause } from '../../../genre/sentences.ts';
import { rightOf } from '../glyphs/geometry.ts';
import type { GlyphRun, LinkArea } from '../glyphs/page-content.ts';
import { assembleLines } from './assemble-lines.ts';
import type { Gutter, SideColumn } from './ink-rows.ts';
import type { TextLine } from './text-line.ts';

/** What stands further than this below the body, in ems, is the foot of the page. */
const FOOT_GAP_EMS = 3;
/** A line that runs on over the end of the page takes this share of the widest line beside it. */
const FULL_SHARE = 0.75;

/**
 * The lines of a page with a side column: those of the column after all others; where the body runs on over the page's
 * end, before what stands beside it. Halves are read from left to right.
 */
export function readBesideColumn(
  runs: readonly GlyphRun[],
  links: readonly LinkArea[],
  gutter: Gutter,
  { side, isHalf, height, clear }: SideColumn,
): TextLine[] {
  const isBeside = ({ box, baseline, size }: GlyphRun): boolean => {
    const isHigh = baseline >= height.from - size && baseline <= height.to + size;
    const middle = (gutter.left + gutter.right) / 2;
    return isHigh && (side === 'left' ? rightOf(box) <= middle : box.x >= middle);
  };
  const read = (keep: (run: GlyphRun) => boolean): TextLine[] =>
    assembleLines(runs.filter(keep), links).filter((line) => countInk(line.text) > 0);
  const column = read(isBeside);
  const others = read((run) => !isBeside(run));
  const inBody = others.filter(({ box }) =>
    side === 'left' ? box.x >= gutter.left : rightOf(box) <= gutter.right,
  );
  const first = others.findIndex((line) => inBody.includes(line) && line.baseline >= clear.from);
  if (first < 0 || !(isHalf ? side === 'left' : runsOn(inBody))) return [...others, ...column];
  return [...others.slice(0, first), ...column, ...others.slice(first)];
}

/** Whether the last line of the body, numbers at the foot of the page aside, is full and ends no clause. */
function runsOn(lines: readonly TextLine[]): boolean {
  const end = lines.findLastIndex((line, index) => {
    const above = lines[index - 1];
    return above !== undefined && line.baseline - above.baseline <= FOOT_GAP_EMS * line.size;
  });
  const last = lines[end];
  const widest = Math.max(...lines.map(({ box }) => box.width));
  return last !== undefined && last.box.width >= FULL_SHARE * widest && !endsClause(last.text);
}
