/** Longer ones do not fit on a line of a phone beside the size of a title. */
const LONGEST_BRACKET = 8;
const BRACKET = /（[^（）]+）$/u;

/** A title and what stands in brackets at its end, `（2024年）`; '' where nothing short does. */
export function splitTitle(title: string): { readonly name: string; readonly bracket: string } {
  const bracket = BRACKET.exec(title)?.[0] ?? '';
  return bracket.length > LONGEST_BRACKET
    ? { name: title, bracket: '' }
    : { name: title.slice(0, title.length - bracket.length), bracket };
}
