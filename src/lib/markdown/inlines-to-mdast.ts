import type { Html, PhrasingContent } from 'mdast';
import { assertNever, type Inline } from '../book/model.ts';
import type { MarkdownContext } from './markdown-context.ts';

/** Markdown has no names for these; ids are letters and digits, and everything else is escaped. */
const html = (value: string): Html => ({ type: 'html', value });

/** Where an address with this id leads. */
export function anchor(id: string): Html {
  return html(`<a id="${id}"></a>`);
}

const TRAILING_MARKS = /[\p{P}\s]+$/u;
const LEADING_MARKS = /^[\p{P}\s]+/u;

/** Inlines as Markdown. A page mark is an anchor, the mark of a note a footnote. */
export function inlinesToMdast(inlines: readonly Inline[], context: MarkdownContext): PhrasingContent[] {
  return inlines.flatMap((inline): PhrasingContent[] => {
    switch (inline.type) {
      case 'text':
        return textNodes(inline.value);
      case 'strong':
      case 'emphasis':
        return markedToMdast(inline.type, inlinesToMdast(inline.children, context));
      case 'superscript':
        return [html('<sup>'), ...inlinesToMdast(inline.children, context), html('</sup>')];
      case 'link': {
        const children = inlinesToMdast(inline.children, context) as Exclude<
          PhrasingContent,
          { type: 'link' | 'linkReference' }
        >[];
        return [{ type: 'link', url: context.addressOf(inline.target), children }];
      }
      case 'noteMark':
        return [{ type: 'footnoteReference', identifier: inline.id, label: inline.id }];
      case 'pageMark':
        return [anchor(`page-${inline.page}`)];
      case 'break':
        return [{ type: 'break' }];
      default:
        return assertNever(inline);
    }
  });
}

/**
 * Markdown takes `**` for emphasis only beside a space or a letter: between `。` and a character it would stand there as two signs, or
 * the character as a number. Punctuation at either end is therefore taken out of it.
 */
function markedToMdast(type: 'strong' | 'emphasis', children: PhrasingContent[]): PhrasingContent[] {
  const before = marksAt(LEADING_MARKS, children[0]);
  const after = marksAt(TRAILING_MARKS, children.at(-1));
  const inside = children.flatMap((child, index): PhrasingContent[] => {
    if (child.type !== 'text') return [child];
    const start = index === 0 ? before.length : 0;
    const end = child.value.length - (index === children.length - 1 ? after.length : 0);
    return textNodes(child.value.slice(start, end));
  });
  if (inside.length === 0) return children;
  return [...textNodes(before), { type, children: inside }, ...textNodes(after)];
}

function marksAt(end: RegExp, node: PhrasingContent | undefined): string {
  return node?.type === 'text' ? (end.exec(node.value)?.[0] ?? '') : '';
}

function textNodes(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}
