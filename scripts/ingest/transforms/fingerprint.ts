import { createHash } from 'node:crypto';
import { comparableText } from '../genre/fold-text.ts';
import { bigrams } from './text-similarity.ts';

/** Hash functions of a sketch, one byte each: the estimate then errs by about 0.09 (one standard deviation). */
const SKETCH_BYTES = 32;

/** The first 16 hexadecimal digits of the SHA-256 of the text without white space. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text.replace(/\s/gu, '')).digest('hex').slice(0, 16);
}

/**
 * MinHash of the text's bigrams: of each of 32 hash functions the lowest byte of the smallest value, in
 * hexadecimal. Texts that share most bigrams share most bytes.
 * @see Broder, “On the resemblance and containment of documents” (1997); Li and König, “b-Bit Minwise Hashing” (2010)
 */
export function textSketch(text: string): string {
  const hashes = [...bigrams(text)].map(hash32);
  if (hashes.length === 0) return textDigest(comparableText(text)).padEnd(SKETCH_BYTES * 2, '0');
  return Array.from({ length: SKETCH_BYTES }, (_, seed) => {
    const smallest = hashes.reduce((least, value) => Math.min(least, mix(value, seed)), 0xffffffff);
    return (smallest & 0xff).toString(16).padStart(2, '0');
  }).join('');
}

/** The bytes of a sketch, for quick comparison. */
export function sketchBytes(sketch: string): Uint8Array {
  return Uint8Array.from({ length: SKETCH_BYTES }, (_, index) =>
    Number.parseInt(sketch.slice(2 * index, 2 * index + 2), 16),
  );
}

/** The estimated share of common bigrams (Jaccard) of two texts by their sketches, 0 to 1. */
export function sketchSimilarity(first: Uint8Array, second: Uint8Array): number {
  let equal = 0;
  for (let index = 0; index < SKETCH_BYTES; index += 1) if (first[index] === second[index]) equal += 1;
  const share = equal / SKETCH_BYTES;
  const chance = 1 / 256;
  return Math.max(0, (share - chance) / (1 - chance));
}

/** FNV-1a over UTF-16 units. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

/** The finaliser of MurmurHash3, which makes one hash into a family by its seed. */
function mix(value: number, seed: number): number {
  let hash = (value ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}
