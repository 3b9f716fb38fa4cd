import type { ChapterData, Exhibit, Section } from '../../../src/schema/chapter.ts';
import { type Book, type BookViewpoint, type Chapter, type PermanentId, plainText } from '../model/book.ts';
import type { Block, Figure, Table } from '../model/document.ts';
import { countReading, readingText } from './count-characters.ts';
import { pageAttributes } from './write-context.ts';

/** Front matter of `chapters/<slug>.mdx`, as `src/schema/chapter.ts` has it. */
export function chapterFrontMatter(book: Book, chapter: Chapter, order: number): ChapterData {
  const viewpoints = book.viewpoints.filter((viewpoint) => viewpoint.chapter === chapter.slug);
  const text = `${readingText(chapter.children)}\n${viewpoints.map((viewpoint) => readingText(viewpoint.children)).join('\n')}`;
  return {
    id: chapter.id,
    slug: chapter.slug,
    order,
    number: chapter.number,
    title: chapter.title,
    matter: chapter.matter,
    complete: chapter.complete,
    characters: countReading(text),
    ...whereStarts(chapter.origins),
    viewpoints: viewpoints.map((viewpoint) => viewpoint.number),
    sections: listSections(book, chapter, viewpoints),
    exhibits: listExhibits(book, chapter.children),
  };
}

function whereStarts(origins: Chapter['origins']): { label?: string; page?: number } {
  const { label, page } = pageAttributes(origins);
  return { ...(label ? { label } : {}), ...(page === undefined ? {} : { page }) };
}

function listSections(book: Book, chapter: Chapter, viewpoints: readonly BookViewpoint[]): Section[] {
  const headings = chapter.children.filter((block) => block.type === 'heading');
  return headings.map((heading) => {
    const id: PermanentId = book.ids.get(heading)!;
    const { label } = pageAttributes(heading.origins);
    return {
      id,
      level: Math.max(2, heading.level),
      number: heading.number,
      title: plainText(heading.children),
      ...(label ? { label } : {}),
      complete: chapter.complete,
      viewpoints: viewpoints
        .filter((viewpoint) => viewpoint.section === id)
        .map((viewpoint) => viewpoint.number),
    };
  });
}

function listExhibits(book: Book, blocks: readonly Block[]): Exhibit[] {
  return blocks.flatMap((block): Exhibit[] => {
    switch (block.type) {
      case 'figure':
      case 'table':
        return [toExhibit(book, block)];
      case 'quote':
      case 'callout':
        return listExhibits(book, block.children);
      case 'list':
        return block.items.flatMap((item) => listExhibits(book, item.children));
      default:
        return [];
    }
  });
}

function toExhibit(book: Book, block: Figure | Table): Exhibit {
  const { asset } = block;
  return {
    id: book.ids.get(block)!,
    kind: block.type,
    number: block.number,
    caption: plainText(block.caption),
    source: plainText(block.source),
    ...whereStarts(block.origins),
    ...(asset ? { asset: { path: asset.path, width: asset.width, height: asset.height } } : {}),
  };
}
