/** Signs that stand where there is no number, in their plain forms. */
const NOTHING = /^(?:[-–—−/]|—{2}|(?:\.{3}){1,2}|n\/?a)?$/iu;
const NUMBER = /^([+\-−])?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?[%‰]?$/u;

/**
 * What a cell of numbers says: the number, `undefined` where it says that there is none (empty, `–`, `…`), `null` where it is no
 * number. Figures may have a sign, commas between thousands, and a sign of percent, in full width too.
 */
export function cellNumber(text: string): number | undefined | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  if (NOTHING.test(plain)) return undefined;
  const [, sign, whole = '', fraction = ''] = NUMBER.exec(plain) ?? [];
  if (whole === '') return null;
  return (sign === '-' || sign === '−' ? -1 : 1) * Number(whole.replaceAll(',', '') + fraction);
}
