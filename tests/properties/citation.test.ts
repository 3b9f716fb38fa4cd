import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBibtex } from '../../src/lib/citation/bibtex.ts';
import { citePart, citeReport } from '../../src/lib/citation/cite.ts';
import type { CslItem } from '../../src/lib/citation/csl-item.ts';
import { REFERENCE_FILES } from '../../src/lib/citation/formats.ts';
import { formatRis } from '../../src/lib/citation/ris.ts';
import { readReferences } from '../support/citation-js.ts';
import { hostileText } from '../support/hostile-text.ts';

/** Text that ends entries, fields and lines in careless files. */
const SNIPPETS = [
  '}',
  '{',
  '},\n  author = {x',
  '@book{x,',
  '\\',
  '\\}',
  '%',
  '"',
  '#',
  '\r\nER  - ',
  '\nTY  - BOOK',
  '\u2028AU  - x',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...SNIPPETS), hostileText()), { minLength: 1, maxLength: 3 })
  .map((pieces) => `题${pieces.join('')}名`);

const item: fc.Arbitrary<CslItem> = fc
  .record({
    title: text,
    publisher: text,
    number: text,
    notice: text,
    part: fc.option(text, { nil: undefined }),
  })
  .map(({ part, ...report }) => {
    const cited = { id: 'a-1', released: '2024-11-29', ...report };
    const address = 'https://example.org/a_b/#p1';
    return part === undefined
      ? citeReport(cited, address)
      : citePart(cited, { id: 's1', title: part, label: '8' }, address);
  });

/** Depth of braces behind each entry's first one, as BibTeX counts: a backslash does not hide a brace. */
function closesOnlyAtItsEnd(entry: string): boolean {
  const body = entry.trimEnd();
  let depth = 0;
  for (const [index, sign] of [...body].entries()) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth === 0 && index > body.indexOf('{') && index < [...body].length - 1) return false;
  }
  return depth === 0;
}

describe('a BibTeX entry', () => {
  it('stays one entry with the same fields whatever its texts hold', () => {
    fc.assert(
      fc.property(item, (cited) => {
        const entry = formatBibtex(cited);
        expect(closesOnlyAtItsEnd(entry)).toBe(true);
        const fields = entry.split('\n').slice(1, -2);
        expect(fields.filter((line) => !/^ {2}[a-z]+ = (?:\{.*\}|[a-z]+),$/u.test(line))).toEqual([]);
        expect(readReferences(entry)).toHaveLength(1);
      }),
    );
  });

  it('gives another program the very title, and each name by itself', () => {
    const title = '人工智能：{50%} & $x_1$ ~ ^ \\alpha #1';
    const cited = citeReport(
      { id: 'a-1', title, publisher: 'Lamps and Sons, Inc.、乙院', notice: '来源：乙院' },
      undefined,
    );
    const [read] = readReferences(formatBibtex(cited));
    expect(String(read?.['title']).replace(/<[^>]*>/gu, '')).toBe(title);
    expect(read?.['author']).toMatchObject([{ family: 'Lamps and Sons, Inc.' }, { family: '乙院' }]);
  });
});

describe('a RIS record', () => {
  it('stays one record with a tag on each line whatever its texts hold', () => {
    fc.assert(
      fc.property(item, (cited) => {
        const record = formatRis(cited);
        const lines = record.split(/[\r\n\u2028\u2029\u0085]+/u).slice(0, -1);
        expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- /u.test(line))).toEqual([]);
        expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(1);
        expect(lines.filter((line) => line.startsWith('ER  - '))).toHaveLength(1);
      }),
    );
  });

  it('gives another program title, names, date, page and address', () => {
    const cited = citePart(
      { id: 'a-1', title: '甲报告', publisher: '甲院、乙院', released: '2024-11-29', notice: '来源：甲院' },
      { id: 's1', title: '技术', label: '8' },
      'https://example.org/a/',
    );
    expect(readReferences(formatRis(cited))).toEqual([
      expect.objectContaining({
        type: 'chapter',
        title: '技术',
        'container-title': '甲报告',
        author: [expect.objectContaining({ family: '甲院' }), expect.objectContaining({ family: '乙院' })],
        URL: 'https://example.org/a/',
      }),
    ]);
  });
});

it('CSL-JSON gives back the very item', () => {
  fc.assert(
    fc.property(item, (cited) => {
      expect(JSON.parse(REFERENCE_FILES.json.format(cited))).toEqual([cited]);
    }),
  );
});
