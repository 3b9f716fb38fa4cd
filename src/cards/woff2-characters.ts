import { brotliDecompressSync } from 'node:zlib';

/** Tags of a WOFF2 table directory by their index; 63 means that the tag is spelt out. @see https://www.w3.org/TR/WOFF2/#table_dir_format */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const SPELT_OUT = 63;
const HEADER_LENGTH = 48;
/** `wOF2`. */
const SIGNATURE = 0x774f4632;

/**
 * The code points for which a WOFF2 font has a glyph, of its Unicode character map (formats 4 and 12).
 * @throws Error where the file is another format or has no such map
 */
export function readCharacters(file: Buffer): ReadonlySet<number> {
  if (file.readUInt32BE(0) !== SIGNATURE) throw new Error('This is no WOFF2 font.');
  const { offset, length, end } = findCmap(file);
  const tables = brotliDecompressSync(file.subarray(end, end + file.readUInt32BE(20)));
  return readCmap(tables.subarray(offset, offset + length));
}

/** Where the character map lies in the unpacked tables, and where the packed tables begin in the file. */
function findCmap(file: Buffer): { readonly offset: number; readonly length: number; readonly end: number } {
  let at = HEADER_LENGTH;
  const readNumber = (): number => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let offset = 0;
  let found: { offset: number; length: number } | undefined;
  for (let table = 0; table < file.readUInt16BE(12); table++) {
    const flags = file.readUInt8(at++);
    const tag = flags & 63;
    if (tag === SPELT_OUT) at += 4;
    const length = readNumber();
    // Version 3 of these two, and 0 of all others, means that they are as they were.
    const isTransformed = tag === GLYF || tag === LOCA ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const packed = isTransformed ? readNumber() : length;
    if (tag === CMAP) found = { offset, length };
    offset += packed;
  }
  if (!found) throw new Error('The font has no character map.');
  return { ...found, end: at };
}

function readCmap(cmap: Buffer): ReadonlySet<number> {
  const characters = new Set<number>();
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * record + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 12) readGroups(subtable, characters);
    else if (format === 4) readSegments(subtable, characters);
  }
  if (characters.size === 0) throw new Error('The font has no Unicode character map.');
  return characters;
}

/** Format 12: groups of first and last character. */
function readGroups(subtable: Buffer, characters: Set<number>): void {
  for (let group = 0; group < subtable.readUInt32BE(12); group++) {
    const at = 16 + 12 * group;
    for (let code = subtable.readUInt32BE(at); code <= subtable.readUInt32BE(at + 4); code++)
      characters.add(code);
  }
}

/** Format 4: segments, whose glyph may be 0, which is none. */
function readSegments(subtable: Buffer, characters: Set<number>): void {
  const size = subtable.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size];
  for (let at = 0; at < size; at += 2) {
    const start = subtable.readUInt16BE(starts + at);
    const range = subtable.readUInt16BE(ranges + at);
    const delta = subtable.readUInt16BE(deltas + at);
    for (let code = start; code <= subtable.readUInt16BE(ends + at) && code < 0xffff; code++) {
      const listed = range === 0 ? code : subtable.readUInt16BE(ranges + at + range + 2 * (code - start));
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) characters.add(code);
    }
  }
}
