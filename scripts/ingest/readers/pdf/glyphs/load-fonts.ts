/** The operators of a page → what pdf.js tells about the fonts that they set. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FontFacts, Matrix } from './graphics-state.ts';
import type { OperatorList } from './interpreter-state.ts';
import { asCorners, asList, asMatrix, asRecord } from './operator-arguments.ts';

/** A font's object follows its operator list; one that has not come by then will not come at all. */
const FONT_WAIT_MILLISECONDS = 5000;

/** What a font means by its widths where it does not say: thousandths of an em. */
const USUAL_MATRIX: Matrix = [0.001, 0, 0, 0.001, 0, 0];

/** The fonts of a page by the names that its operators give them. */
export async function loadFonts(
  proxy: PDFPageProxy,
  operators: OperatorList,
): Promise<ReadonlyMap<string, FontFacts>> {
  const fonts = new Map<string, FontFacts>();
  for (const id of fontIds(operators)) fonts.set(id, await loadFont(proxy, id));
  return fonts;
}

/** Fonts are set by an operator of their own or by a graphics state. */
function fontIds({ fnArray, argsArray }: OperatorList): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [index, operator] of fnArray.entries()) {
    if (operator !== OPS.setFont && operator !== OPS.setGState) continue;
    const [first] = asList(argsArray[index]);
    if (operator === OPS.setFont) ids.add(String(first));
    else
      for (const [key, value] of asList(first).map(asList))
        if (key === 'Font') ids.add(String(asList(value)[0]));
  }
  return ids;
}

async function loadFont(proxy: PDFPageProxy, id: string): Promise<FontFacts> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>(
    (resolve) => (timer = setTimeout(() => resolve(null), FONT_WAIT_MILLISECONDS)),
  );
  const arrived = new Promise<unknown>((resolve) => void proxy.commonObjs.get(id, resolve));
  const font = asRecord(await Promise.race([arrived, late]));
  clearTimeout(timer);
  const [, bottom, , top] = asCorners(font['bbox']) ?? [0, 0, 0, 0];
  const matrix = asMatrix(font['fontMatrix']) ?? USUAL_MATRIX;
  return {
    id,
    name: typeof font['name'] === 'string' ? font['name'] : '',
    bold: font['bold'] === true || font['black'] === true,
    italic: font['italic'] === true,
    vertical: font['vertical'] === true,
    type3: font['isType3Font'] === true,
    type3Height: Math.abs((top - bottom) * matrix[3]) || 0,
    matrix,
  };
}
