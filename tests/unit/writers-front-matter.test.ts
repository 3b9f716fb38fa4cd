import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Report, reportSchema } from '../../src/schema/report.ts';
import type { Block, Note } from '../../scripts/ingest/model/document.ts';
import { buildBook } from '../../scripts/ingest/transforms/build-book.ts';
import { distributeNotes } from '../../scripts/ingest/transforms/distribute-notes.ts';
import { mergeSources } from '../../scripts/ingest/transforms/merge-sources.ts';
import { bookFiles } from '../../scripts/ingest/writers/book-files.ts';
import { toYaml } from '../../scripts/ingest/writers/mdx-file.ts';
import { reportFile } from '../../scripts/ingest/writers/report-file.ts';
import { heading, INVENTED_PDF, paragraph } from '../support/invented-document.ts';
import { EMPTY_MANIFEST } from '../support/link-targets.ts';

const KNOWN = { id: 'rivers', chapters: [], viewpoints: [], mentions: [], permalinks: EMPTY_MANIFEST };

function frontMatterOf(body: readonly Block[], file: string): Record<string, unknown> {
  const { book } = buildBook(mergeSources(null, { ...INVENTED_PDF, body, notes: {} }), KNOWN);
  const text = bookFiles(book).get(file) ?? '';
  return parse(/^---\n([\s\S]*?)\n---\n/u.exec(text)?.[1] ?? '') as Record<string, unknown>;
}

describe('the front matter of a chapter', () => {
  it('says the level of each section, from 2', () => {
    const body = [heading(1, '', '第一章'), heading(2, '', '甲'), heading(3, '', '乙'), heading(4, '', '丙')];
    expect(frontMatterOf(body, 'chapters/chapter-1.mdx')['sections']).toMatchObject([
      { title: '甲', level: 2 },
      { title: '乙', level: 3 },
      { title: '丙', level: 4 },
    ]);
  });
});

describe('a heading of the contents without a number', () => {
  const matters = (...titles: readonly string[]): readonly (string | undefined)[] => {
    const contents = titles.map((title) => ({ level: 1 as const, number: '', title, label: '' }));
    const article = { ...INVENTED_PDF, contents };
    return mergeSources(article, null).body.map((block) =>
      block.type === 'heading' ? block.matter : undefined,
    );
  };

  it('is front matter, back matter, or a chapter', () => {
    expect(matters('摘 要', '前言', '序', '版权声明')).toEqual(['front', 'front', 'front', 'front']);
    expect(matters('附录一', '参考文献', '致谢')).toEqual(['back', 'back', 'back']);
    expect(matters('致谢', '前言', '总体态势', '前言')).toEqual(['front', 'front', undefined, undefined]);
    expect(matters('总体态势', '摘要与展望', '本书后记')).toEqual([undefined, undefined, undefined]);
  });
});

describe('a note to which nothing refers', () => {
  const note = (page: number): Note => ({ label: '1', children: [paragraph('注', page)] });
  const PARTS = [[], [paragraph('甲', 3)], [paragraph('乙', 5)], [paragraph('丙', 9)]];

  it.each([
    [2, 3],
    [3, 1],
    [4, 1],
    [5, 2],
    [8, 2],
    [9, 3],
    [20, 3],
  ])('stands in the last part that has begun by its page %i', (page, part) => {
    const places = distributeNotes(PARTS, { a: note(page) }).map((entries) => entries.length);
    expect(places.indexOf(1)).toBe(part);
    expect(places.filter((count) => count > 0).length).toBe(1);
  });

  it('stands in the last part where it has no page', () => {
    const bare = { label: '1', children: [{ ...paragraph('注'), origins: [] }] };
    expect(distributeNotes(PARTS, { a: bare }).map((entries) => entries.length)).toEqual([0, 0, 0, 1]);
  });
});

describe('dates in report.yaml', () => {
  const report: Report = reportSchema.parse({
    title: '报告',
    publisher: '院',
    released: '2030-03-01',
    notice: '来源：院',
  });

  it.each(['2030', '2030-03', '2030-03-01'])('are text for every reader of YAML: %s', (released) => {
    const written = reportFile('', { ...report, released });
    expect(parse(written)).toMatchObject({ released });
    expect(parse(written, { version: '1.1' })).toMatchObject({ released });
  });

  it('are put in quotation marks where people wrote none; what is no date is left alone', () => {
    const source =
      'title: 报告\npublisher: 院\nreleased: 2030-03-01\nnotice: 来源：院\narticle:\n  published: 2030-03-04\n';
    const written = reportFile(source, report);
    expect(written).toContain("released: '2030-03-01'\n");
    expect(written).toContain("published: '2030-03-04'\n");
    expect(written).toContain('title: 报告\n');
    expect(reportFile(source.replace('2030-03-01', '"2030-03-01"'), report)).toContain(
      'released: "2030-03-01"',
    );
  });
});

describe('YAML that ingest writes', () => {
  it.each(['2012-11-11', '2012-11-11 02:24:53.6096', '12:30:45', 'on', 'n', '0b11', '1_000', '3.10', '~'])(
    'keeps %s as text for readers of YAML 1.1 and 1.2',
    (text) => {
      const written = toYaml({ starts: text });
      expect(parse(written)).toEqual({ starts: text });
      expect(parse(written, { version: '1.1' })).toEqual({ starts: text });
    },
  );
});
