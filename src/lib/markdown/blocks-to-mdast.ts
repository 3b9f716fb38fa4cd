import type { Blockquote, BlockContent, Heading as MdHeading, List, PhrasingContent } from 'mdast';
import {
  assertNever,
  type Block,
  type Box,
  type Figure,
  type Item,
  type ItemList,
  type SpokenOf,
} from '../book/model.ts';
import { textOfBlock, textOfCaption, textOfMarker } from '../book/text-of.ts';
import { numberedTitle, numberGap } from '../numbered-title.ts';
import { anchor, inlinesToMdast } from './inlines-to-mdast.ts';
import type { MarkdownContext } from './markdown-context.ts';
import { boldLine, paragraph, text } from './paragraphs.ts';
import { tableToMdast } from './table-to-mdast.ts';

/** Blocks as Markdown, each with its permanent id as an anchor. */
export function blocksToMdast(blocks: readonly Block[], context: MarkdownContext): BlockContent[] {
  return blocks.flatMap((block) => blockToMdast(block, context));
}

function blockToMdast(block: Block, context: MarkdownContext): BlockContent[] {
  switch (block.type) {
    case 'heading': {
      const { id, level, number, children } = block;
      const depth = Math.min(6, level + context.deeper) as MdHeading['depth'];
      const title: PhrasingContent[] = [
        text(number + numberGap(number)),
        ...inlinesToMdast(children, context),
      ];
      return [{ type: 'heading', depth, children: [anchor(id), ...title] }];
    }
    case 'passage':
      return [paragraph(block.id, inlinesToMdast(block.children, context))];
    case 'list':
      return [listToMdast(block, context)];
    case 'quotation':
      return [quote(blocksToMdast(block.children, context))];
    case 'listing':
      return [paragraph(block.id, []), { type: 'code', value: textOfBlock(block) }];
    case 'box':
      return [boxToMdast(block, context)];
    case 'figure':
      return figureToMdast(block, context);
    case 'table':
      return tableToMdast(block, context);
    case 'viewpointCallout':
      return viewpointToMdast(block.number, context);
    case 'spokenOf':
      return [spokenOfToMdast(block, context)];
    default:
      return assertNever(block);
  }
}

function quote(children: BlockContent[]): Blockquote {
  return { type: 'blockquote', children };
}

/** A bullet becomes that of Markdown; a number stays as it is printed, since （1） and ① are none of Markdown’s. */
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function listToMdast({ items }: ItemList, context: MarkdownContext): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item) => itemToMdast(item, context)),
  };
}

function itemToMdast({ id, marker, children }: Item, context: MarkdownContext): List['children'][number] {
  const [first, ...rest] = children;
  const name = HAS_LETTER_OR_DIGIT.test(marker) ? [text(textOfMarker(marker))] : [];
  const isText = first?.type === 'passage';
  const head = paragraph(id, [...name, ...(isText ? inlinesToMdast(first.children, context) : [])]);
  const others = blocksToMdast(isText ? rest : children, context);
  return { type: 'listItem', spread: false, children: head.children.length > 0 ? [head, ...others] : others };
}

function boxToMdast({ id, title, children }: Box, context: MarkdownContext): Blockquote {
  const name: PhrasingContent[] =
    title.length > 0 ? [{ type: 'strong', children: inlinesToMdast(title, context) }] : [];
  return quote([paragraph(id, name), ...blocksToMdast(children, context)]);
}

function figureToMdast(figure: Figure, context: MarkdownContext): BlockContent[] {
  const { id, number, caption, source, alt, picture } = figure;
  const image: PhrasingContent[] = picture
    ? [{ type: 'image', url: context.pictureAddress(picture), alt: alt || textOfCaption(figure) }]
    : [];
  const line = [text(number + numberGap(number)), ...inlinesToMdast(caption, context)];
  return [
    paragraph(id, image),
    ...(textOfCaption(figure) === '' ? [] : [paragraph(undefined, line)]),
    ...(source === '' ? [] : [paragraph(undefined, [text(source)])]),
  ];
}

function viewpointToMdast(number: number, context: MarkdownContext): BlockContent[] {
  const viewpoint = context.viewpoint(number);
  if (viewpoint === undefined) return [];
  const name = boldLine(viewpoint.data.id, `核心观点 ${number}`);
  return [quote([name, ...blocksToMdast(viewpoint.blocks, context)])];
}

function spokenOfToMdast({ viewpoints }: SpokenOf, context: MarkdownContext): List {
  const children = viewpoints.flatMap((number) => {
    const title = context.viewpoint(number)?.data.title;
    if (title === undefined) return [];
    const name = text(numberedTitle({ number: `核心观点 ${number}`, title }));
    const line = paragraph(undefined, [
      { type: 'link', url: context.viewpointAddress(number), children: [name as never] },
    ]);
    return [{ type: 'listItem' as const, spread: false, children: [line] }];
  });
  return { type: 'list', ordered: false, spread: false, children };
}
