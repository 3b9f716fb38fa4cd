import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdx } from 'micromark-extension-mdx';
import { elementsAmong, languageOfElement, refuse, required, requiredId } from './mdx-element.ts';
import type { Body, Inline, Note, Place } from './model.ts';
import { BlockParser } from './parse-blocks.ts';

/**
 * Parses the MDX of a chapter, viewpoint or introduction. Its elements are known and its attributes are strings: nothing is run, and
 * an expression is an error.
 * @param source the file without its front matter
 * @param start where it begins, as its front matter says
 * @throws SyntaxError where it holds anything that ingest does not write; the line counts from the end of the front matter.
 */
export function parseBody(source: string, start: Place = {}): Body {
  const root = fromMarkdown(source, { extensions: [mdx()], mdastExtensions: [mdxFromMarkdown()] });
  const isNotes = (node: Nodes): boolean => node.type === 'mdxJsxFlowElement' && node.name === 'Notes';
  return {
    blocks: new BlockParser(start).parse(root.children.filter((node) => !isNotes(node))),
    notes: root.children.filter(isNotes).flatMap(parseNotes),
  };
}

function parseNotes(node: Nodes): readonly Note[] {
  const children = 'children' in node ? node.children : [];
  return elementsAmong(children).map((element) => {
    if (element.name !== 'Note') return refuse(element.node, `<${element.name}> is no note.`);
    return {
      id: requiredId(element),
      label: required(element, 'label'),
      ...languageOfElement(element),
      children: inlinesOfNote(element.children),
    };
  });
}

/** A note is one paragraph, or several with line breaks between them. */
function inlinesOfNote(nodes: readonly Nodes[]): readonly Inline[] {
  return new BlockParser({}).parse(nodes).flatMap((block, index): readonly Inline[] => {
    if (block.type !== 'passage')
      throw new SyntaxError(`A note holds paragraphs only, and this one a ${block.type}.`);
    return index === 0 ? block.children : [{ type: 'break' }, ...block.children];
  });
}
