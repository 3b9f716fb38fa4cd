import { INTERFACE_LANGUAGE, type Language } from '../../../src/lib/language.ts';
import type { ChapterData, Exhibit, Section } from '../../../src/schema/chapter.ts';
import type { Book, BookViewpoint, Chapter } from '../model/book.ts';
import type { IdentifiedBlock } from '../model/identified.ts';
import { plainText } from '../model/text-of.ts';
import { visitBlocks } from '../model/walk.ts';
import { countReading, readingText } from './count-characters.ts';
import { pageAttributes } from './write-context.ts';

/** Front matter of `chapters/<slug>.mdx`, as `src/schema/chapter.ts` has it. */
export function chapterFrontMatter(
  book: Book,
  chapter: Chapter,
  order: number,
  language: Language = INTERFACE_LANGUAGE,
): ChapterData {
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
    ...(language === 'en' ? { language } : {}),
    ...whereStarts(chapter.origins),
    viewpoints: viewpoints.map((viewpoint) => viewpoint.number),
    sections: listSections(chapter, viewpoints),
    exhibits: listExhibits(chapter.children),
  };
}

function whereStarts(origins: Chapter['origins']): { label?: string; page?: number } {
  const { label, page } = pageAttributes(origins);
  return { ...(label ? { label } : {}), ...(page === undefined ? {} : { page }) };
}

function listSections(chapter: Chapter, viewpoints: readonly BookViewpoint[]): Section[] {
  const headings = chapter.children.filter((block) => block.type === 'heading');
  return headings.map((heading) => {
    const { id } = heading;
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

/** What has a caption, at any depth. */
function listExhibits(blocks: readonly IdentifiedBlock[]): Exhibit[] {
  const exhibits: Exhibit[] = [];
  visitBlocks(blocks, (block) => {
    if ('caption' in block) exhibits.push(toExhibit(block));
  });
  return exhibits;
}

function toExhibit(block: Extract<IdentifiedBlock, { caption: unknown }>): Exhibit {
  const { asset } = block;
  return {
    id: block.id,
    kind: block.type,
    number: block.number,
    caption: plainText(block.caption),
    source: plainText(block.source),
    ...whereStarts(block.origins),
    ...(asset ? { asset: { path: asset.path, width: asset.width, height: asset.height } } : {}),
  };
}
