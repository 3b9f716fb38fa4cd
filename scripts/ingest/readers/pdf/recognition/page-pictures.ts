/** Recognised pages in the document: the picture of each above its text, with how sure the recognition is. */
import type { Block, Figure } from '../../../model/document.ts';
import type { PageContent } from '../glyphs/page-content.ts';

/** How sure the characters of a page are, 0 to 1; null for a page that was not recognised. */
export function recognitionOf({ runs }: PageContent): number | null {
  const glyphs = runs.flatMap(({ texts, confidence }) =>
    confidence === undefined ? [] : texts.map(() => confidence),
  );
  return glyphs.length === 0 ? null : glyphs.reduce((sum, each) => sum + each, 0) / glyphs.length;
}

/**
 * Puts the picture of each recognised page before the first block that begins there; behind a heading, so that it stands in
 * the chapter that it belongs to.
 */
export function withPagePictures(
  body: readonly Block[],
  pages: readonly PageContent[],
  labels: readonly string[],
): readonly Block[] {
  return pages.reduce((blocks, page) => {
    const sure = recognitionOf(page);
    return sure === null
      ? blocks
      : insert(blocks, pictureOf(page, labels[page.page - 1] ?? '', sure), page.page);
  }, body);
}

function insert(blocks: readonly Block[], picture: Figure, page: number): readonly Block[] {
  const first = blocks.findIndex(({ origins: [origin] }) => origin?.kind === 'pdf' && origin.page >= page);
  const start = first < 0 ? blocks.length : first;
  const text = blocks.findIndex((block, index) => index >= start && block.type !== 'heading');
  const at = text < 0 ? blocks.length : text;
  return [...blocks.slice(0, at), picture, ...blocks.slice(at)];
}

function pictureOf({ page, width, height }: PageContent, label: string, sure: number): Figure {
  const value = `第 ${String(page)} 页原件。以下为识别文字，可能有误（把握 ${String(Math.round(100 * sure))} %）`;
  return {
    type: 'figure',
    number: '',
    caption: [{ type: 'text', value }],
    source: [],
    alt: null,
    asset: null,
    origins: [{ kind: 'pdf', page, label, box: { x: 0, y: 0, width, height } }],
    confidence: 'unsure',
    doubts: ['page/recognised'],
  };
}
