import { findAddresses, isWebAddress } from '../genre/addresses.ts';
import type { Block, Inline, Link } from '../model/document.ts';
import type { MergedSources } from '../model/merged-sources.ts';
import { plainText } from '../model/text-of.ts';
import { mapBlocks, mapInlines, visitInlines } from '../model/walk.ts';
import { inlinesWithin, linkRange } from './link-range.ts';

/**
 * Makes links of the addresses of the web in text, captions, cells and notes. A source's own link that is the address cut
 * short (a word processor ends it at the line) gets all of it; one that leads elsewhere than its text says stays. What
 * leads to no page of the web is plain text. No character changes.
 */
export function linkAddresses(sources: MergedSources): MergedSources {
  const notes = Object.entries(sources.notes).map(([id, note]) => {
    const children = note.children.map((child) => ({ ...child, children: linkInlines(child.children) }));
    return [id, { ...note, children }] as const;
  });
  return {
    ...sources,
    body: linkBlocks(sources.body),
    introduction: linkBlocks(sources.introduction),
    viewpoints: sources.viewpoints.map((viewpoint) => ({
      ...viewpoint,
      children: linkBlocks(viewpoint.children),
    })),
    notes: Object.fromEntries(notes),
  };
}

function linkBlocks(blocks: readonly Block[]): readonly Block[] {
  return mapBlocks(blocks, { inlines: (inlines) => linkInlines(inlines) });
}

/** The same for the inlines of one block. */
export function linkInlines(inlines: readonly Inline[]): readonly Inline[] {
  const web = withoutOtherLinks(inlines);
  return findAddresses(plainText(web)).reduce<readonly Inline[]>((list, { start, end, url }) => {
    const own = linksIn(inlinesWithin(list, start, end));
    const longer = own.find((link) => link.url.startsWith(url))?.url ?? url;
    const agrees = own.every((link) => longer.startsWith(link.url.replace(/\/$/u, '')));
    return agrees ? linkRange(list, { start, end, url: longer }) : list;
  }, web);
}

function linksIn(inlines: readonly Inline[]): readonly Link[] {
  const links: Link[] = [];
  visitInlines(inlines, (inline) => {
    if (inline.type === 'link') links.push(inline);
  });
  return links;
}

function withoutOtherLinks(inlines: readonly Inline[]): readonly Inline[] {
  return mapInlines(inlines, (inline) => {
    if (inline.type !== 'link' || isWebAddress(inline.url)) return null;
    return withoutOtherLinks(inline.children);
  });
}
