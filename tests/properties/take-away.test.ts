import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { textOfBlocks } from '../../src/lib/book/text-of.ts';
import { epubFiles } from '../../src/lib/epub/epub-files.ts';
import { reportMarkdown } from '../../src/lib/markdown/write-markdown.ts';
import { bookOfFiles } from '../support/book-of-files.ts';
import { inventedPdf } from '../support/invented-blocks.ts';
import { runInvented } from '../support/run-invented.ts';

const RUNS = { numRuns: 60 };
/** All HTML that the writer of Markdown knows. */
const OWN_HTML = /^(?:<a id="[a-z]+-?\d+">|<\/a>|<\/?sup>|<br \/>)+$/u;
/** White space, and what XML has no way to write. */
const bare = (text: string): string => text.replaceAll(/[\s\0-\u001F\uFFFE\uFFFF]/gu, '');
const book = fc.noShrink(inventedPdf).map((document) => bookOfFiles('invented', runInvented(document).files));

function textOfTree(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  return 'children' in node ? node.children.map(textOfTree).join('') : '';
}

describe('what is taken away', () => {
  it('as Markdown says every passage, and holds no markup of the text’s own', () => {
    fc.assert(
      fc.property(book, (invented) => {
        const written = reportMarkdown(invented, undefined);
        const tree = fromMarkdown(written, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
        const html: string[] = [];
        visit(tree, 'html', ({ value }) => void html.push(value));
        expect(html.filter((value) => !OWN_HTML.test(value))).toEqual([]);
        const said = bare(textOfTree(tree));
        for (const { blocks } of invented.chapters) {
          for (const block of blocks) {
            if (block.type !== 'passage' && block.type !== 'heading' && block.type !== 'listing') continue;
            expect(said).toContain(bare(textOfBlocks([block])));
          }
        }
      }),
      RUNS,
    );
  });

  it('as EPUB is well-formed and says every passage', () => {
    fc.assert(
      fc.property(book, (invented) => {
        const files = epubFiles(invented, { site: undefined, pictures: new Map(), styles: '' });
        for (const { data, blocks } of invented.chapters) {
          const file = files.find((candidate) => candidate.file === `chapter-${data.slug}.xhtml`);
          let said = '';
          visit(fromXml(String(file?.content)), 'text', ({ value }) => void (said += value));
          for (const block of blocks) {
            if (block.type !== 'passage' && block.type !== 'heading' && block.type !== 'listing') continue;
            expect(bare(said)).toContain(
              bare(textOfBlocks([block], { noteMark: (label) => label }).toWellFormed()),
            );
          }
        }
        const others = files.filter(({ file }) => /\.(?:opf|svg|xhtml)$/u.test(file));
        for (const { content } of others) expect(() => fromXml(String(content))).not.toThrow();
      }),
      RUNS,
    );
  });
});
