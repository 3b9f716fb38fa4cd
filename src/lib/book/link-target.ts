/** What a link of a chapter leads to: an address of the web, or a place of the book by its permanent id. */
export type LinkTarget =
  | { readonly kind: 'web'; readonly address: string }
  /** `chapter` is its slug, absent where the place is on the same page. */
  | { readonly kind: 'place'; readonly chapter?: string; readonly id: string };

const WEB_ADDRESS = /^https?:\/\//iu;
/** A place on the same page or on that of another chapter. */
const PLACE_IN_BOOK = /^(?:\.\.\/([a-z\d-]+)\/)?#([spvftcn]\d+)$/u;

/** Reads the `href` of a link; undefined for any other than these two kinds, such as `javascript:`. */
export function linkTarget(href: string): LinkTarget | undefined {
  if (WEB_ADDRESS.test(href)) return { kind: 'web', address: href };
  const [, chapter, id] = PLACE_IN_BOOK.exec(href) ?? [];
  if (id === undefined) return undefined;
  return { kind: 'place', id, ...(chapter === undefined ? {} : { chapter }) };
}
