import { textDigest, textSketch } from './fingerprint.ts';
import type { LinkTarget } from './link-targets.ts';

/** Characters that the manifest keeps of the beginning of a passage: for people, and to know it again. */
const STARTS_LENGTH = 24;

/** A target with the fingerprints by which it is found again. */
export interface PrintedTarget extends LinkTarget {
  readonly digest: string;
  readonly sketch: string;
  /** How it begins. */
  readonly starts: string;
}

export function printTarget(target: LinkTarget): PrintedTarget {
  const starts = [...target.text.trim()].slice(0, STARTS_LENGTH).join('');
  return { ...target, digest: textDigest(target.text), sketch: textSketch(target.text), starts };
}
