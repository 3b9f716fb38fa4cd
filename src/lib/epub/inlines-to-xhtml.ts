import type { ElementContent } from 'xast';
import { x } from 'xastscript';
import { assertNever, type Inline, type PageMark } from '../book/model.ts';
import type { EpubContext } from './epub-context.ts';

const TAGS = { strong: 'strong', emphasis: 'em', superscript: 'sup' } as const;

/** Inlines as XHTML. The mark of a note opens it as a pop-up where the reader's program can; a page mark can be turned to. */
export function inlinesToXhtml(inlines: readonly Inline[], context: EpubContext): ElementContent[] {
  return inlines.map((inline): ElementContent => {
    switch (inline.type) {
      case 'text':
        return { type: 'text', value: inline.value };
      case 'strong':
      case 'emphasis':
      case 'superscript':
        return x(TAGS[inline.type], {}, inlinesToXhtml(inline.children, context));
      case 'link': {
        const href = context.addressOf(inline.target);
        return x(href === undefined ? 'span' : 'a', { href }, inlinesToXhtml(inline.children, context));
      }
      case 'noteMark': {
        const attributes = {
          id: once(`${inline.id}-mark`, context),
          href: `#${inline.id}`,
          'epub:type': 'noteref',
          role: 'doc-noteref',
        };
        return x('sup', {}, [x('a', attributes, inline.label)]);
      }
      case 'pageMark':
        return pageBreak(inline, context);
      case 'break':
        return x('br', {});
      default:
        return assertNever(inline);
    }
  });
}

/** Where a page of the original begins. */
function pageBreak({ page, label }: PageMark, context: EpubContext): ElementContent {
  return x('span', {
    id: once(`page-${page}`, context),
    'epub:type': 'pagebreak',
    role: 'doc-pagebreak',
    'aria-label': label ?? String(page),
  });
}

/** The id where it does not stand in the file yet. */
function once(id: string, { used }: EpubContext): string | undefined {
  if (used.has(id)) return undefined;
  used.add(id);
  return id;
}
