import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block as WrittenBlock } from '../../scripts/ingest/model/document.ts';
import { ALL_PRINTED, plainText, textOf } from '../../scripts/ingest/model/text-of.ts';
import { visitBlocks } from '../../scripts/ingest/model/walk.ts';
import { bookFiles } from '../../scripts/ingest/writers/book-files.ts';
import { listPassages } from '../../src/lib/book/list-passages.ts';
import type { Body } from '../../src/lib/book/model.ts';
import { parseBody } from '../../src/lib/book/parse-body.ts';
import { textOfBlocks, textOfInlines } from '../../src/lib/book/text-of.ts';
import { inventedPdf } from '../support/invented-blocks.ts';
import { runInvented } from '../support/run-invented.ts';

const RUNS = { numRuns: 120 };
const bare = (text: string): string => text.replaceAll(/\s/gu, '');
function parseWritten(source: string | undefined): Body {
  return parseBody((source ?? '').replace(/^---\n[\s\S]*?\n---\n/u, ''));
}

/** Markdown takes away white space at the ends of a line. */
const trimmed = (text: string): string => text.replaceAll(/^\s+|\s+$/gmu, '');

function withText(texts: Iterable<readonly [id: string, text: string]>): ReadonlyMap<string, string> {
  return new Map([...texts].filter(([, text]) => text !== ''));
}

/** Id → text of every heading and paragraph; the first paragraph of an item has its id from it. */
function textsById(blocks: readonly WrittenBlock[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  visitBlocks(blocks, (block) => {
    if ((block.type === 'paragraph' || block.type === 'heading') && 'id' in block)
      texts.set(String(block.id), trimmed(plainText(block.children, { lineBreak: '\n' })));
  });
  return withText(texts);
}

function textsByIdInBody(body: Body): ReadonlyMap<string, string> {
  const texts = listPassages(body).flatMap(({ id, from }): [string, string][] => {
    if ('marker' in from) {
      const [first] = from.children;
      return first?.type === 'passage' ? [[id, textOfInlines(first.children)]] : [];
    }
    const isWritten = 'type' in from && (from.type === 'passage' || from.type === 'heading');
    return isWritten ? [[id, textOfInlines(from.children)]] : [];
  });
  return withText(texts.map(([id, text]) => [id, trimmed(text)]));
}

describe('a chapter', () => {
  it('is parsed to the text that was written, each paragraph and note under its id and to the letter', () => {
    fc.assert(
      fc.property(inventedPdf, (document) => {
        const { book } = runInvented(document);
        const files = bookFiles(book);
        for (const chapter of book.chapters) {
          const body = parseWritten(files.get(`chapters/${chapter.slug}.mdx`));
          expect(bare(textOfBlocks(body.blocks))).toBe(
            bare(textOf(chapter.children, { counted: ALL_PRINTED })),
          );
          expect(textsByIdInBody(body)).toEqual(textsById(chapter.children));
          const notes = book.notes.filter((note) => note.chapter === chapter.slug);
          expect(body.notes.map(({ id }) => id)).toEqual(notes.map(({ id }) => id));
          expect(bare(body.notes.map(({ children }) => textOfInlines(children)).join(''))).toBe(
            bare(notes.map(({ children }) => textOf(children)).join('')),
          );
        }
      }),
      RUNS,
    );
  });
});
