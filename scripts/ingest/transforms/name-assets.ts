import type { Book, PermanentId } from '../model/book.ts';
import { type Asset, assertNever, type Block } from '../model/document.ts';

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
  const ids = new Map<Block, PermanentId>();
  const rename = (asset: Asset | null | undefined, id: PermanentId | undefined): Asset | null => {
    const bytes = asset ? bytesOf.get(asset.path) : undefined;
    if (!asset || bytes === undefined || id === undefined) return null;
    const path = `figures/${id}${/\.[a-z0-9]+$/u.exec(asset.path)?.[0] ?? ''}`;
    files.set(path, bytes);
    return { ...asset, path };
  };
  const visit = (block: Block): Block => {
    const id = book.ids.get(block);
    const renamed = renameIn(block, (asset) => rename(asset, id), visit);
    if (id !== undefined) ids.set(renamed, id);
    return renamed;
  };
  const named: Book = {
    ...book,
    introduction: book.introduction.map(visit),
    chapters: book.chapters.map((chapter) => ({ ...chapter, children: chapter.children.map(visit) })),
    viewpoints: book.viewpoints.map((viewpoint) => ({
      ...viewpoint,
      children: viewpoint.children.map(visit),
    })),
    ids,
  };
  return { book: named, files };
}

function renameIn(
  block: Block,
  rename: (asset: Asset | null | undefined) => Asset | null,
  visit: (block: Block) => Block,
): Block {
  switch (block.type) {
    case 'figure':
    case 'table':
      return { ...block, asset: rename(block.asset) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, children: item.children.map(visit) })),
      };
    case 'quote':
    case 'callout':
      return { ...block, children: block.children.map(visit) };
    case 'heading':
    case 'paragraph':
      return block;
    default:
      return assertNever(block);
  }
}
