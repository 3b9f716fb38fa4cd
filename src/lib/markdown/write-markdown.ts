import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { assetAddress, chapterAddress, publicAddress, viewpointAddress } from '../address.ts';
import { sourceLines, WITHOUT_TEXT, type SourceLine } from '../book/source-lines.ts';
import type { Book, BookChapter, Note } from '../book/model.ts';
import { numberedTitle } from '../numbered-title.ts';
import { blocksToMdast } from './blocks-to-mdast.ts';
import { paragraph, text } from './paragraphs.ts';
import { anchor, inlinesToMdast } from './inlines-to-mdast.ts';
import type { MarkdownContext } from './markdown-context.ts';

/** A chapter by itself; what it links to elsewhere is on the site. */
export function chapterMarkdown(book: Book, chapter: BookChapter, site: URL | undefined): string {
  const { slug } = chapter.data;
  const isHere = (other: string): boolean => other === slug;
  const [title, ...content] = chapterNodes(chapter, 1, contextFor(book, site, { isHere, deeper: 0 }));
  return serialize([...(title ? [title] : []), leadOf(sourceLines(book, { site, slug })), ...content]);
}

/** The whole report as one file, whose chapters link to one another within it. */
export function reportMarkdown(book: Book, site: URL | undefined): string {
  const { title, subtitle } = book.report;
  const context = contextFor(book, site, { isHere: () => true, deeper: 1 });
  return serialize([
    { type: 'heading', depth: 1, children: [text(title)] },
    ...(subtitle === undefined ? [] : [paragraph(undefined, [text(subtitle)])]),
    leadOf(sourceLines(book, { site })),
    ...blocksToMdast(book.introduction.blocks, context),
    ...book.introduction.notes.map((note) => noteToMdast(note, context)),
    ...book.chapters.flatMap((chapter) => chapterNodes(chapter, 2, context)),
  ]);
}

/** Title, text and notes of a chapter. */
function chapterNodes(
  { data, blocks, notes }: BookChapter,
  depth: 1 | 2,
  context: MarkdownContext,
): (BlockContent | DefinitionContent)[] {
  return [
    { type: 'heading', depth, children: [anchor(data.id), text(numberedTitle(data))] },
    ...(data.complete ? [] : [paragraph(undefined, [{ type: 'emphasis', children: [text(WITHOUT_TEXT)] }])]),
    ...blocksToMdast(blocks, context),
    ...notes.map((note) => noteToMdast(note, context)),
  ];
}

function noteToMdast({ id, children }: Note, context: MarkdownContext): FootnoteDefinition {
  const line = paragraph(undefined, [anchor(id), ...inlinesToMdast(children, context)]);
  return { type: 'footnoteDefinition', identifier: id, label: id, children: [line] };
}

/** `isHere` tells whether a chapter is part of the file. */
function contextFor(
  { id: report, viewpoints }: Book,
  site: URL | undefined,
  { isHere, deeper }: { readonly isHere: (slug: string) => boolean; readonly deeper: number },
): MarkdownContext {
  return {
    addressOf: (target) => {
      if (target.kind === 'web') return target.address;
      if (target.chapter === undefined || isHere(target.chapter)) return `#${target.id}`;
      return publicAddress(chapterAddress(report, target.chapter, target.id), site);
    },
    pictureAddress: ({ path }) => publicAddress(assetAddress(report, path), site),
    viewpoint: (number) => viewpoints.find(({ data }) => data.number === number),
    viewpointAddress: (number) => publicAddress(viewpointAddress(report, number), site),
    deeper,
  };
}

function leadOf(lines: readonly SourceLine[]): BlockContent {
  const children = lines.map(({ text: words, address }) =>
    paragraph(undefined, [text(words), ...(address === undefined ? [] : [linkTo(address)])]),
  );
  return { type: 'blockquote', children };
}

function linkTo(address: string): PhrasingContent {
  return { type: 'link', url: address, children: [{ type: 'text', value: address }] };
}

/** Text cannot become markup: the serializer escapes what would. */
export function serialize(children: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children },
    { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-', rule: '-', fences: true },
  );
}
