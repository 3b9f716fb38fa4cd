import { exhibitKey, findCrossReferences, headingKey } from '../genre/cross-references.ts';
import { readNumber } from '../genre/numbering.ts';
import type { Book, Chapter } from '../model/book.ts';
import type { Inline, Paragraph } from '../model/document.ts';
import type { IdentifiedBlock, PermanentId } from '../model/identified.ts';
import { plainText } from '../model/text-of.ts';
import { mapBlocks, mapInlines, visitBlocks } from '../model/walk.ts';
import { inlinesWithin, linkRange } from './link-range.ts';

/** Where something stands that the text points to. */
interface Place {
  readonly id: PermanentId;
  readonly chapter: string;
}

/** What is pointed to, by the name that `genre/cross-references.ts` has for it; null where several have it. */
type Places = ReadonlyMap<string, Place | null>;

/** `[7]` as a raised mark, and in front of an entry of a list of references. */
const CITATION = /^[[［〔](\d{1,3})[\]］〕]$/u;

/**
 * Makes links of 见图 3, 详见第二章, 附录 A, 第 3.2 节 and of raised [7] in paragraphs and notes of chapters, where exactly one
 * place of the book has that number. No character changes. Viewpoints stay as they are: they are shown on several pages,
 * and these links are relative.
 */
export function linkCrossReferences(book: Book): Book {
  const places = findPlaces(book.chapters);
  const link = (inlines: readonly Inline[], chapter: string): readonly Inline[] =>
    linkCitations(linkWords(inlines, chapter, places), chapter, places);
  return {
    ...book,
    chapters: book.chapters.map((chapter) => ({
      ...chapter,
      children: mapBlocks(chapter.children, {
        block: (block) =>
          block.type === 'paragraph' ? { ...block, children: link(block.children, chapter.slug) } : block,
      }),
    })),
    notes: book.notes.map((note) => ({
      ...note,
      children: note.children.map((child): Paragraph => ({
        ...child,
        children: link(child.children, note.chapter),
      })),
    })),
  };
}

function linkWords(inlines: readonly Inline[], chapter: string, places: Places): readonly Inline[] {
  return findCrossReferences(plainText(inlines)).reduce<readonly Inline[]>((list, { start, end, key }) => {
    const place = places.get(key) ?? null;
    const isLinked = inlinesWithin(list, start, end).some((inline) => inline.type === 'link');
    return place === null || isLinked
      ? list
      : linkRange(list, { start, end, url: addressOf(place, chapter) });
  }, inlines);
}

function linkCitations(inlines: readonly Inline[], chapter: string, places: Places): readonly Inline[] {
  return mapInlines(inlines, (inline) => {
    if (inline.type === 'link') return [inline];
    if (inline.type !== 'superscript') return null;
    const place = places.get(citationKey(plainText(inline.children))) ?? null;
    if (place === null) return [inline];
    return [
      { ...inline, children: [{ type: 'link', url: addressOf(place, chapter), children: inline.children }] },
    ];
  });
}

function citationKey(mark: string): string {
  const [, number = ''] = CITATION.exec(mark.trim()) ?? [];
  return `citation ${number}`;
}

/** Chapters lie side by side, each in a folder of its own. */
function addressOf({ id, chapter }: Place, from: string): string {
  return chapter === from ? `#${id}` : `../${chapter}/#${id}`;
}

function findPlaces(chapters: readonly Chapter[]): Places {
  const places = new Map<string, Place | null>();
  const add = (key: string | null, id: PermanentId | null, chapter: string): void => {
    if (key !== null && id !== null) places.set(key, places.has(key) ? null : { id, chapter });
  };
  for (const { slug, id, number, title, children } of chapters) {
    add(headingKey(`${number} ${title}`), id, slug);
    visitBlocks(children, (block) => {
      for (const [key, place] of placesIn(block)) add(key, place, slug);
    });
  }
  addUnnamedChapters(chapters, places);
  return places;
}

/** What of a block may be pointed to: headings, figures, tables, entries of references. */
function placesIn(block: IdentifiedBlock): readonly (readonly [string | null, PermanentId | null])[] {
  switch (block.type) {
    case 'heading':
      return [[headingKey(`${block.number} ${plainText(block.children)}`), block.id]];
    case 'figure':
    case 'table':
      return [[exhibitKey(block.number), block.id]];
    case 'list':
      return block.items.flatMap(({ marker, id }) =>
        CITATION.test(marker.trim()) ? [[citationKey(marker), id] as const] : [],
      );
    default:
      return [];
  }
}

/** Where no chapter is printed as 第二章, that is the one with the number 二、 or 2. */
function addUnnamedChapters(chapters: readonly Chapter[], places: Map<string, Place | null>): void {
  if ([...places.keys()].some((key) => key.startsWith('chapter '))) return;
  const counts = Map.groupBy(
    chapters.filter(({ matter }) => matter === 'body'),
    ({ number, title }) => readNumber(`${number} ${title}`)?.value ?? 0,
  );
  for (const [value, [only, ...others]] of counts)
    if (value > 0 && only && others.length === 0)
      places.set(`chapter ${String(value)}`, { id: only.id, chapter: only.slug });
}
