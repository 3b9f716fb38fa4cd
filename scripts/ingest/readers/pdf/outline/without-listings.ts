/** Titles in a row with nothing between them are a list, not headings; slides repeat it before each part. */
import { foldText } from '../../../genre/fold-text.ts';
import type { Decision } from './decide.ts';
import type { JudgedLine } from './judge-lines.ts';

/** Two headings may follow each other; three of one kind list what comes. */
const MIN_TITLES = 3;
/** Titles further apart than this, in ems, have a table or figure between them. */
const MAX_GAP_EMS = 5;

/**
 * The decisions without the headings in such lists. Where a list comes once for each of its titles, its first time stands
 * before the first part, and so on: there the title of that part is kept. What contents announce is kept in any case.
 */
export function withoutListings(decisions: readonly Decision[], judged: readonly JudgedLine[]): Decision[] {
  const lists = listsOf(
    decisions.filter(({ heading }) => heading),
    judged,
  );
  const alike = Map.groupBy(lists, (list) => list.map(({ text }) => foldText(text)).join('|'));
  const dropped = new Set(
    [...alike.values()].flatMap((times) =>
      times.flatMap((list, index) => othersThan(list, index, times.length)),
    ),
  );
  return decisions.map((each) => {
    if (!dropped.has(each) || each.entry !== null) return each;
    const { from, to } = each;
    const reason = 'one of several titles in a row: a list';
    const claim = { witness: 'setting', from, to, level: null, weight: 0, reason } as const;
    return { ...each, heading: false, claims: [...each.claims, claim] };
  });
}

/** The titles of a list but that of the part before which it stands. An overview may come once more, at first. */
function othersThan(list: readonly Decision[], time: number, times: number): readonly Decision[] {
  const isAgenda = times === list.length || times === list.length + 1;
  const part = isAgenda ? time - (times - list.length) : -1;
  return list.filter((_, index) => index !== part);
}

/** Headings of one kind, each right below the one before, on one page. */
function listsOf(headings: readonly Decision[], judged: readonly JudgedLine[]): Decision[][] {
  const lists: Decision[][] = [];
  for (const each of headings) {
    const last = lists.at(-1)?.at(-1);
    if (last && isNext(last, each, judged)) lists.at(-1)?.push(each);
    else lists.push([each]);
  }
  return lists.filter(({ length }) => length >= MIN_TITLES);
}

function isNext(before: Decision, after: Decision, judged: readonly JudgedLine[]): boolean {
  const [last, first] = [judged[before.to - 1], judged[after.from]];
  if (!last || !first || before.to !== after.from || before.page !== after.page) return false;
  const isAlike = last.key === first.key && judged[before.from]?.number?.style === first.number?.style;
  return isAlike && first.line.baseline - last.line.baseline <= MAX_GAP_EMS * first.line.size;
}
