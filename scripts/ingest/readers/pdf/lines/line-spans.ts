/** The runs of one line → stretches in one style, with the spaces that a reader would read. */
import { firstCharacter, isSpaced, lastCharacter } from '../../../genre/character-class.ts';
import type { GlyphRun, LinkArea } from '../glyphs/page-content.ts';
import type { LineSpan } from './text-line.ts';

/** Between two Latin glyphs a gap of this many ems is a space; TeX shrinks its spaces to about .22, kerning stays below .1. */
const SPACE_GAP_EMS = 0.17;
/** A raised mark is at most this large beside its line… */
const MAX_RAISED_SIZE = 0.86;
/** …and its baseline is this many ems of the line higher. */
const MIN_RAISE_EMS = 0.12;
/** Raised by this many ems it is a mark whatever its size. */
const CLEAR_RAISE_EMS = 0.3;

interface Piece {
  readonly run: GlyphRun;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly url: string;
  readonly raised: boolean;
}

/**
 * @param runs The runs of a line in reading order.
 * @param size Size of the line's text, and @param baseline its baseline: what raised marks are measured by.
 */
export function spansOfRuns(
  runs: readonly GlyphRun[],
  size: number,
  baseline: number,
  links: readonly LinkArea[],
): LineSpan[] {
  const pieces = piecesOfRuns(runs, size, baseline, links);
  const spans: { -readonly [Key in keyof LineSpan]: LineSpan[Key] }[] = [];
  let previous: Piece | null = null;
  let spaceBefore = false;
  for (const piece of pieces) {
    if (piece.text === ' ') {
      spaceBefore = true;
      continue;
    }
    const space = previous !== null && needsSpace(previous, piece, spaceBefore) ? ' ' : '';
    const last = spans.at(-1);
    if (last && previous && sameStyle(previous, piece)) {
      last.text += space + piece.text;
      last.to = piece.to;
      if (last.runIds.at(-1) !== piece.run.id) last.runIds = [...last.runIds, piece.run.id];
    } else {
      if (last && space !== '') last.text += space;
      spans.push(startSpan(piece));
    }
    previous = piece;
    spaceBefore = false;
  }
  return spans;
}

function startSpan(piece: Piece): LineSpan {
  const { run, text, from, to, url, raised } = piece;
  const { size, fontName, bold, italic, color } = run;
  return { runIds: [run.id], text, from, to, size, fontName, bold, italic, raised, color, url };
}

function piecesOfRuns(
  runs: readonly GlyphRun[],
  size: number,
  baseline: number,
  links: readonly LinkArea[],
): Piece[] {
  return runs.flatMap((run) => {
    const raise = (baseline - run.baseline) / size;
    const raised = raise >= (run.size <= MAX_RAISED_SIZE * size ? MIN_RAISE_EMS : CLEAR_RAISE_EMS);
    return run.texts.map((text, index) => {
      const from = run.starts[index] ?? run.box.x;
      const to = run.ends[index] ?? from;
      return { run, text, from, to, raised, url: urlAt(links, (from + to) / 2, run) };
    });
  });
}

function urlAt(links: readonly LinkArea[], x: number, run: GlyphRun): string {
  const y = run.baseline - 0.4 * run.size;
  const hit = links.find(
    ({ box, url }) =>
      url !== '' && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
  );
  return hit?.url ?? '';
}

function sameStyle(a: Piece, b: Piece): boolean {
  if (a.run === b.run) return a.url === b.url;
  return (
    a.url === b.url &&
    a.raised === b.raised &&
    a.run.bold === b.run.bold &&
    a.run.italic === b.run.italic &&
    a.run.fontName === b.run.fontName &&
    a.run.color === b.run.color &&
    Math.abs(a.run.size - b.run.size) < 0.1
  );
}

/** A space is one only between characters of scripts that are written with spaces. */
function needsSpace(before: Piece, after: Piece, drawn: boolean): boolean {
  if (!isSpaced(lastCharacter(before.text)) || !isSpaced(firstCharacter(after.text))) return false;
  if (before.raised !== after.raised && !drawn) return false;
  return drawn || after.from - before.to >= SPACE_GAP_EMS * Math.min(before.run.size, after.run.size);
}
