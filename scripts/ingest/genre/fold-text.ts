/** Folding of text for comparing, from the lightest to the strongest. */

const DASHES = /[―─–—⸺-]+/gu;
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [DASHES, '-'],
  [/[“”„‟"]/gu, '"'],
  [/[‘’‚‛']/gu, "'"],
  [/[·‧•・]/gu, '·'],
];

/** Letter-spaced Chinese loses its spaces; Latin words keep theirs. */
export function squeezeHan(text: string): string {
  return text.replace(/(?<=\P{Script=Latin})\s+|\s+(?=\P{Script=Latin})/gu, '');
}

/** White space taken out: for text that is compared with words such as 目录, printed as 目　录. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** What two settings of the same words have in common: no white space, no compatibility forms, one form of look-alike signs, lower case. */
export function foldText(text: string): string {
  let folded = squeeze(text).normalize('NFKC').toLowerCase();
  for (const [from, to] of SIGNS) folded = folded.replace(from, to);
  return folded;
}

/** Only letters and digits, in NFKC and lower case: what likeness of texts is measured on. */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}
