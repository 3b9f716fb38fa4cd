import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, ReportDocument } from '../../scripts/ingest/model/document.ts';
import { readPdf } from '../../scripts/ingest/readers/pdf/read-pdf.ts';
import { ROOT } from '../support/source-files.ts';

const CASES = join(ROOT, 'tests/fixtures/pdf');
const PDFJS = join(ROOT, 'node_modules/pdfjs-dist');
const names = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'input.pdf')));
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(CASES, name, 'input.pdf')));

describe.each(names)('PDF %s', (name) => {
  it('loses and invents no character against the plain text of pdf.js', async () => {
    const [plain, document] = [await plainText(bytesOf(name)), await readPdf(bytesOf(name))];
    expect(difference(count(wholeText(document)), count(plain))).toEqual([]);
  });

  it('is read the same twice', async () => {
    expect(JSON.stringify(await readPdf(bytesOf(name)))).toBe(JSON.stringify(await readPdf(bytesOf(name))));
  });

  it('gives every block a place on a page of the file', async () => {
    const { body, source } = await readPdf(bytesOf(name));
    const pages = source.kind === 'pdf' ? source.pageCount : 0;
    for (const block of body.flatMap(withChildren)) {
      expect(block.origins.length, JSON.stringify(block).slice(0, 200)).toBeGreaterThan(0);
      for (const origin of block.origins) {
        expect(origin.kind === 'pdf' && origin.page >= 1 && origin.page <= pages).toBe(true);
      }
    }
  });
});

function withChildren(block: Block): readonly Block[] {
  if (block.type === 'list')
    return [block, ...block.items.flatMap(({ children }) => children.flatMap(withChildren))];
  if (block.type === 'quote' || block.type === 'callout')
    return [block, ...block.children.flatMap(withChildren)];
  return [block];
}

async function plainText(bytes: Uint8Array): Promise<string> {
  const folder = (name: string): string => `${join(PDFJS, name)}/`;
  const task = getDocument({
    data: bytes,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    verbosity: VerbosityLevel.ERRORS,
  });
  const pdf = await task.promise;
  let text = '';
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { items } = await (await pdf.getPage(n)).getTextContent({ disableNormalization: true });
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  await task.destroy();
  return text;
}

/** Everything that the document holds, as printed: the mark of a note stands in the text and at the note. */
function wholeText({ body, notes, furniture }: ReportDocument): string {
  const inline = (list: readonly Inline[]): string =>
    list
      .map((one) => {
        if (one.type === 'text') return one.value;
        if (one.type === 'noteReference') return notes[one.noteId]!.label;
        return 'children' in one ? inline(one.children) : '';
      })
      .join('');
  const block = (one: Block): string => {
    switch (one.type) {
      case 'heading':
        return one.number + inline(one.children);
      case 'paragraph':
      case 'listing':
        return inline(one.children);
      case 'list':
        return one.items.map(({ marker, children }) => marker + children.map(block).join('')).join('');
      case 'quote':
        return one.children.map(block).join('');
      case 'callout':
        return inline(one.title) + one.children.map(block).join('');
      case 'table':
        return (
          one.number +
          inline(one.caption) +
          inline(one.source) +
          one.rows
            .flat()
            .map(({ children }) => inline(children))
            .join('')
        );
      case 'figure':
        return one.number + inline(one.caption) + inline(one.source);
    }
  };
  const aside = furniture.map(({ text, origins }) =>
    text.repeat(new Set(origins.map((o) => (o.kind === 'pdf' ? o.page : 0))).size || 1),
  );
  return [
    ...body.map(block),
    ...Object.values(notes).map((note) => note.label + note.children.map(block).join('')),
    ...aside,
  ].join('');
}

/** How often each character stands in a text; dot leaders and bullets are drawings. */
function count(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const sign of text
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replaceAll(/[.·…●•]/gu, '')) {
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return counts;
}

function difference(
  got: ReadonlyMap<string, number>,
  wanted: ReadonlyMap<string, number>,
): readonly string[] {
  const signs = [...new Set([...got.keys(), ...wanted.keys()])].sort();
  return signs.flatMap((sign) => {
    const more = (got.get(sign) ?? 0) - (wanted.get(sign) ?? 0);
    return more === 0 ? [] : [`${sign} ${more > 0 ? `invented ${more}` : `lost ${-more}`} times`];
  });
}
