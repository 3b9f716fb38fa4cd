/** What Pagefind's files hold. */
export type CborValue = number | string | null | boolean | readonly CborValue[];

const BREAK = 0xff;
const INDEFINITE = 31;

/**
 * Reads the part of CBOR (RFC 8949) that Pagefind writes: integers, text, arrays, booleans, null.
 * @throws SyntaxError on anything else, and where the bytes end too early.
 */
export function decodeCbor(bytes: Uint8Array): CborValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = new TextDecoder('utf-8', { fatal: true });
  let at = 0;

  function argument(size: number): number {
    if (size < 24) return size;
    const start = at;
    if (size === 24) return ((at += 1), view.getUint8(start));
    if (size === 25) return ((at += 2), view.getUint16(start));
    if (size === 26) return ((at += 4), view.getUint32(start));
    if (size === 27) return ((at += 8), Number(view.getBigUint64(start)));
    throw new SyntaxError(`CBOR size ${String(size)} at byte ${String(at)} is not known.`);
  }

  function list(size: number): CborValue[] {
    const items: CborValue[] = [];
    if (size === INDEFINITE) {
      while (view.getUint8(at) !== BREAK) items.push(value());
      at += 1;
      return items;
    }
    const count = argument(size);
    for (let item = 0; item < count; item += 1) items.push(value());
    return items;
  }

  function value(): CborValue {
    const head = view.getUint8(at);
    at += 1;
    const size = head & 31;
    switch (head >> 5) {
      case 0:
        return argument(size);
      case 1:
        return -1 - argument(size);
      case 3: {
        const length = argument(size);
        at += length;
        return text.decode(bytes.subarray(at - length, at));
      }
      case 4:
        return list(size);
      default:
        if (head === 0xf4 || head === 0xf5) return head === 0xf5;
        if (head === 0xf6) return null;
        throw new SyntaxError(`CBOR head ${String(head)} at byte ${String(at - 1)} is not known.`);
    }
  }

  try {
    return value();
  } catch (error) {
    if (error instanceof RangeError) throw new SyntaxError('CBOR ends too early.', { cause: error });
    throw error;
  }
}
