/** The report's own title, where it is printed once more above the text: it is no chapter. */
import type { Decision } from './decide.ts';
import type { JudgedLine } from './judge-lines.ts';

/** The first heading is the title when only its setting speaks for it and nothing else is set so large. */
export function withoutTitle(decisions: readonly Decision[], judged: readonly JudgedLine[]): Decision[] {
  const [first, ...others] = decisions.filter(({ heading }) => heading);
  if (first === undefined || others.length === 0 || !isBySettingAlone(first)) return [...decisions];
  const size = judged[first.from]?.style.size ?? 0;
  const isLargest = others.every(({ from }) => (judged[from]?.style.size ?? 0) < size);
  if (!isLargest) return [...decisions];
  const { from, to } = first;
  const reason = 'the title of the report: the first and largest of all';
  const claim = { witness: 'setting', from, to, level: null, weight: 0, reason } as const;
  return decisions.map((each) =>
    each === first ? { ...each, heading: false, claims: [...each.claims, claim] } : each,
  );
}

/** Neither a number nor another witness, nor a title of front matter, makes it a heading. */
function isBySettingAlone({ claims }: Decision): boolean {
  return claims.every(({ witness, reason }) => witness === 'setting' && reason === 'larger than the body');
}
