/** Slides: their sections and titles are known from the deck as a whole. */
import type { JudgedLine } from '../judge-lines.ts';
import type { SlideHeading } from '../../slides/read-deck.ts';
import type { Claim } from './claim.ts';

/** What stands at the top of every slide, or alone on a slide between sections, is a heading whatever else it looks like. */
const WEIGHT = 2;
const REASONS = { section: 'a section of the deck', slide: 'the title of a slide' } as const;

/** Claims for the lines of sections, of level 1, and of titles, of level 2. */
export function slideClaims(judged: readonly JudgedLine[], headings: readonly SlideHeading[]): Claim[] {
  const places = new Map(judged.map(({ line }, index) => [line.id, index]));
  return headings.flatMap(({ lines, kind }): Claim[] => {
    const own = lines.flatMap(({ id }) => places.get(id) ?? []);
    if (own.length === 0) return [];
    const [from, to] = [Math.min(...own), Math.max(...own) + 1];
    const level = kind === 'section' ? 1 : 2;
    return [{ witness: 'slides', from, to, level, weight: WEIGHT, reason: REASONS[kind] }];
  });
}

/** The level of a heading in a deck: what the deck says, else below the titles of slides; matter beside the chapters stays. */
export function levelInDeck(claims: readonly Claim[], given: number, isBeside: boolean): number {
  const own = claims.find(({ witness }) => witness === 'slides')?.level;
  return isBeside ? 1 : (own ?? Math.max(given, BELOW_SLIDES));
}

const BELOW_SLIDES = 3;
