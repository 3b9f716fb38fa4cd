import type { Element, ElementContent, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** Characters that XML 1.0 has no way to write: control characters, and two that are none. */
const NOT_IN_XML = /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/** What stands between the tags of an element. */
export type XmlContent = readonly ElementContent[];

/** A file of XML. Text is escaped; what XML cannot hold is left out, and half of a character becomes �. */
export function xmlFile(root: Element, doctype?: string): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
      ...(doctype === undefined ? [] : [{ type: 'doctype' as const, name: doctype }]),
      root,
    ],
  };
  return `${toXml(tree, { closeEmptyElements: true }).toWellFormed().replaceAll(NOT_IN_XML, '')}\n`;
}
