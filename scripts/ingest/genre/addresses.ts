/** Addresses of the web as they are printed in running text. */

/** An address in a text: where it stands (UTF-16 units, the end not included), and what it leads to. */
export interface PrintedAddress {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/**
 * From its scheme (or www.) as far as characters go that an address may have (RFC 3986). Chinese text sets the colon wide at
 * times, and nothing Chinese is taken in: the sentence goes on right behind an address. Nor are square brackets, which
 * begin the next reference.
 */
const ADDRESS =
  /(?<![a-z\d])(?:https?[:：]\/\/|(?<![@./-])www\.(?=[a-z\d-]+\.))[\w\-.~:/?#@!$&'()*+,;=%]+/giu;
/** What ends the sentence around it, or the quotation: it belongs to an address only in its middle. */
const BEHIND = /[.,;:!?'*]+$/u;
/** All addresses of the text, in order. */
export function findAddresses(text: string): readonly PrintedAddress[] {
  return [...text.matchAll(ADDRESS)].flatMap((match) => {
    const printed = withoutEnd(match[0]);
    const plain = printed.replace('：', ':');
    const url = /^www\./iu.test(plain) ? `http://${plain}` : plain;
    return isWebAddress(url) ? [{ start: match.index, end: match.index + printed.length, url }] : [];
  });
}

/** Whether an address leads to a page of the web: over HTTP, to a host with a name. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^/?#]*[^/?#.]\.[a-z\d][^/?#]*/iu.test(url) && URL.canParse(url);
}

/** Without the stops behind it, and without a bracket that was opened before it. */
function withoutEnd(printed: string): string {
  const short = printed.replace(BEHIND, '');
  const isBracketOfText = short.endsWith(')') && short.split(')').length > short.split('(').length;
  const next = isBracketOfText ? short.slice(0, -1) : short;
  return next === printed ? printed : withoutEnd(next);
}
