import { citePassage } from '../../lib/citation/cite.ts';
import type { CslItem } from '../../lib/citation/csl-item.ts';
import type { QuotedPassage } from './passage.ts';

/** As the site names the file of the report itself. */
export const WHOLE_REPORT = 'report';

const loading = new Map<string, Promise<CslItem | undefined>>();

/** The file that this page names as its own reference. */
export const ownReference = (): string | undefined =>
  document.querySelector<HTMLLinkElement>('link[rel=alternate][type$="csl+json"]')?.href;

/** Beside the file that this page names as its own reference. */
function addressOf(id: string): string | undefined {
  return ownReference() && new URL(`${id}.json`, ownReference()).href;
}

/** The site's own file, which it made from what it checked: an array with one item. */
async function fetchItem(address: string): Promise<CslItem | undefined> {
  try {
    const response = await fetch(address);
    const [item] = response.ok ? ((await response.json()) as readonly CslItem[]) : [];
    return item;
  } catch {
    return undefined;
  }
}

function loadItem(id: string): Promise<CslItem | undefined> {
  const address = addressOf(id);
  if (!address) return Promise.resolve(undefined);
  const known = loading.get(address) ?? fetchItem(address);
  loading.set(address, known);
  // What failed once may be there the next time.
  void known.then((item) => item ?? loading.delete(address));
  return known;
}

/** The permanent id of what has references of its own, or of the report, which a paragraph is quoted from. */
export function citableId({ element, id, kind }: QuotedPassage): string {
  if (/^[ft]\d+$/u.test(id)) return id;
  if (kind === 'viewpoint')
    return (
      element.closest('aside[id^=v], li[id^=v]')?.id ??
      /\/(v\d+)\.json$/u.exec(ownReference() ?? '')?.[1] ??
      WHOLE_REPORT
    );
  return WHOLE_REPORT;
}

/**
 * What the passage is cited as, at its own page and address. Asked for when a menu opens, so that it is there when something
 * is copied: browsers let a page write to the clipboard only right after a click.
 */
export async function referenceOf(passage: QuotedPassage): Promise<CslItem | undefined> {
  const item = await loadItem(citableId(passage));
  const { id, pageLabel: label, address } = passage;
  return item && citePassage(item, { id, label: label ?? item.page, address });
}
