import type { Paragraph, PhrasingContent } from 'mdast';
import { anchor } from './inlines-to-mdast.ts';

/** Text as it is. */
export function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** A paragraph that can be linked to, where it has an id. */
export function paragraph(id: string | undefined, children: readonly PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: [...(id === undefined ? [] : [anchor(id)]), ...children] };
}

/** A line in bold, which stands in for a heading that would change the order of the others. */
export function boldLine(id: string | undefined, title: string): Paragraph {
  return paragraph(id, [{ type: 'strong', children: [text(title)] }]);
}
