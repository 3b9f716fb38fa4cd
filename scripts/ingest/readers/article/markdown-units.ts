import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Inline } from '../../model/document.ts';
import type { ArticlePage, ArticleUnit } from './article-unit.ts';
import { readFrontMatter } from './front-matter.ts';
import { dropCharacters, tidyInlines, unitText } from './inline-text.ts';
import { type MarkedInline, pairStrongMarks } from './pair-strong-marks.ts';
import { BULLET, splitLines } from './split-lines.ts';
import { strongFromMarkdown, strongSyntax } from './strong-syntax.ts';

/**
 * Constructs that an article never means: an export writes code, raw HTML, underlined headings or indented text only
 * where the article shows exactly those characters. Lists and quotes stay lines, so that `1. 观点` keeps its number.
 */
const LITERAL_CONSTRUCTS = [
  'autolink',
  'blockQuote',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'htmlFlow',
  'htmlText',
  'list',
  'setextUnderline',
  'thematicBreak',
];

/** Cuts a Markdown export into units. Its first heading is the title where the front matter names none. */
export function readMarkdownUnits(source: string): ArticlePage {
  const front = readFrontMatter(source);
  const body = source
    .split('\n')
    .slice(front.bodyLine - 1)
    .join('\n');
  const tree = fromMarkdown(body, {
    extensions: [{ disable: { null: LITERAL_CONSTRUCTS } }, strongSyntax],
    mdastExtensions: [strongFromMarkdown],
  });
  const units = tree.children.flatMap((node) => readNode(node, front.bodyLine - 1));
  const firstHeading = units.find((unit) => unit.kind === 'heading');
  return {
    units: [...frontMatterUnits(front.lines), ...units],
    title: front.values['title'] ?? (firstHeading ? unitText(firstHeading.inlines) : ''),
    ...pick('url', front.values['url']),
    ...pick('account', front.values['source'] ?? front.values['author']),
    ...pick('date', /^\d{4}-\d{2}-\d{2}/u.exec(front.values['date'] ?? '')?.[0]),
  };
}

function pick<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return value === undefined || value === '' ? {} : ({ [key]: value } as Record<Key, string>);
}

function frontMatterUnits(lines: readonly string[]): readonly ArticleUnit[] {
  return lines.flatMap((line, index) =>
    line.trim() === ''
      ? []
      : [
          {
            line: index + 2,
            zone: 'metadata' as const,
            kind: 'line' as const,
            inlines: [{ type: 'text' as const, value: line.trim() }],
            links: [],
          },
        ],
  );
}

function readNode(node: RootContent, lineOffset: number): readonly ArticleUnit[] {
  if (node.type !== 'paragraph' && node.type !== 'heading') return [];
  const line = (node.position?.start.line ?? 1) + lineOffset;
  const links: string[] = [];
  const images: string[] = [];
  const inlines = readInlines(node, links, images);
  const kind = node.type === 'heading' ? 'heading' : 'line';
  const texts = splitLines(inlines)
    .map(tidyInlines)
    .filter((text) => text.length > 0)
    .map((text): ArticleUnit => {
      const bullet = BULLET.exec(unitText(text))?.[0].length ?? 0;
      if (bullet === 0) return { line, zone: 'article', kind, inlines: text, links };
      return { line, zone: 'article', kind: 'item', inlines: dropCharacters(text, bullet), links };
    });
  const pictures = images.map((alt): ArticleUnit => ({
    line,
    zone: 'article',
    kind: 'image',
    inlines: tidyInlines([{ type: 'text', value: alt }]),
    links,
  }));
  return [...pictures, ...texts];
}

function readInlines(
  node: { children: readonly PhrasingContent[] } | Heading,
  links: string[],
  images: string[],
): readonly Inline[] {
  const pieces = node.children.flatMap((child): readonly MarkedInline[] => {
    switch (child.type) {
      case 'text':
        return [{ type: 'text', value: child.value }];
      case 'asteriskRun':
        return [{ type: 'asterisks', value: child.value }];
      case 'break':
        return [{ type: 'break' }];
      case 'image':
        images.push(child.alt ?? '');
        return [];
      case 'link': {
        links.push(child.url);
        const children = readInlines(child, links, images);
        return children.length === 0 ? [] : [{ type: 'link', url: child.url, children }];
      }
      default:
        return 'value' in child ? [{ type: 'text', value: child.value }] : [];
    }
  });
  return pairStrongMarks(pieces);
}
