/** How far a reading is, in memory that its watchdog reads while the main thread is busy in one long call. */
import type { ReadingProgress } from './child-messages.ts';

/** Bytes for the progress as JSON, behind its length and the number of signs of life. */
const TEXT_BYTES = 256;
const HEAD_INTEGERS = 2;
const HEAD_BYTES = HEAD_INTEGERS * Int32Array.BYTES_PER_ELEMENT;
const [COUNT, LENGTH] = [0, 1];

/** Memory for one reading. */
export function newSharedProgress(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEAD_BYTES + TEXT_BYTES);
}

/** Writes a sign of life: where the reading is now. */
export class ProgressWriter {
  readonly #head: Int32Array;
  readonly #text: Uint8Array;

  constructor(shared: SharedArrayBuffer) {
    this.#head = new Int32Array(shared, 0, HEAD_INTEGERS);
    this.#text = new Uint8Array(shared, HEAD_BYTES, TEXT_BYTES);
  }

  note(progress: ReadingProgress): void {
    const bytes = new TextEncoder().encode(JSON.stringify(progress)).subarray(0, TEXT_BYTES);
    this.#text.set(bytes);
    Atomics.store(this.#head, LENGTH, bytes.length);
    Atomics.add(this.#head, COUNT, 1);
  }
}

/** Reads it in another thread. */
export class ProgressReader {
  readonly #head: Int32Array;
  readonly #text: Uint8Array;

  constructor(shared: SharedArrayBuffer) {
    this.#head = new Int32Array(shared, 0, HEAD_INTEGERS);
    this.#text = new Uint8Array(shared, HEAD_BYTES, TEXT_BYTES);
  }

  /** Signs of life so far. */
  get count(): number {
    return Atomics.load(this.#head, COUNT);
  }

  /** The last progress as JSON, '' before the first. */
  get last(): string {
    const bytes = this.#text.slice(0, Atomics.load(this.#head, LENGTH));
    return new TextDecoder().decode(bytes);
  }
}
