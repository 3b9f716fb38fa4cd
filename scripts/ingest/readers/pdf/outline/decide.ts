/** Which lines are headings: the claims of all witnesses are weighed here, and nowhere else. */
import type { JudgedLine } from './judge-lines.ts';
import { textOfLines } from './judge-lines.ts';
import type { Claim } from './witnesses/claim.ts';
import type { ContentsLine } from '../furniture/contents-pages.ts';

/** Claims that together weigh as much as this make a heading. */
const HEADING_WEIGHT = 1;

/** Some lines about which witnesses have spoken, and what was decided. */
export interface Decision {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly page: number;
  readonly heading: boolean;
  readonly weight: number;
  readonly claims: readonly Claim[];
  /** The entry of the contents pages, null where none announces it. */
  readonly entry: ContentsLine | null;
}

/** Weighs the claims; decisions come in reading order, and accepted ones never share a line. */
export function decide(claims: readonly Claim[], judged: readonly JudgedLine[]): Decision[] {
  const groups = [...Map.groupBy(claims, ({ from }) => from).values()].map((group) => weigh(group, judged));
  const accepted: Decision[] = [];
  const byWeight = groups.toSorted((a, b) => rank(b) - rank(a) || a.from - b.from);
  const overlaps = (one: Decision): boolean =>
    accepted.some((other) => one.from < other.to && other.from < one.to);
  const decided = byWeight.map((each): Decision => {
    if (!each.heading || overlaps(each)) return { ...each, heading: false };
    accepted.push(each);
    return each;
  });
  return decided.toSorted((a, b) => a.from - b.from);
}

/** What the contents announce goes first, then what weighs most. */
function rank({ entry, weight }: Decision): number {
  return weight + (entry === null ? 0 : HEADING_WEIGHT);
}

/** Claims that begin at one line, as one: how far the heading goes is what the surest of them says. */
function weigh(group: readonly Claim[], judged: readonly JudgedLine[]): Decision {
  const surest = group.reduce((best, claim) => (claim.weight > best.weight ? claim : best));
  const { from, to } = surest;
  const weight = group.reduce((sum, claim) => sum + claim.weight, 0);
  return {
    from,
    to,
    text: textOfLines(judged, from, to),
    page: judged[from]?.line.page ?? 0,
    heading: weight >= HEADING_WEIGHT,
    weight,
    claims: group,
    entry: group.find(({ entry }) => entry !== undefined)?.entry ?? null,
  };
}
