import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainText } from '../../scripts/ingest/model/text-of.ts';
import { readPdfSource } from '../../scripts/ingest/pdf-source.ts';
import { runPipeline } from '../../scripts/ingest/pipeline.ts';
import { ROOT } from '../support/source-files.ts';

const read = (path: string) => new Uint8Array(readFileSync(join(ROOT, 'tests/fixtures', path)));

it('the sample of npm run sample shows figures, tables, notes, boxes, and viewpoints with their evidence', async () => {
  const bytes = read('pdf/chromium-notes-and-boxes/input.pdf');
  const { book, report, messages } = runPipeline({
    id: 'sample',
    article: { bytes: read('sample/article.md'), file: 'sources/article.md' },
    pdf: await readPdfSource({ bytes, withTrace: false }, () => undefined),
    reportYaml: new TextDecoder().decode(read('sample/report.yaml')),
    overridesYaml: '',
    permalinksYaml: '',
  });
  const types = new Set(book.chapters.flatMap(({ children }) => children.map(({ type }) => type)));
  expect([...types]).toEqual(expect.arrayContaining(['figure', 'table', 'callout', 'list']));
  expect(book.notes.length).toBeGreaterThan(0);
  expect(book.viewpoints.map(({ evidence }) => evidence.length > 0)).toEqual([true, true, true]);
  expect(report.title).toMatch(/^示例：/u);
  expect(
    plainText(book.introduction.flatMap((block) => (block.type === 'paragraph' ? block.children : []))),
  ).toContain('虚构');
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
});
