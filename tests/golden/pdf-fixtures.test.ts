import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Origin, ReportDocument } from '../../scripts/ingest/model/document.ts';
import { runPipeline } from '../../scripts/ingest/pipeline.ts';
import { readPdfSource, type ReadPdfSource } from '../../scripts/ingest/pdf-source.ts';
import { expectGolden } from '../support/golden.ts';
import { flattenDocument } from '../support/report-fixtures/flatten-document.ts';
import { flattenTruth } from '../support/report-fixtures/flatten-truth.ts';
import type { Truth, TruthBlock } from '../support/report-fixtures/truth-model.ts';
import { ROOT } from '../support/source-files.ts';

const CASES = join(ROOT, 'tests/fixtures/pdf');
/** Share of common area at which a figure counts as found; the ruler of the PDF lab uses the same. */
const SAME_BOX = 0.8;

const cases = readdirSync(CASES)
  .filter((name) => existsSync(join(CASES, name, 'truth.json')))
  .map((name) => ({ name, folder: join(CASES, name) }));

describe.each(cases)('PDF $name', ({ name, folder }) => {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
  const wanted = flattenTruth(truth);
  let source: ReadPdfSource;
  let got: ReturnType<typeof flattenDocument>;
  beforeAll(async () => {
    source = await readPdfSource(
      { bytes: new Uint8Array(readFileSync(join(folder, 'input.pdf'))), withTrace: false },
      () => undefined,
    );
    got = flattenDocument(source.document);
  });

  it('has every heading with its level, page and printed page', () => {
    expect(got.headings).toEqual(wanted.headings);
  });

  it('has the front matter under headings of its own', () => {
    expect(got.front).toEqual(wanted.front);
  });

  it('has every paragraph, item, quotation, reference and box, whole and in order', () => {
    expect(got.texts).toEqual(wanted.texts);
  });

  it('links every note to the place of its mark', () => {
    expect(got.notes).toEqual(wanted.notes);
  });

  it('has captions and source lines of figures and tables', () => {
    expect(got.captions).toEqual(wanted.captions);
  });

  it('has the cells of tables with their spans and header rows', () => {
    expect(got.tables).toEqual(wanted.tables);
  });

  it('keeps superscripts, bold text and links', () => {
    const { superscripts, bold, links } = got;
    expect({ superscripts, bold, links }).toEqual({
      superscripts: wanted.superscripts,
      bold: wanted.bold,
      links: wanted.links,
    });
  });

  it('crops each figure where its picture stands', () => {
    const figures = source.document.body.flatMap((block) =>
      block.type === 'figure' ? [block.origins[0]!] : [],
    );
    const boxes = truth.body.flatMap((block) => (block.type === 'figure' ? [block] : []));
    expect(figures).toHaveLength(boxes.length);
    boxes.forEach((box, n) => {
      expect(overlap(box, figures[n]!), `figure ${box.no} on page ${box.page}`).toBeGreaterThan(SAME_BOX);
    });
  });

  it('is written as the golden files', () => {
    const { document, messages } = stable(source.document);
    expectGolden(join(folder, 'document.json'), `${JSON.stringify(document, null, 1)}\n`);
    expectGolden(join(folder, 'messages.json'), `${JSON.stringify(messages, null, 1)}\n`);
    const { files } = runPipeline({
      id: name,
      article: null,
      pdf: source,
      reportYaml: '',
      overridesYaml: '',
      permalinksYaml: '',
    });
    for (const [path, content] of files)
      if (path.endsWith('.mdx')) expectGolden(join(folder, path), String(content));
  });
});

/** The document without what changes when nothing is better or worse: fractions of points and the file's digest. */
function stable({ messages, source: _, ...document }: ReportDocument): {
  document: unknown;
  messages: unknown;
} {
  const round = (_key: string, value: unknown): unknown =>
    typeof value === 'number' ? Math.round(value) : value;
  return { document: JSON.parse(JSON.stringify(document, round)), messages };
}

/** Common area over joint area; 0 on different pages. */
function overlap(box: Extract<TruthBlock, { type: 'figure' }>, origin: Origin): number {
  if (origin.kind !== 'pdf' || origin.page !== box.page) return 0;
  const [left, top, right, bottom] = box.bbox;
  const { x, y, width, height } = origin.box;
  const across = Math.max(0, Math.min(right, x + width) - Math.max(left, x));
  const down = Math.max(0, Math.min(bottom, y + height) - Math.max(top, y));
  const common = across * down;
  return common / ((right - left) * (bottom - top) + width * height - common);
}
