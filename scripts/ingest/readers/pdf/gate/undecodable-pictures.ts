/** The bytes of a PDF → the same file with photographs that cannot be decoded: for a look at places, not at pictures. */

const JPEG = Buffer.from('/DCTDecode');
/** As long, and found out at the first look at the data. */
const OTHER = Buffer.from('/JPXDecode');
/** What stands before the name where it is a stream's filter, by itself or behind others. */
const BEFORE_FILTER = /\/Filter\s*\[?(?:\s*\/[A-Za-z0-9]+)*\s*$/u;
/** Longer than any list of filters. */
const LOOK_BACK = 120;

/**
 * A copy in which JPEG pictures claim to be of another kind. pdf.js tells where a picture stands and whether it has a mask
 * before it decodes it, but decodes it all the same, which takes longer than all else on a page; this way it gives up at once.
 * Dictionaries of streams are never compressed; a picture that is not met here is decoded, and nothing else changes.
 */
export function withUndecodablePictures(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(JPEG); at >= 0; at = copy.indexOf(JPEG, at + JPEG.length)) {
    const before = copy.toString('latin1', Math.max(0, at - LOOK_BACK), at);
    if (BEFORE_FILTER.test(before)) OTHER.copy(copy, at);
  }
  return new Uint8Array(copy.buffer, copy.byteOffset, copy.byteLength);
}
