/** Numbering without gaps: where 一、 and 三、 are headings, the one line that is numbered 二、 between them is one. */
import { countInk } from '../../../genre/character-class.ts';
import type { NumberMark } from '../../../genre/numbering.ts';
import { endsLikeText } from '../../../genre/sentences.ts';
import type { Decision } from './decide.ts';
import type { JudgedLine } from './judge-lines.ts';
import type { Claim } from './witnesses/claim.ts';

/** Longer lines are items or paragraphs that happen to have the number. */
const MAX_INK = 64;

/** Claims for the lines that fill gaps in the numbering of the accepted headings. */
export function gapClaims(decisions: readonly Decision[], judged: readonly JudgedLine[]): Claim[] {
  const headings = decisions.filter(({ heading }) => heading);
  const claims: Claim[] = [];
  const open = new Map<string, { from: number; number: NumberMark }>();
  for (const { from } of headings) {
    const number = judged[from]?.number ?? null;
    if (number === null) continue;
    const series = `${number.style} ${number.parents.join('.')}`;
    const before = open.get(series);
    if (before !== undefined && number.value > before.number.value + 1)
      claims.push(...fill(before, { from, number }, judged));
    open.set(series, { from, number });
  }
  return claims;
}

interface Place {
  readonly from: number;
  readonly number: NumberMark;
}

/** For each missing number the only line between two headings that has it; none where it is missing or not alone. */
function fill(before: Place, after: Place, judged: readonly JudgedLine[]): Claim[] {
  const { style, parents } = after.number;
  const claims: Claim[] = [];
  let start = before.from + 1;
  for (let value = before.number.value + 1; value < after.number.value; value++) {
    const fitting = judged.slice(start, after.from).flatMap(({ number, line }, offset) => {
      const fits =
        number?.style === style && number.value === value && number.parents.join() === parents.join();
      return fits && number.rest !== '' && isTitle(line.text) ? [start + offset] : [];
    });
    const [index] = fitting;
    if (index === undefined || fitting.length > 1) return [];
    const reason = `fills the gap between ${before.number.number} and ${after.number.number}`;
    claims.push({ witness: 'numbering', from: index, to: index + 1, level: null, weight: 1, reason });
    start = index + 1;
  }
  return claims;
}

function isTitle(text: string): boolean {
  return countInk(text) <= MAX_INK && !endsLikeText(text);
}
