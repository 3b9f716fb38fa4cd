/** The report's own title, where it is printed once more above the text: it is no chapter. */
import { isDateLine } from '../../../genre/dates.ts';
import type { Decision } from './decide.ts';
import type { JudgedLine } from './judge-lines.ts';

/**
 * The decisions without the report's title: the first heading, where only its setting speaks for it and nothing else is
 * set so large, and all on the first page that only their setting speaks for where contents follow on it or behind it, or
 * that are its date.
 * @param bodyStart Index of the first line behind the contents; 0 where there are none.
 */
export function withoutTitle(
  decisions: readonly Decision[],
  judged: readonly JudgedLine[],
  bodyStart: number,
): Decision[] {
  const [first, ...others] = decisions.filter(({ heading }) => heading);
  if (first === undefined || others.length === 0) return [...decisions];
  const size = judged[first.from]?.style.size ?? 0;
  const isLargest = others.every(({ from }) => (judged[from]?.style.size ?? 0) < size);
  const isTitle = (each: Decision): boolean =>
    each.heading &&
    isBySettingAlone(each) &&
    ((each === first && isLargest) ||
      (each.page === judged[0]?.line.page && (each.from < bodyStart || isDateLine(each.text))));
  const reason = 'the title of the report: the first and largest of all, its date, or above the contents';
  return decisions.map((each) => {
    const { from, to } = each;
    const claim = { witness: 'setting', from, to, level: null, weight: 0, reason } as const;
    return isTitle(each) ? { ...each, heading: false, claims: [...each.claims, claim] } : each;
  });
}

/** Neither a number nor another witness, nor a title of front matter, makes it a heading. */
function isBySettingAlone({ claims }: Decision): boolean {
  return claims.every(({ witness, reason }) => witness === 'setting' && reason === 'larger than the body');
}
