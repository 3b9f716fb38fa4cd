/** Lines in reading order → the same without the hyphens at which a word is divided at their end. */
import { itemAt } from '../../../model/item-at.ts';
import { isSameSize } from './line-facts.ts';
import type { TextLine } from './text-line.ts';

/** Lines, and what was taken off them: for the accounts. */
export interface RejoinedWords {
  readonly lines: readonly (readonly TextLine[])[];
  readonly trimmings: readonly { readonly text: string; readonly page: number }[];
}

/** A word that may be divided: its part at the end of a line, and the one that begins the next. */
const DIVIDED = /(?<first>[a-z]+)[-‐]$/iu;
const REST = /^[a-z]+/u;
const WORDS = /(?<![\p{L}\p{N}-])\p{Script=Latin}+(?:[-‐]\p{Script=Latin}+)*(?![\p{L}\p{N}-])/gu;
/** Notes and a running foot may stand between the last line of a page and the first of the next: so many lines are passed over. */
const MAX_LINES_BETWEEN = 40;

interface Division {
  readonly line: TextLine;
  readonly whole: string;
  readonly compound: string;
}

/**
 * Takes the hyphen off where a word goes on in the next line of its size. What the document writes within its lines decides:
 * a compound that it writes with the hyphen keeps it, a word that it writes without loses it. Where it writes neither, the
 * others decide: a document that divides words has more of them than compounds that end at a line.
 */
export function rejoinWords(lines: readonly (readonly TextLine[])[]): RejoinedWords {
  const all = lines.flat();
  const divisions = all.flatMap((line, index) =>
    divisionAt(line, all.slice(index + 1, index + MAX_LINES_BETWEEN)),
  );
  if (divisions.length === 0) return { lines, trimmings: [] };
  const written = wordsWithin(all);
  const isCompound = ({ compound }: Division): boolean => written.has(compound);
  const isWord = (division: Division): boolean => !isCompound(division) && written.has(division.whole);
  const words = divisions.filter(isWord).length;
  const divides = words > divisions.filter(isCompound).length;
  const divided = new Set(
    divisions.filter((each) => isWord(each) || (divides && !isCompound(each))).map(({ line }) => line),
  );
  return {
    lines: lines.map((page) => page.map((line) => (divided.has(line) ? withoutHyphen(line) : line))),
    trimmings: [...divided].map(({ text, page }) => ({ text: text.slice(-1), page })),
  };
}

function divisionAt(line: TextLine, later: readonly TextLine[]): readonly Division[] {
  const first = DIVIDED.exec(line.text)?.groups?.['first'];
  if (first === undefined) return [];
  const next = later.find((other) => isSameSize(other.size, line.size));
  const rest = next && REST.exec(next.text)?.[0];
  if (!rest) return [];
  const [start, end] = [first.toLowerCase(), rest.toLowerCase()];
  return [{ line, whole: start + end, compound: `${start}-${end}` }];
}

/** Every word and compound that stands whole in a line, in lower case. What ends a line may go on in the next. */
function wordsWithin(lines: readonly TextLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const [word] of text.matchAll(WORDS)) {
      const parts = word.toLowerCase().replaceAll('‐', '-').split('-');
      words.add(parts.join('-'));
      // state-of-the-art holds the-art: compounds of more than two parts are divided anywhere.
      for (let index = 1; index < parts.length; index++)
        words.add(parts.slice(index - 1, index + 1).join('-'));
    }
  return words;
}

function withoutHyphen(line: TextLine): TextLine {
  const last = itemAt(line.spans, -1);
  const spans = [...line.spans.slice(0, -1), { ...last, text: last.text.slice(0, -1) }];
  return { ...line, spans, text: line.text.slice(0, -1), goesOn: true };
}
