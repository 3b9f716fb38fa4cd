/** Running heads that name the chapter: its title stands in the body in the same words. */
import { foldText } from '../../../../genre/fold-text.ts';
import type { JudgedLine } from '../judge-lines.ts';
import type { Claim } from './claim.ts';

/** A head may also name the whole report: it only adds to what else speaks for a heading. */
const WEIGHT = 0.4;
/** Shorter heads are page numbers and logos. */
const MIN_CHARACTERS = 4;

/** Claims for lines that say what a running head of their page or the next says. @param heads Text by physical page. */
export function runningHeadClaims(
  judged: readonly JudgedLine[],
  heads: ReadonlyMap<number, readonly string[]>,
): Claim[] {
  const folded = new Map([...heads].map(([page, texts]) => [page, texts.map(foldText)]));
  return judged.flatMap(({ line, distinct }, from): Claim[] => {
    const text = foldText(line.text);
    if (!distinct || text.length < MIN_CHARACTERS) return [];
    const near = [line.page, line.page + 1].flatMap((page) => folded.get(page) ?? []);
    return near.includes(text)
      ? [
          {
            witness: 'running heads',
            from,
            to: from + 1,
            level: null,
            weight: WEIGHT,
            reason: 'a running head says the same',
          },
        ]
      : [];
  });
}
