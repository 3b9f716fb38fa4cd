/** The runs of one line → stretches in one style, with the spaces that a reader would read. */
import { firstCharacter, isSpaced, isWordCharacter, lastCharacter } from '../../../genre/character-class.ts';
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

/** A glyph drawn into a gap of an earlier run may overlap the glyphs beside it by this many ems. */
const GAP_SLACK_EMS = 0.15;
/** …and the gap is at least this part as wide as what is drawn into it. */
const MIN_GAP_SHARE = 0.5;
/** No space stands before these, whatever the gap. */
const STOP = /^[,.;:!?]$/u;
/** Written in Chinese, without spaces, and in Latin text, with them: what stands on both sides tells which. */
const SHARED = /^[“”‘’–—]$/u;

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
  for (const [index, piece] of pieces.entries()) {
    if (piece.text === ' ') {
      spaceBefore = true;
      continue;
    }
    const space =
      previous !== null &&
      (needsSpace(previous, piece, spaceBefore) || (spaceBefore && isBesideShared(pieces, index))) &&
      !isStop(pieces, index)
        ? ' '
        : '';
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
  const pieces: Piece[] = [];
  for (const run of runs) {
    const own = run.texts.length === 0 ? [] : piecesOfRun(run, size, baseline, links);
    pieces.splice(placeOf(own, pieces), 0, ...own);
  }
  return pieces;
}

/** Where the pieces of a run go: behind all others, or into the gap that an earlier run left for a glyph of another font. */
function placeOf(own: readonly Piece[], placed: readonly Piece[]): number {
  const [first, last] = [own.at(0), own.at(-1)];
  if (!first || !last || (placed.at(-1)?.to ?? -Infinity) <= first.from) return placed.length;
  const slack = GAP_SLACK_EMS * first.run.size;
  const before = placed.findLastIndex((piece) => piece.to <= first.from + slack && piece.from < first.from);
  const next = placed[before + 1];
  const left = placed[before];
  if (left === undefined || next?.run !== left.run) return placed.length;
  const isGap = next.from - left.to >= MIN_GAP_SHARE * (last.to - first.from);
  return isGap && next.from >= last.to - slack ? before + 1 : placed.length;
}

function piecesOfRun(run: GlyphRun, size: number, baseline: number, links: readonly LinkArea[]): Piece[] {
  const raise = (baseline - run.baseline) / size;
  const raised = raise >= (run.size <= MAX_RAISED_SIZE * size ? MIN_RAISE_EMS : CLEAR_RAISE_EMS);
  return run.texts.map((text, index) => {
    const from = run.starts[index] ?? run.box.x;
    const to = run.ends[index] ?? from;
    return { run, text, from, to, raised, url: urlAt(links, (from + to) / 2, run) };
  });
}

/** Whether the piece is a stop that ends a word: `.NET` and `:30` begin one, a row of stops leads to a page number. */
function isStop(pieces: readonly Piece[], index: number): boolean {
  const ahead = pieces.slice(index + 1, index + 3).find(({ text }) => text !== ' ');
  if (ahead !== undefined && STOP.test(ahead.text)) return false;
  const [before, stop, next] = [index - 1, index, index + 1].map((at) => pieces[at]?.text ?? ' ');
  const word = before === ' ' ? pieces[index - 2]?.text : before;
  const endsWord = next === ' ' || !isWordCharacter(firstCharacter(next ?? ' '));
  return STOP.test(stop ?? '') && endsWord && isWordCharacter(lastCharacter(word ?? ''));
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

/** Whether the space before a piece stands beside a dash or quotation mark of Latin text: Latin on both sides of all such marks there. */
function isBesideShared(pieces: readonly Piece[], index: number): boolean {
  const isPassed = ({ text }: Piece): boolean => text === ' ' || SHARED.test(text);
  const ahead = pieces.slice(index).find((piece) => !isPassed(piece));
  const behind = pieces.slice(0, index).findLast((piece) => !isPassed(piece));
  return (
    ahead !== undefined &&
    behind !== undefined &&
    isSpaced(firstCharacter(ahead.text)) &&
    isSpaced(lastCharacter(behind.text))
  );
}
