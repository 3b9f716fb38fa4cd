import type { PhrasingContent } from 'mdast';
import { linkTarget } from '../../../src/lib/book/link-target.ts';
import { assertNever, type Inline } from '../model/document.ts';
import { textElement } from './mdx-nodes.ts';

/** The id and printed label of a note, by the id that the document gives it; undefined where it has none. */
export type FindNote = (noteId: string) => { readonly id: string; readonly label: string } | undefined;

/** Inlines as phrasing: text stays text, everything else is an explicit element. */
export function writeInlines(inlines: readonly Inline[], findNote: FindNote): PhrasingContent[] {
  return inlines.flatMap((inline): PhrasingContent[] => {
    const element = (name: string, attributes = {}): PhrasingContent[] => [
      textElement(name, attributes, 'children' in inline ? writeInlines(inline.children, findNote) : []),
    ];
    switch (inline.type) {
      case 'text':
        return inline.value === '' ? [] : [{ type: 'text', value: inline.value }];
      case 'strong':
        return element('strong');
      case 'emphasis':
        return element('em');
      case 'superscript':
        return element('sup');
      case 'link':
        return linkTarget(inline.url) === undefined
          ? writeInlines(inline.children, findNote)
          : element('a', { href: inline.url });
      case 'noteReference': {
        const note = findNote(inline.noteId);
        return note ? element('NoteMark', { id: note.id, label: note.label }) : [];
      }
      case 'pageMark':
        return element('PageMark', { page: inline.page, label: inline.label });
      case 'break':
        return element('br');
      default:
        return assertNever(inline);
    }
  });
}
