import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownLink } from '../../src/lib/markdown-text.ts';
import { hostileText } from '../support/hostile-text.ts';

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

describe('text written as Markdown', () => {
  it('is one paragraph of that very text, in a quotation too', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        for (const lead of ['', '> ']) {
          const root = fromMarkdown(`${lead}甲\n${lead}\n${lead}${escapeMarkdown(text)}`);
          const [outer] = root.children;
          const blocks = lead && outer?.type === 'blockquote' ? outer.children : root.children;
          expect(blocks.map(({ type }) => type)).toEqual(
            text === '' ? ['paragraph'] : ['paragraph', 'paragraph'],
          );
          expect(blocks.map(textOf).join('\n')).toBe(text === '' ? '甲' : `甲\n${text}`);
        }
      }),
    );
  });

  it('keeps what means nothing as it is: 2.4%, 推理侧（2024年）, A-1', () => {
    expect(escapeMarkdown('比上年多 2.4%，推理侧（2024年）A-1')).toBe('比上年多 2.4%，推理侧（2024年）A-1');
  });
});

describe('a link written as Markdown', () => {
  it('is one link to that address whatever text and address hold', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (text, path) => {
        const root = fromMarkdown(markdownLink(`链${text}`, `https://example.org/${path}`));
        expect(root.children).toHaveLength(1);
        const [paragraph] = root.children;
        const links = paragraph?.type === 'paragraph' ? paragraph.children : [];
        expect(links.map(({ type }) => type)).toEqual(['link']);
      }),
    );
  });
});
