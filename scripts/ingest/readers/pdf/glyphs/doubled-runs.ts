/**
 * Runs of a page → runs without second copies: the same glyphs painted twice, a hair apart, are how some producers make
 * bold. One copy is kept, as bold.
 */
import { itemAt } from '../../../model/item-at.ts';
import type { GlyphRun } from './page-content.ts';

/** A copy lies within this many ems of the first, along and across the line. */
const MAX_SHIFT_EMS = 0.12;
/** Copies that lie this near exactly cover each other: drawn again, but not bolder. */
const EXACT_SHIFT_EMS = 0.004;
/** A run counts as painted twice when this share of its glyphs is. */
const DOUBLED_SHARE = 0.8;

interface Seat {
  readonly run: number;
  readonly start: number;
  readonly across: number;
}

/** Points: seats are kept by the band that they lie in, so that only those near a glyph are looked at. */
const BAND = 8;

/** The seats of each character, by band across the lines. */
type Seats = Map<string, Map<number, Seat[]>>;

/**
 * Drops second copies of glyphs. A run that loses all its glyphs is gone; the runs that keep the first copies become
 * bold where the copies were shifted. Ids are kept, so numbers may be missing afterwards.
 */
export function mergeDoubledRuns(runs: readonly GlyphRun[]): GlyphRun[] {
  const seats: Seats = new Map();
  const doubled = new Map<number, number>();
  const kept: (GlyphRun | null)[] = runs.map((run, index) => {
    const keep = run.texts.map((text, glyph) => {
      if (text === ' ') return true;
      const seat = { run: index, start: itemAt(run.starts, glyph), across: acrossOf(run) };
      const first = findSeat(seats.get(text), seat, MAX_SHIFT_EMS * run.size);
      if (first === undefined) {
        addSeat(seats, text, seat);
        return true;
      }
      if (first.run === index) return true;
      const shift = Math.hypot(first.start - seat.start, first.across - seat.across);
      if (shift > EXACT_SHIFT_EMS * run.size) doubled.set(first.run, (doubled.get(first.run) ?? 0) + 1);
      return false;
    });
    if (keep.every(Boolean)) return run;
    return keepGlyphs(run, keep);
  });
  return kept.flatMap((run, index) => {
    if (run === null) return [];
    const ink = run.texts.filter((text) => text !== ' ').length;
    return [(doubled.get(index) ?? 0) >= DOUBLED_SHARE * ink ? { ...run, bold: true } : run];
  });
}

function acrossOf(run: GlyphRun): number {
  return run.rotation === 0 && !run.vertical ? run.baseline : run.box.x + run.box.y;
}

function addSeat(seats: Seats, text: string, seat: Seat): void {
  const bands = seats.get(text) ?? new Map<number, Seat[]>();
  seats.set(text, bands);
  const band = Math.floor(seat.across / BAND);
  const list = bands.get(band);
  if (list) list.push(seat);
  else bands.set(band, [seat]);
}

/** The seat of the same character within reach (points) of a glyph, if there is one. */
function findSeat(
  bands: ReadonlyMap<number, readonly Seat[]> | undefined,
  { start, across }: Seat,
  reach: number,
): Seat | undefined {
  if (bands === undefined) return undefined;
  const last = Math.floor((across + reach) / BAND);
  for (let band = Math.floor((across - reach) / BAND); band <= last; band += 1) {
    const found = bands
      .get(band)
      ?.findLast((seat) => Math.abs(seat.start - start) <= reach && Math.abs(seat.across - across) <= reach);
    if (found !== undefined) return found;
  }
  return undefined;
}

function keepGlyphs(run: GlyphRun, keep: readonly boolean[]): GlyphRun | null {
  const pick = <T>(list: readonly T[]): T[] => list.filter((_, index) => keep[index]);
  const texts = pick(run.texts);
  if (texts.every((text) => text === ' ')) return null;
  return { ...run, texts, starts: pick(run.starts), ends: pick(run.ends) };
}
