import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { chapterSchema } from '../../src/schema/chapter.ts';
import { permalinksSchema } from '../../src/schema/permalinks.ts';
import { reportSchema } from '../../src/schema/report.ts';
import type { Block, Inline } from '../../scripts/ingest/model/document.ts';
import { plainText } from '../../scripts/ingest/model/text-of.ts';
import type { PipelineOutput } from '../../scripts/ingest/pipeline.ts';
import { joinMarks } from '../../scripts/ingest/transforms/join-marks.ts';
import { compileMdx, type MdxElement, type MdxNode, mdxText } from '../support/compile-mdx.ts';
import { inventedPdf } from '../support/invented-blocks.ts';
import { runInvented as run } from '../support/run-invented.ts';

const RUNS = { numRuns: 120 };
function chapters(output: PipelineOutput): readonly string[] {
  return [...output.files]
    .filter(([path]) => path.startsWith('chapters/'))
    .map(([, content]) => String(content));
}

function frontMatter(source: string): { readonly title: string; readonly number: string } {
  return chapterSchema.parse(parse(/^---\n([\s\S]*?)\n---\n/u.exec(source)?.[1] ?? ''));
}

/** Text that a page shows: all but the number of headings, which is an attribute, and source lines. */
function shownText(block: Block): string {
  const text = (inlines: readonly Inline[]): string => plainText(inlines);
  switch (block.type) {
    case 'list':
      return block.items.map((item) => item.children.map(shownText).join('')).join('');
    case 'quote':
      return block.children.map(shownText).join('');
    case 'callout':
      return text(block.title) + block.children.map(shownText).join('');
    case 'table':
      return (
        text(block.caption) +
        block.rows.map((row) => row.map((cell) => text(cell.children)).join('')).join('')
      );
    case 'figure':
      return text(block.caption);
    case 'heading':
    case 'paragraph':
    case 'listing':
      return text(block.children);
  }
}

function idsIn(nodes: readonly MdxNode[]): readonly string[] {
  return nodes.flatMap((node: string | MdxElement) =>
    typeof node === 'string' || node.name === 'NoteMark'
      ? []
      : [
          ...(node.attributes['id'] === undefined ? [] : [String(node.attributes['id'])]),
          ...idsIn(node.children),
        ],
  );
}

const isNotes = (node: MdxNode): boolean => typeof node !== 'string' && node.name === 'Notes';
const bare = (text: string): string => text.replace(/\s/gu, '');

describe('from a document to chapters', () => {
  it('every text comes once, in its order, through the compiler; every id stands once', async () => {
    await fc.assert(
      fc.asyncProperty(inventedPdf, async (document) => {
        const output = run(document);
        let shown = '';
        let notes = '';
        const ids: string[] = [];
        const introduction = output.files.get('introduction.mdx');
        if (introduction !== undefined) {
          const nodes = await compileMdx(String(introduction));
          shown += mdxText(nodes.filter((node) => !isNotes(node)));
          notes += mdxText(nodes.filter(isNotes));
          ids.push(...idsIn(nodes));
        }
        for (const source of chapters(output)) {
          const nodes = await compileMdx(source);
          shown += frontMatter(source).title + mdxText(nodes.filter((node) => !isNotes(node)));
          notes += mdxText(nodes.filter(isNotes));
          ids.push(...idsIn(nodes));
        }
        expect(bare(shown)).toBe(bare(document.body.map(shownText).join('')));
        expect(new Set(ids).size).toBe(ids.length);
        const known = permalinksSchema.parse(parse(String(output.files.get('permalinks.yaml'))));
        expect(known.entries.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
        const wanted = output.book.notes.map((note) => note.children.map(shownText).join('')).join('');
        expect(bare(notes)).toBe(bare(wanted));
        expect(new Set(output.book.notes.map(({ noteId }) => noteId))).toEqual(
          new Set(Object.keys(document.notes)),
        );
      }),
      RUNS,
    );
  });

  it('the same bytes come out again, also over their own output', () => {
    fc.assert(
      fc.property(inventedPdf, (document) => {
        const first = run(document);
        expect([...run(document).files]).toEqual([...first.files]);
        const second = run(document, first);
        expect([...second.files]).toEqual([...first.files]);
        reportSchema.parse(parse(String(first.files.get('report.yaml'))));
      }),
      RUNS,
    );
  });

  it('joining marks a second time changes nothing', () => {
    fc.assert(
      fc.property(inventedPdf, ({ body }) => {
        const once = joinMarks(body);
        expect(joinMarks(once)).toEqual(once);
        expect(once.map(shownText)).toEqual(body.map(shownText));
      }),
      RUNS,
    );
  });

  it('a picture is named after its figure, and none is written that no figure shows', () => {
    fc.assert(
      fc.property(inventedPdf, (document) => {
        const { files } = run(document);
        const named = chapters({ ...run(document) }).flatMap((source) => [
          ...source.matchAll(/src="(figures\/([ft]\d+)\.webp)"/gu),
        ]);
        const pictures = [...files.keys()].filter((path) => path.startsWith('figures/'));
        expect([...new Set(named.map((match) => match[1]))].sort()).toEqual(pictures.sort());
        for (const match of named) expect(match.input).toContain(`id="${match[2] ?? ''}"`);
      }),
      RUNS,
    );
  });
});
