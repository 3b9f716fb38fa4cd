/** The roles of a tagged file: H1 to H6 are headings, where the writer used them for that. */
import { countInk } from '../../../../genre/character-class.ts';
import { endsLikeText } from '../../../../genre/sentences.ts';
import type { JudgedLine } from '../judge-lines.ts';
import { textOfLines } from '../judge-lines.ts';
import type { Claim } from './claim.ts';

const HEADING_ROLE = /^H([1-6])$/u;
/** Longer text is a paragraph that was tagged for its looks. */
const MAX_INK = 64;
/** Enough with anything else that speaks for a heading, not by itself. */
const WEIGHT = 0.6;

/** Claims for neighbouring lines of one heading role. */
export function tagClaims(judged: readonly JudgedLine[]): Claim[] {
  const claims: Claim[] = [];
  for (let from = 0; from < judged.length;) {
    const role = judged[from]?.line.tag ?? '';
    const depth = HEADING_ROLE.exec(role)?.[1];
    let to = from + 1;
    while (depth !== undefined && goesOn(judged, from, to)) to++;
    const text = textOfLines(judged, from, to);
    if (depth !== undefined && countInk(text) <= MAX_INK && !endsLikeText(text))
      claims.push({
        witness: 'tags',
        from,
        to,
        level: Number(depth),
        weight: WEIGHT,
        reason: `tagged ${role}`,
      });
    from = to;
  }
  return claims;
}

/** A heading goes on in a line of the same role and setting that has no number of its own. */
function goesOn(judged: readonly JudgedLine[], from: number, to: number): boolean {
  const [first, next] = [judged[from], judged[to]];
  return next?.line.tag === first?.line.tag && next?.key === first?.key && next?.number === null;
}
