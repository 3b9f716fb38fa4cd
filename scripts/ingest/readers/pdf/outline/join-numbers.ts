/** 第一章, or CHAPTER and ONE, on lines of their own above a title: number and title are one heading. */
import { readNumber } from '../../../genre/numbering.ts';
import type { NumberStyle } from '../../../genre/numbering.ts';
import { parseNumeral } from '../../../genre/numerals.ts';
import type { Decision } from './decide.ts';
import { textOfLines } from './judge-lines.ts';
import type { JudgedLine } from './judge-lines.ts';

/** CHAPTER may have a line of its own. */
const MAX_LINES = 2;
/** Styles whose word tells that they number what follows. */
const WORDED: readonly NumberStyle[] = ['part', 'chapter', 'section', 'appendix'];

/** The decisions, with numbers that stand alone right above a heading taken into it. */
export function joinNumbersAbove(decisions: readonly Decision[], judged: readonly JudgedLine[]): Decision[] {
  const joined = decisions.flatMap((decision) => {
    const from = decision.heading ? startOfNumber(decision, judged) : decision.from;
    const text = textOfLines(judged, from, decision.to);
    return from === decision.from ? [] : [{ decision, whole: { ...decision, from, text } }];
  });
  const isPart = ({ from }: Decision): boolean =>
    joined.some(({ whole, decision }) => from >= whole.from && from < decision.from);
  return decisions
    .map((each) => joined.find(({ decision }) => decision === each)?.whole ?? each)
    .map((each) =>
      joined.some(({ whole }) => whole === each) || !isPart(each) ? each : { ...each, heading: false },
    )
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** Where the number above a heading begins; the heading's own first line where it has none, or one of another value. */
function startOfNumber({ from, text, entry }: Decision, judged: readonly JudgedLine[]): number {
  if (readNumber(text) !== null) return from;
  const wanted = entry && readNumber(entry.text)?.value;
  for (let start = from - 1; start >= Math.max(0, from - MAX_LINES); start--) {
    const lines = judged.slice(start, from);
    if (lines.some(({ line }) => line.page !== judged[from]?.line.page)) break;
    const value = numberAlone(
      textOfLines(judged, start, from),
      lines.every(({ larger }) => larger),
    );
    if (value !== null && (wanted ?? value) === value) return start;
  }
  return from;
}

/** The value of a text that is a number and nothing else; a bare numeral is one only where it is set large. */
function numberAlone(text: string, isLarge: boolean): number | null {
  const mark = readNumber(text);
  // 附件 without a number is a heading of its own.
  if (mark) return mark.rest === '' && mark.value > 0 && WORDED.includes(mark.style) ? mark.value : null;
  return isLarge && /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/u.test(text) ? parseNumeral(text) : null;
}
