import type { Book } from '../model/book.ts';
import type { Asset } from '../model/document.ts';
import type { IdentifiedBlock, PermanentId } from '../model/identified.ts';
import { mapBlocks } from '../model/walk.ts';

interface NamedAssets {
  readonly book: Book;
  /** New path → bytes, for assets that a figure or table of the book shows. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Names every picture after the permanent id of its figure or table (`figures/f3.webp`), so that its address stays when a
 * figure is inserted before it. A figure whose picture is not among the assets has none.
 */
export function nameAssets(
  book: Book,
  assets: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): NamedAssets {
  const bytesOf = new Map(assets.map(({ path, bytes }) => [path, bytes]));
  const files = new Map<string, Uint8Array>();
  const rename = (asset: Asset | null | undefined, id: PermanentId): Asset | null => {
    const bytes = asset ? bytesOf.get(asset.path) : undefined;
    if (!asset || bytes === undefined) return null;
    const path = `figures/${id}${/\.[a-z0-9]+$/u.exec(asset.path)?.[0] ?? ''}`;
    files.set(path, bytes);
    return { ...asset, path };
  };
  const renameIn = (blocks: readonly IdentifiedBlock[]): readonly IdentifiedBlock[] =>
    mapBlocks(blocks, {
      block: (block) => ('asset' in block ? { ...block, asset: rename(block.asset, block.id) } : block),
    });
  const inChildren = <Part extends { readonly children: readonly IdentifiedBlock[] }>(part: Part): Part => ({
    ...part,
    children: renameIn(part.children),
  });
  const named: Book = {
    ...book,
    introduction: renameIn(book.introduction),
    chapters: book.chapters.map(inChildren),
    viewpoints: book.viewpoints.map(inChildren),
  };
  return { book: named, files };
}
