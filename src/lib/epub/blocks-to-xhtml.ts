import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import {
  assertNever,
  type Block,
  type Item,
  type ItemList,
  type Note,
  type SpokenOf,
} from '../book/model.ts';
import { textOfMarker } from '../book/text-of.ts';
import { numberGap } from '../numbered-title.ts';
import type { EpubContext } from './epub-context.ts';
import { figureToXhtml, tableToXhtml } from './exhibits-to-xhtml.ts';
import { inlinesToXhtml } from './inlines-to-xhtml.ts';

/** Blocks as XHTML, each with its permanent id. */
export function blocksToXhtml(blocks: readonly Block[], context: EpubContext): Element[] {
  return blocks.map((block) => blockToXhtml(block, context));
}

function blockToXhtml(block: Block, context: EpubContext): Element {
  switch (block.type) {
    case 'heading': {
      const { id, level, number, children } = block;
      return x(`h${level}`, { id }, [number + numberGap(number), ...inlinesToXhtml(children, context)]);
    }
    case 'passage':
      return x('p', { id: block.id, ...languageOf(block.language) }, inlinesToXhtml(block.children, context));
    case 'list':
      return listToXhtml(block, context);
    case 'quotation':
      return x('blockquote', {}, blocksToXhtml(block.children, context));
    case 'listing': {
      const lines = block.lines.flatMap(({ indent, children }): ElementContent[] => [
        { type: 'text', value: ' '.repeat(indent) },
        ...inlinesToXhtml(children, context),
        { type: 'text', value: '\n' },
      ]);
      return x('pre', { id: block.id }, [x('code', {}, lines)]);
    }
    case 'box': {
      const title =
        block.title.length > 0 ? [x('p', { class: 'box-title' }, inlinesToXhtml(block.title, context))] : [];
      return x('aside', { id: block.id, class: 'box' }, [
        ...title,
        ...blocksToXhtml(block.children, context),
      ]);
    }
    case 'figure':
      return figureToXhtml(block, context);
    case 'table':
      return tableToXhtml(block, context);
    case 'viewpointCallout':
      return viewpointToXhtml(block.number, context);
    case 'spokenOf':
      return spokenOfToXhtml(block, context);
    default:
      return assertNever(block);
  }
}

/** Attributes of text in another language than the book’s. */
export function languageOf(language: string | undefined): Readonly<Record<string, string>> {
  return language === undefined ? {} : { lang: language, 'xml:lang': language };
}

/** The marks are printed as the source has them; the style takes those of lists away. */
function listToXhtml({ items }: ItemList, context: EpubContext): Element {
  return x(
    'ul',
    {},
    items.map((item) => itemToXhtml(item, context)),
  );
}

function itemToXhtml({ id, marker, language, children }: Item, context: EpubContext): Element {
  const [first, ...rest] = children;
  const isText = first?.type === 'passage';
  const line = [textOfMarker(marker), ...(isText ? inlinesToXhtml(first.children, context) : [])];
  return x('li', { id, ...languageOf(language) }, [
    x('p', {}, line),
    ...blocksToXhtml(isText ? rest : children, context),
  ]);
}

function viewpointToXhtml(number: number, context: EpubContext): Element {
  const viewpoint = context.viewpoint(number);
  return x('aside', { id: viewpoint?.data.id, class: 'viewpoint' }, [
    x('p', { class: 'viewpoint-name' }, `核心观点 ${number}`),
    ...blocksToXhtml(viewpoint?.blocks ?? [], context),
  ]);
}

function spokenOfToXhtml({ viewpoints }: SpokenOf, context: EpubContext): Element {
  const items = viewpoints.flatMap((number) => {
    const data = context.viewpoint(number)?.data;
    if (data === undefined) return [];
    const href = context.addressOf({ kind: 'place', chapter: data.chapter, id: data.id });
    const name = x(href === undefined ? 'span' : 'a', { href }, `核心观点 ${number}：${data.title}。`);
    return [x('li', {}, [x('p', {}, [name])])];
  });
  return x('ul', { class: 'spoken-of' }, items);
}

/** The notes of a file, hidden by programs that show them as pop-ups. */
export function notesToXhtml(notes: readonly Note[], context: EpubContext): Element[] {
  if (notes.length === 0) return [];
  const asides = notes.map(({ id, label, language, children }) => {
    const isMarked = context.used.has(`${id}-mark`);
    const mark = x(
      isMarked ? 'a' : 'span',
      isMarked ? { href: `#${id}-mark`, role: 'doc-backlink' } : {},
      label,
    );
    return x('aside', { id, 'epub:type': 'footnote', role: 'doc-footnote' }, [
      x('p', languageOf(language), [mark, ' ', ...inlinesToXhtml(children, context)]),
    ]);
  });
  return [x('section', { class: 'notes', 'epub:type': 'footnotes' }, asides)];
}
