/** Where sentences end: asked of lines, titles, cells and notes alike. */

const CLOSING = '[”’」』）)】》]*';
const STOP = '[。！？!?…]';
/** A full stop of Latin text: behind a word or a bracket, not behind an initial, a number, an abbreviation of one letter or [J]. */
const LATIN_STOP = String.raw`(?:\p{Ll}{2}|[)）])[.]`;

const SENTENCE_END = new RegExp(`(?:${STOP}|${LATIN_STOP})${CLOSING}$`, 'u');
const CLAUSE_END = new RegExp(`(?:[。！？!?；;：:…]|${LATIN_STOP})${CLOSING}$`, 'u');

/** No end of a sentence, with all that closes it, is longer: the rest of a long paragraph need not be looked through. */
const LONGEST_END = 16;

const tail = (text: string): string => text.slice(-LONGEST_END).trimEnd();

/** Whether the text ends a sentence: 。！？…, closing quotation marks and brackets behind it allowed. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(tail(text));
}

/** Whether the text ends a sentence or a part of one that may stand as a paragraph or item: also ； and ：. */
export function endsClause(text: string): boolean {
  return CLAUSE_END.test(tail(text));
}

/** Whether the text ends as running text does, within a sentence or at its end; titles and captions never do. */
export function endsLikeText(text: string): boolean {
  return /[。；;，,：:、．]$/u.test(tail(text));
}

/** Whether a sentence ends before the text does. */
export function hasSentenceInside(text: string): boolean {
  return /。(?!$)./u.test(text);
}

/** The first sentence of a text with what closes it (”）), or the whole text where none ends. */
export function firstSentence(text: string): string {
  return new RegExp(`^.*?[。！？!?；;]${CLOSING}`, 'su').exec(text)?.[0].trim() ?? text.trim();
}

/** The whole sentences at the beginning of a text, or all of it where none ends in it. */
export function wholeSentences(text: string): string {
  return new RegExp(`^.*[。！？!?；;]${CLOSING}`, 'su').exec(text)?.[0].trim() ?? text.trim();
}
