/** Lines that look like headings although no contents page announces them. */
import { countInk } from '../../../genre/character-class.ts';
import { isBackTitle, isFrontTitle } from '../../../genre/matter-titles.ts';
import { endsLikeText, endsSentence, hasSentenceInside } from '../../../genre/sentences.ts';
import { readNumber } from '../../../genre/numbering.ts';
import type { NumberMark, NumberStyle } from '../../../genre/numbering.ts';
import { columnAt } from '../lines/learn-measures.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import { styleKey, styleOfLine } from '../lines/line-style.ts';
import type { LineStyle } from '../lines/line-style.ts';
import type { LineSpan, TextLine } from '../lines/text-line.ts';

/** Headings are this much larger than the body when size is what sets them off. */
const LARGER = 1.06;
/** …and they are never smaller than this beside it. */
const SMALLEST = 0.94;
/** A heading is shorter than this, whether it takes one line or two. */
const MAX_INK = 64;
/** A heading that nothing sets off but its number is shorter still. */
const MAX_PLAIN_INK = 36;
/** A line that ends this many ems before the right edge is not full. */
export const FULL_SLACK_EMS = 1.6;
/** A line is centred when both margins differ by less than this, in ems. */
const CENTRED_EMS = 1.2;
/** Space above a heading: this many times the usual distance of two lines. */
const SPACED_LEADING = 1.35;
/** Two lines on one page belong to one heading when they are no further apart than this, in ems. */
const MAX_LINE_GAP_EMS = 2.6;

/** Everything that is known about a line when headings are looked for. */
export interface JudgedLine {
  readonly line: TextLine;
  readonly style: LineStyle;
  readonly key: string;
  readonly number: NumberMark | null;
  /** Set off from the body by size, weight or font. */
  readonly distinct: boolean;
  readonly larger: boolean;
  /** Set smaller than the body. */
  readonly smaller: boolean;
  readonly full: boolean;
  readonly centred: boolean;
  /** Begins right of the left edge. */
  readonly indented: boolean;
  /** Stands clearly apart from the line above it. */
  readonly spaced: boolean;
}

/** Judges lines one by one. */
export function judgeLines(
  lines: readonly TextLine[],
  measures: DocumentMeasures,
  isDark: (span: LineSpan) => boolean,
): JudgedLine[] {
  return lines.map((line, index) => {
    const above = lines[index - 1];
    const { left, right } = columnAt(measures, line);
    const style = styleOfLine(line, isDark);
    const larger = style.size >= LARGER * measures.bodySize;
    const [before, after] = [line.box.x - left, right - line.box.x - line.box.width];
    return {
      line,
      style,
      key: styleKey(style),
      number: readNumber(line.text),
      larger,
      smaller: style.size < SMALLEST * measures.bodySize,
      distinct:
        larger ||
        (style.size >= SMALLEST * measures.bodySize && (style.bold || style.font !== measures.bodyFont)),
      full: after <= FULL_SLACK_EMS * line.size,
      centred: before > 2 * line.size && Math.abs(before - after) <= CENTRED_EMS * line.size,
      indented: before > 0.8 * line.size,
      spaced:
        above?.page === line.page && line.baseline - above.baseline >= SPACED_LEADING * measures.leading,
    };
  });
}

/** A paragraph may have ended here: a stop, a quotation mark or a bracket closes it. */
const endsParagraph = (text: string): boolean => endsSentence(text) || /[”）]$/u.test(text);

/** A heading found among the lines: its first and last line (`to` is one behind). */
export interface HeadingRange {
  readonly from: number;
  readonly to: number;
}

/** Marks of lists and of running text that headings seldom have unless they are set off. */
const WEAK_STYLES: readonly NumberStyle[] = [
  'arabicParen',
  'halfParen',
  'circled',
  'letter',
  'decimal1',
  'arabic',
  'hanParen',
  'han',
];
const CAPTION = /^[图表]\s*[A-Z]?\d+|^(?:资料|数据)?来源[:：]|^注[:：]/u;

/**
 * Headings by style and numbering among lines that no contents entry claimed.
 * @param taken Indices of lines that are headings already.
 * @param known Styles (`JudgedLine.key`) of the headings that the contents announce.
 */
export function findCandidates(
  judged: readonly JudgedLine[],
  taken: ReadonlySet<number>,
  known: ReadonlySet<string>,
): HeadingRange[] {
  const found: HeadingRange[] = [];
  for (let index = 0; index < judged.length; index++) {
    if (taken.has(index) || !mayBegin(judged, index, taken)) continue;
    const range = extend(judged, index, taken);
    if (accept(judged, range, taken, known)) {
      found.push(range);
      index = range.to - 1;
    }
  }
  return found;
}

/** A heading begins where the line before has ended its paragraph. */
function mayBegin(judged: readonly JudgedLine[], index: number, taken: ReadonlySet<number>): boolean {
  const [self, before] = [judged[index]!, judged[index - 1]];
  if (CAPTION.test(self.line.text)) return false;
  if (!before || taken.has(index - 1) || !before.full || self.key !== before.key) return true;
  return self.indented && endsParagraph(before.line.text);
}

/** Takes in the following lines of the same setting while the heading is not finished. */
function extend(judged: readonly JudgedLine[], from: number, taken: ReadonlySet<number>): HeadingRange {
  let to = from + 1;
  const first = judged[from]!;
  if (!first.distinct) return { from, to };
  while (to < judged.length && !taken.has(to) && to - from < 3) {
    const [last, next] = [judged[to - 1]!, judged[to]!];
    if (next.key !== first.key || next.number !== null) break;
    const samePage = next.line.page === last.line.page;
    if (samePage && next.line.baseline - last.line.baseline > MAX_LINE_GAP_EMS * first.line.size) break;
    const numberAlone = first.number?.rest === '' && to === from + 1;
    const goesOn = last.full && (samePage || !next.indented);
    const bothCentred = first.larger && first.centred && next.centred && samePage;
    if (!numberAlone && !goesOn && !bothCentred) break;
    to++;
  }
  return { from, to };
}

function accept(
  judged: readonly JudgedLine[],
  range: HeadingRange,
  taken: ReadonlySet<number>,
  known: ReadonlySet<string>,
): boolean {
  const first = judged[range.from]!;
  const text = judged
    .slice(range.from, range.to)
    .map((each) => each.line.text)
    .join('');
  const next = judged[range.to];
  if (countInk(text) > MAX_INK || countInk(text) < 2 || endsLikeText(text) || hasSentenceInside(text))
    return false;
  if ((isFrontTitle(text) || isBackTitle(text)) && (first.distinct || first.centred)) return true;
  if (first.number) {
    if (!isTitled(first.number, range)) return false;
    if (first.distinct) return goesBeforeText(judged, range, first);
    return isPlainHeading(judged, range, taken, text);
  }
  if (first.larger)
    return (
      next === undefined ||
      next.line.page !== first.line.page ||
      next.key !== first.key ||
      range.to - range.from > 1
    );
  if (!first.distinct || judged[range.to - 1]!.full) return false;
  const alike = judged.filter(
    (each) => each.key === first.key && !each.full && !endsLikeText(each.line.text),
  ).length;
  return (
    known.has(first.key) ||
    (first.style.bold &&
      alike >= 2 &&
      next !== undefined &&
      next.key !== first.key &&
      (first.centred || first.spaced || next.indented))
  );
}

/** Styles that may stand alone on their line: 第一章, and its title below. */
const MAY_STAND_ALONE: readonly NumberStyle[] = ['part', 'chapter', 'section', 'appendix'];

/** A number makes a heading only with words after it: `45.` and `（10）：6-55` are the ends of references. */
function isTitled({ style, rest }: NumberMark, range: HeadingRange): boolean {
  if (rest === '') return MAY_STAND_ALONE.includes(style) || range.to - range.from > 1;
  return /^[\p{L}“‘《（(\d]/u.test(rest) && /\p{Script=Han}|[A-Za-z]{3}/u.test(rest);
}

/** A set-off numbered line is a heading unless it goes on as running text of the same setting. */
function goesBeforeText(judged: readonly JudgedLine[], range: HeadingRange, first: JudgedLine): boolean {
  const last = judged[range.to - 1]!;
  const next = judged[range.to];
  if (!last.full || first.larger) return true;
  return next === undefined || next.key !== first.key || next.indented;
}

/**
 * A heading in the very setting of the body: short, numbered, without a stop, and followed by a paragraph of its own
 * rather than by the next number (then it is a list).
 */
function isPlainHeading(
  judged: readonly JudgedLine[],
  range: HeadingRange,
  taken: ReadonlySet<number>,
  text: string,
): boolean {
  const first = judged[range.from]!;
  const next = judged[range.to];
  const before = judged[range.from - 1];
  if (
    first.smaller ||
    first.full ||
    countInk(text) > MAX_PLAIN_INK ||
    !first.indented ||
    first.number!.rest === ''
  )
    return false;
  if (!next || !next.indented || next.line.size < SMALLEST * first.line.size) return false;
  if (next.number && !taken.has(range.to) && next.number.style === first.number!.style) return false;
  if (before && !taken.has(range.from - 1)) {
    if (/[:：]$/u.test(before.line.text)) return false;
    // The last item of a list is followed by a paragraph, too.
    const { style, value } = first.number!;
    if (before.number?.style === style && before.number.value === value - 1) return false;
    if (before.full && !endsParagraph(before.line.text)) return false;
  }
  return !WEAK_STYLES.includes(first.number!.style) || !/[，,；;]/u.test(first.number!.rest);
}
