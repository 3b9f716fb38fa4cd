/** What is known about each line when headings are looked for. */
import { joinTexts } from '../../../genre/character-class.ts';
import { readNumber } from '../../../genre/numbering.ts';
import type { NumberMark } from '../../../genre/numbering.ts';
import { rightOf } from '../glyphs/geometry.ts';
import { columnAt } from '../lines/learn-measures.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import { lineFacts } from '../lines/line-facts.ts';
import type { LineFacts } from '../lines/line-facts.ts';
import { styleKey, styleOfLine } from '../lines/line-style.ts';
import type { LineStyle } from '../lines/line-style.ts';
import type { LineSpan, TextLine } from '../lines/text-line.ts';

/** Headings are this much larger than the body when size is what sets them off. */
const LARGER = 1.06;
/** …and they are never smaller than this beside it. */
export const SMALLEST = 0.94;
/** Space above a heading: this many times the usual distance of two lines. */
const SPACED_LEADING = 1.35;

/** A line with its setting and its place. */
export interface JudgedLine extends Pick<LineFacts, 'full' | 'centred' | 'indented'> {
  readonly line: TextLine;
  readonly style: LineStyle;
  /** Equal for lines that are set alike. */
  readonly key: string;
  readonly number: NumberMark | null;
  /** Set off from the body by size, weight or font. */
  readonly distinct: boolean;
  readonly larger: boolean;
  /** Set smaller than the body. */
  readonly smaller: boolean;
  /** Points between its end and the right edge of its column. */
  readonly room: number;
  /** Stands clearly apart from the line above it. */
  readonly spaced: boolean;
}

/** Judges lines one by one; they come in reading order. */
export function judgeLines(
  lines: readonly TextLine[],
  measures: DocumentMeasures,
  isDark: (span: LineSpan) => boolean,
): JudgedLine[] {
  return lines.map((line, index) => {
    const above = lines[index - 1];
    const column = columnAt(measures, line);
    const { full, centred, indented } = lineFacts(line, column);
    const style = styleOfLine(line, isDark);
    const larger = style.size >= LARGER * measures.bodySize;
    const smaller = style.size < SMALLEST * measures.bodySize;
    return {
      line,
      style,
      key: styleKey(style),
      number: readNumber(line.text),
      larger,
      smaller,
      distinct: larger || (!smaller && (style.bold || style.font !== measures.bodyFont)),
      full,
      centred,
      indented,
      room: column.right - rightOf(line.box),
      spaced:
        above?.page === line.page && line.baseline - above.baseline >= SPACED_LEADING * measures.leading,
    };
  });
}

/** The text of some lines as one. */
export function textOfLines(judged: readonly JudgedLine[], from: number, to: number): string {
  return joinTexts(judged.slice(from, to).map(({ line }) => line.text));
}
