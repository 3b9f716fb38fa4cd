/** How a line is set, beside the body text. */
import { countIdeographs, countInk, isIdeograph } from '../../../genre/character-class.ts';
import { isSameSize } from './line-facts.ts';
import type { DocumentMeasures } from './learn-measures.ts';
import type { LineSpan, TextLine } from './text-line.ts';

/** Families that are dark by nature (黑体) beside 宋体, 仿宋 and 楷体. */
const DARK_FAMILY = /hei|黑|gothic|sans|yahei|dengxian|等线|arial|helvetica/iu;
/** Families that only differ in shape: set for variety, not for weight. */
const LIGHT_FAMILY = /kai|楷|song|宋|ming|明|serif|fang|仿|times|roman|li(?:shu)?_?gb|隶/iu;
/** Names such as CIDFont+F3 or F12 tell nothing. */
const NAMELESS = /^(?:cidfont\+?)?f?\d*$|^$/iu;
/** Another font without a name is taken for a dark one when it sets at most this share of the body's characters. */
const MAX_ACCENT_SHARE = 0.3;
/** A line has a style when this share of its ink has it. */
const MOST = 0.8;

/** How a line is set, as far as headings differ from body text in it. */
export interface LineStyle {
  /** Rounded to half a point. */
  readonly size: number;
  readonly bold: boolean;
  /** Font of most Han characters (of all characters where there is none). */
  readonly font: string;
}

export function styleOfLine(line: TextLine, isDark: (span: LineSpan) => boolean): LineStyle {
  const flat = line.spans.filter((span) => !span.raised);
  const ink = (spans: readonly LineSpan[]): number =>
    spans.reduce((sum, span) => sum + countInk(span.text), 0);
  const han = flat.filter((span) => [...span.text].some(isIdeograph));
  const judged = han.length > 0 ? han : flat;
  const total = ink(judged);
  return {
    size: Math.round(line.size * 2) / 2,
    bold: total > 0 && ink(judged.filter(isDark)) >= MOST * total,
    font: judged.toSorted((a, b) => ink([b]) - ink([a]))[0]?.fontName ?? '',
  };
}

/** Equal for lines that are set alike. */
export function styleKey({ size, bold, font }: LineStyle): string {
  return `${String(size)}|${String(bold)}|${font}`;
}

/**
 * Tells bold from ordinary spans in this document: bold fonts, and 黑体 among 仿宋 or 宋体. Fonts without names count as
 * dark where they set a small part of the Han text at the size of the body. A Latin span goes with the font's own flag.
 * @param lines Body lines of the document, furniture left out.
 */
export function darknessTest(
  lines: readonly TextLine[],
  measures: DocumentMeasures,
): (span: LineSpan) => boolean {
  const share = fontShares(lines, measures);
  const bodyIsBold = share.boldShare > 0.5;
  const dark = new Set<string>();
  for (const [font, part] of share.fonts) {
    if (font === measures.bodyFont) continue;
    const named = DARK_FAMILY.test(font) && !LIGHT_FAMILY.test(font.replace(/sans/giu, ''));
    const nameless = NAMELESS.test(font) || !/[a-z]{3}|\p{Script=Han}/iu.test(font);
    if ((named && !DARK_FAMILY.test(measures.bodyFont)) || (nameless && part <= MAX_ACCENT_SHARE))
      dark.add(font);
  }
  return (span) => (span.bold && !bodyIsBold) || (dark.has(span.fontName) && countIdeographs(span.text) > 0);
}

interface FontShares {
  readonly fonts: ReadonlyMap<string, number>;
  readonly boldShare: number;
}

function fontShares(lines: readonly TextLine[], measures: DocumentMeasures): FontShares {
  const counts = new Map<string, number>();
  let total = 0;
  let bold = 0;
  for (const line of lines) {
    if (!isSameSize(line.size, measures.bodySize)) continue;
    for (const span of line.spans) {
      const count = countIdeographs(span.text);
      if (count === 0) continue;
      counts.set(span.fontName, (counts.get(span.fontName) ?? 0) + count);
      total += count;
      if (span.bold) bold += count;
    }
  }
  return {
    fonts: new Map([...counts].map(([font, count]) => [font, count / Math.max(1, total)])),
    boldShare: bold / Math.max(1, total),
  };
}
