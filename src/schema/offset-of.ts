import { isAlias, isMap, isScalar, isSeq, type Document } from 'yaml';

/**
 * Where in the text of a document the key stands that a path leads to, or the item of a list: an offset into the text.
 * Where the path leads to nothing (a key that is missing), the key around it; undefined where there is none.
 */
export function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    const place: Place | undefined = isMap(node)
      ? keyIn(node.items, part)
      : isSeq(node) && typeof part === 'number'
        ? placeOf(node.items[part], node.items[part])
        : undefined;
    if (place === undefined) return offset;
    ({ node, offset } = place);
  }
  return offset;
}

interface Place {
  readonly node: unknown;
  readonly offset: number | undefined;
}

function keyIn(
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  name: PropertyKey,
): Place | undefined {
  const pair = pairs.find(({ key }) => isScalar(key) && String(key.value) === String(name));
  return pair && placeOf(pair.key, pair.value);
}

/** Undefined where nothing stands in the text. */
function placeOf(named: unknown, node: unknown): Place | undefined {
  const range = (named as { range?: readonly number[] | null } | undefined)?.range;
  return range ? { node, offset: range[0] } : undefined;
}
