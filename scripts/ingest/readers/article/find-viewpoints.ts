import { plainText } from '../../model/text-of.ts';
import type { ArticleOrigin, Inline, Paragraph, Viewpoint } from '../../model/document.ts';
import type { ArticleUnit } from './article-unit.ts';
import { dropCharacters, unitText } from './inline-text.ts';
import { type NumberMark, numberValue, readNumberMark } from './numbering.ts';

const SENTENCE_END = /[。！？!?；;]/u;

/** `01`, `3`, `三` as a line of its own, as designers set numbers. */
const NUMBER_ALONE = /^(?:观点)?(\d{1,2}|[一二三四五六七八九十]{1,3})$/u;

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

function readMark(unit: ArticleUnit): NumberMark | null {
  const text = unitText(unit.inlines);
  const alone = NUMBER_ALONE.exec(text);
  if (alone === null) return readNumberMark(text);
  return { style: 'alone', value: numberValue(alone[1] ?? ''), mark: text, length: text.length };
}

/**
 * The bold text at the start; where it holds a whole sentence and then an unfinished one, the sentence alone (the rest is a
 * bold lead-in of the body, `总体上，`). Without bold text, the first sentence.
 */
export function readLead(inlines: readonly Inline[]): string {
  const first = inlines[0];
  const bold = first?.type === 'strong' ? plainText(first.children).trim() : '';
  if (bold === '') return firstSentence(plainText(inlines));
  const lastEnd = [...bold].findLastIndex((character) => SENTENCE_END.test(character));
  const characters = [...bold];
  return lastEnd === -1 ? bold : takeClosing(characters, lastEnd);
}

function firstSentence(text: string): string {
  const characters = [...text];
  const end = characters.findIndex((character) => SENTENCE_END.test(character));
  return end === -1 ? text.trim() : takeClosing(characters, end);
}

/** Up to and including `end`, and the closing quotation marks after it. */
function takeClosing(characters: readonly string[], end: number): string {
  let stop = end + 1;
  while (/[”’」』）)]/u.test(characters[stop] ?? '')) stop += 1;
  return characters.slice(0, stop).join('').trim();
}
