/** Every PDF that is broken, hostile or no report ends as it should, within 30 seconds of computing, in a process of its own. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IngestError } from '../../scripts/ingest/model/errors.ts';
import type { ReportDocument } from '../../scripts/ingest/model/document.ts';
import { callInChild } from '../../scripts/ingest/readers/pdf/process/child.ts';
import type { ChildLimits } from '../../scripts/ingest/readers/pdf/process/child-messages.ts';
import { pagesFile, pdfFile, stream, textLines } from '../support/tiny-pdf.ts';

const moduleUrl = new URL('../../scripts/ingest/readers/pdf/read-pdf.ts', import.meta.url).href;
const MOST_MS = 30_000;

interface Outcome {
  readonly expect: 'ok' | 'warn' | 'error';
  readonly codes: readonly string[];
  readonly document?: ReportDocument;
  readonly error?: IngestError;
}

async function read(bytes: Uint8Array, limits?: ChildLimits): Promise<Outcome> {
  try {
    const call = { moduleUrl, exportName: 'readPdf', argument: bytes };
    const document = await callInChild<ReportDocument>(call, { limits });
    // Whether the contents match the headings is another question: most of these files are parts of a report.
    const doubts = document.messages.filter(
      ({ severity, ruleId }) =>
        severity !== 'info' && ruleId !== 'pdf/contents-match' && ruleId !== 'pdf/table-structure',
    );
    return { expect: doubts.length > 0 ? 'warn' : 'ok', codes: doubts.map(({ ruleId }) => ruleId), document };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return { expect: 'error', codes: [error.code], error };
  }
}

const PROSE = Array.from(
  { length: 30 },
  (_, index) => `Line ${String(index)} of a page that holds plain words only.`,
);
const proseFile = (): Uint8Array => pagesFile([{ content: textLines(PROSE) }]);

/** Forms that call each other ten times on nine levels: a billion drawings in two kilobytes. */
function nestedForms(): Uint8Array {
  const objects = new Map<number, string>();
  for (let level = 0; level < 9; level++) {
    const resources = level === 8 ? '' : `/Resources << /XObject << /N ${String(4 + level)} 0 R >> >>`;
    const content = level === 8 ? '0 0 m 9 9 l S' : '/N Do '.repeat(10);
    objects.set(3 + level, stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${resources}`));
  }
  return pagesFile([{ content: '/N Do '.repeat(10) }], '', objects, '/XObject << /N 3 0 R >>');
}

/** Text in a font without any map to characters. */
function unmappedText(): Uint8Array {
  const glyphs = Array.from({ length: 120 }, (_, index) => (index + 1).toString(16).padStart(4, '0')).join(
    '',
  );
  const descendant =
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>';
  const font = `/F1 << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [${descendant}] >>`;
  return pagesFile([{ content: `BT /F1 12 Tf 72 700 Td <${glyphs}> Tj ET` }], font);
}

const cycle = (): Uint8Array =>
  pdfFile(
    new Map([
      [1, '<< /Type /Catalog /Pages 2 0 R >>'],
      [2, '<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>'],
    ]),
  );

const slides = (): Uint8Array =>
  pagesFile(
    Array.from({ length: 14 }, (_, index) => ({
      content: textLines([`Slide ${String(index + 1)}`, 'A point in few words', 'Another point'], 400, 24),
      width: 960,
      height: 540,
    })),
  );

const manyPages = (): Uint8Array => pagesFile(Array.from({ length: 1600 }, () => ({ content: '' })));

const httpHeader = (): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), proseFile()]));

describe('a PDF written for this test', () => {
  it.each<[name: string, bytes: () => Uint8Array, expect: Outcome['expect'], code: string, says: RegExp]>([
    ['an empty file', () => new Uint8Array(), 'error', 'pdf/is-a-pdf', /empty/u],
    [
      'a web page',
      () => Buffer.from('<!DOCTYPE html><html><body>404</body></html>'),
      'error',
      'pdf/is-a-pdf',
      /HTML/u,
    ],
    ['half a file', () => proseFile().slice(0, 900), 'error', 'pdf/readable', /incomplete/u],
    ['a page tree that contains itself', cycle, 'error', 'pdf/readable', /page/u],
    ['more pages than a report has', manyPages, 'error', 'pdf/within-limits', /1600 pages/u],
    [
      'a page without text',
      () => pagesFile([{ content: '0 0 100 100 re f' }]),
      'error',
      'pdf/has-text-layer',
      /text/u,
    ],
    ['text that maps to no characters', unmappedText, 'error', 'pdf/text-recoverable', /not characters/u],
    ['slides', slides, 'warn', 'pdf/is-a-report', /slides/u],
    ['an excerpt', proseFile, 'warn', 'pdf/is-a-report', /excerpt/u],
    ['an HTTP header before the PDF', httpHeader, 'warn', 'pdf/is-a-report', /excerpt/u],
  ])('ends as it should: %s', async (_name, bytes, wanted, code, says) => {
    const outcome = await read(bytes());
    expect(outcome).toMatchObject({ expect: wanted });
    expect(outcome.codes).toContain(code);
    const words = outcome.error?.message ?? outcome.document?.messages.map(({ reason }) => reason).join(' ');
    expect(words).toMatch(says);
    if (outcome.error) expect(outcome.error.hint).toMatch(/\.$/u);
  });

  it(
    'ends a file whose drawing never ends, and names the limits',
    async () => {
      const outcome = await read(nestedForms(), { silenceMs: 4000, totalMs: MOST_MS });
      expect(outcome).toMatchObject({ expect: 'error', codes: ['pdf/within-limits'] });
    },
    MOST_MS,
  );

  it('says nothing against a file that was rebuilt but that it lacks its end', async () => {
    const whole = Buffer.from(proseFile());
    const outcome = await read(new Uint8Array(whole.subarray(0, whole.indexOf('startxref'))));
    expect(outcome.codes).toContain('pdf/readable');
    expect(outcome.document?.body.length).toBeGreaterThan(0);
  });
});

interface Expected {
  readonly file: string;
  readonly expect: Outcome['expect'];
  readonly code: string;
}

const FOLDER = new URL('../../../shared/pdf-lab/failures', import.meta.url);
const LIST = new URL('expected.json', FOLDER);
/** Files whose expectation allows another reason as well, or a warning where nothing is wrong with the text. */
const ALSO_GOOD: Readonly<Record<string, readonly string[]>> = {
  'false-page-count.pdf': ['pdf/within-limits', 'pdf/readable'],
};
const MAY_WARN = new Set(['no-trailer.pdf']);

const expected = existsSync(LIST) ? (JSON.parse(readFileSync(LIST, 'utf8')) as Expected[]) : [];
if (expected.length === 0) console.log('Skipped: the failure files of ../shared/pdf-lab are not here.');

describe.skipIf(expected.length === 0)('a failure file of the PDF lab', () => {
  it.each(expected)(
    '$file ends as expected',
    async ({ file, expect: wanted, code }) => {
      const outcome = await read(new Uint8Array(readFileSync(new URL(file, FOLDER))));
      const mayWarn = outcome.expect === 'warn' && MAY_WARN.has(file);
      expect(mayWarn ? 'ok' : outcome.expect, outcome.error?.message ?? outcome.codes.join()).toBe(wanted);
      if (wanted !== 'error') expect(outcome.document?.body.length).toBeGreaterThan(0);
      if (wanted === 'ok') {
        expect(outcome.document?.body.length).toBeGreaterThan(0);
        return;
      }
      const allowed = [code, ...(ALSO_GOOD[file] ?? [])];
      expect(outcome.codes.filter((each) => allowed.includes(each))).not.toEqual([]);
    },
    MOST_MS,
  );
});
