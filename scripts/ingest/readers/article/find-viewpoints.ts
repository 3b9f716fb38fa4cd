import { plainText } from '../../model/text-of.ts';
import type { ArticleOrigin, Inline, Paragraph, Viewpoint } from '../../model/document.ts';
import type { ArticleUnit } from './article-unit.ts';
import { dropCharacters, unitText } from './inline-text.ts';
import { readNumber } from '../../genre/numbering.ts';
import { parseNumeral } from '../../genre/numerals.ts';
import { firstSentence, wholeSentences } from '../../genre/sentences.ts';

/** How viewpoints are numbered beside the ways of headings: `01` as a line of its own, as designers set it, 观点一：, 一是. */
const OWN_NUMBERINGS = [
  { style: 'alone', pattern: /^(?:观点)?(\d{1,2}|[一二三四五六七八九十]{1,3})$/u },
  { style: 'viewpoint', pattern: /^观点([一二三四五六七八九十\d]+)[\s：:、.．]*/u },
  { style: 'is', pattern: /^([一二三四五六七八九十]+)是(?=\S)/u },
] as const;

interface ViewpointMark {
  readonly style: string;
  readonly value: number;
  /** As printed, and the UTF-16 units that it takes with the space after it. */
  readonly mark: string;
  readonly length: number;
}

/**
 * Reads numbered viewpoints from the units after the label (clutter already taken out). All have the numbering of
 * the first, which is 1; a unit without the next number continues the viewpoint before it. Without numbers there
 * are none: the units are text of the article then.
 */
export function readViewpoints(units: readonly ArticleUnit[]): readonly Viewpoint[] {
  const first = units[0] === undefined ? null : readMark(units[0]);
  if (first?.value !== 1) return [];
  const groups: {
    number: number;
    marker: string;
    units: { unit: ArticleUnit; inlines: readonly Inline[] }[];
  }[] = [];
  for (const unit of units) {
    const mark = readMark(unit);
    const starts = mark?.style === first.style && mark.value === groups.length + 1;
    if (starts) groups.push({ number: mark.value, marker: mark.mark, units: [] });
    const inlines = starts ? dropCharacters(unit.inlines, mark.length) : unit.inlines;
    if (inlines.length > 0) groups.at(-1)?.units.push({ unit, inlines });
  }
  return groups.map((group) => {
    const origins = group.units.map(({ unit }): ArticleOrigin => ({ kind: 'article', line: unit.line }));
    return {
      number: group.number,
      marker: group.marker,
      lead: readLead(group.units[0]?.inlines ?? []),
      children: group.units.map(({ unit, inlines }): Paragraph => ({
        type: 'paragraph',
        children: inlines,
        origins: [{ kind: 'article', line: unit.line }],
      })),
      origins,
    };
  });
}

function readMark(unit: ArticleUnit): ViewpointMark | null {
  const text = unitText(unit.inlines);
  for (const { style, pattern } of OWN_NUMBERINGS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const value = parseNumeral(match[1] ?? '') ?? 0;
    return { style, value, mark: match[0].trim(), length: match[0].length };
  }
  const number = readNumber(text);
  return number && { style: number.style, value: number.value, mark: number.number, length: number.length };
}

/**
 * The bold text at the start; where it holds a whole sentence and then an unfinished one, the sentence alone (the rest is a
 * bold lead-in of the body, `总体上，`). Without bold text, the first sentence.
 */
export function readLead(inlines: readonly Inline[]): string {
  const first = inlines[0];
  const bold = first?.type === 'strong' ? plainText(first.children).trim() : '';
  return bold === '' ? firstSentence(plainText(inlines)) : wholeSentences(bold);
}
