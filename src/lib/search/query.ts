import { normaliseText } from './normalise.ts';

/** One word or phrase of a query. */
export interface QueryTerm {
  /** As typed, without quotation marks and minus sign. */
  readonly written: string;
  /** Normalised characters; never empty. */
  readonly characters: readonly string[];
  /** In quotation marks: searched as it stands, without other names. */
  readonly quoted: boolean;
}

export interface Query {
  /** All must occur, in any order, within a section. */
  readonly wanted: readonly QueryTerm[];
  /** None may occur in the passage. */
  readonly unwanted: readonly QueryTerm[];
}

/** More characters than anyone remembers; longer queries are cut, which `wasCut` tells. */
export const LONGEST_QUERY = 120;

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '『': '』', '＂': '＂' };
const SPACE = /\s/u;
const MINUS = /^[-－−]$/u;

interface RawTerm {
  readonly text: string;
  readonly quoted: boolean;
  readonly unwanted: boolean;
}

/**
 * Quotation marks make a phrase only where they enclose a whole word of the query: `“人工智能+”行动` is one phrase whose
 * quotation marks are punctuation, as printed.
 */
function splitTerms(text: string): readonly RawTerm[] {
  const characters = [...text];
  const terms: RawTerm[] = [];
  /** The end ends a word as a space does. */
  const isSpace = (place: number): boolean => SPACE.test(characters[place] ?? ' ');
  let at = 0;
  while (at < characters.length) {
    if (isSpace(at)) {
      at += 1;
      continue;
    }
    const unwanted = MINUS.test(characters[at] ?? '') && !isSpace(at + 1);
    if (unwanted) at += 1;
    const closing = CLOSING[characters[at] ?? ''];
    const close = closing === undefined ? -1 : characters.indexOf(closing, at + 1);
    const quoted = close > at && isSpace(close + 1);
    let end = at;
    while (quoted ? end <= close : !isSpace(end)) end += 1;
    terms.push({
      text: characters.slice(quoted ? at + 1 : at, quoted ? close : end).join(''),
      quoted,
      unwanted,
    });
    at = end;
  }
  return terms;
}

/** Reads what a reader typed. Terms that are nothing but punctuation are left out, doubled ones said once. */
export function parseQuery(text: string): Query {
  const wanted = new Map<string, QueryTerm>();
  const unwanted = new Map<string, QueryTerm>();
  for (const raw of splitTerms([...text].slice(0, LONGEST_QUERY).join(''))) {
    const { characters } = normaliseText(raw.text);
    if (characters.length === 0) continue;
    const target = raw.unwanted ? unwanted : wanted;
    const key = characters.join('');
    if (!target.has(key)) target.set(key, { written: raw.text.trim(), characters, quoted: raw.quoted });
  }
  return { wanted: [...wanted.values()], unwanted: [...unwanted.values()] };
}
