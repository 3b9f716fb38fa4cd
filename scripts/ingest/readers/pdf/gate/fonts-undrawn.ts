/** A document for pdf.js that takes every font and draws nothing: where pages are only read, outlines of glyphs are not wanted. */

/** As much of a browser's class as pdf.js asks for. */
class FontFaceUndrawn {
  readonly loaded = Promise.resolve(this);
}

/**
 * pdf.js works out the outline of every glyph that it meets where it cannot hand fonts on to the document that shows them, which
 * takes a tenth of the time of a reading. It asks a document for its `fonts`, and the platform for `FontFace`, which Node lacks.
 */
export function documentThatTakesFonts(): HTMLDocument {
  if (!('FontFace' in globalThis)) Object.assign(globalThis, { FontFace: FontFaceUndrawn });
  const fonts = { add: () => undefined, delete: () => true };
  return { fonts } as unknown as HTMLDocument;
}
