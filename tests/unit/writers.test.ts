import { describe, expect, it } from 'vitest';
import { chapterSchema, viewpointSchema } from '../../src/schema/chapter.ts';
import { type Report, reportSchema } from '../../src/schema/report.ts';
import { parse } from 'yaml';
import type { Inline } from '../../scripts/ingest/model/document.ts';
import { readArticle } from '../../scripts/ingest/readers/article/read-article.ts';
import { buildBook } from '../../scripts/ingest/transforms/build-book.ts';
import { mergeSources } from '../../scripts/ingest/transforms/merge-sources.ts';
import { bookFiles } from '../../scripts/ingest/writers/book-files.ts';
import { countReading, readingText } from '../../scripts/ingest/writers/count-characters.ts';
import { serializeMdx } from '../../scripts/ingest/writers/mdx-nodes.ts';
import { writeListing } from '../../scripts/ingest/writers/write-listing.ts';
import { reportFile } from '../../scripts/ingest/writers/report-file.ts';
import { bytesOf, markdownArticle } from '../support/article-page.ts';
import { compileMdx, mdxElements, mdxText, type MdxNode } from '../support/compile-mdx.ts';
import { INVENTED_BODY, INVENTED_PDF } from '../support/invented-document.ts';
import { EMPTY_MANIFEST } from '../support/link-targets.ts';

const ARTICLE = readArticle(bytesOf(markdownArticle('第二段。')), { fileName: 'article.md' }).document;
const KNOWN = { id: 'rivers', chapters: [], viewpoints: [], mentions: [], permalinks: EMPTY_MANIFEST };

function frontMatter(source: string | undefined): unknown {
  return parse(/^---\n([\s\S]*?)\n---\n/u.exec(source ?? '')?.[1] ?? '');
}

function outline(nodes: readonly MdxNode[]): readonly string[] {
  return nodes.map((node) => (typeof node === 'string' ? node : node.name));
}

describe('bookFiles', () => {
  const files = bookFiles(buildBook(mergeSources(ARTICLE, INVENTED_PDF), KNOWN).book);

  it('writes one file for the introduction, each chapter and each viewpoint', () => {
    expect([...files.keys()]).toEqual([
      'introduction.mdx',
      'chapters/foreword.mdx',
      'chapters/chapter-1.mdx',
      'chapters/chapter-2.mdx',
      'chapters/appendix.mdx',
      'viewpoints/1.mdx',
      'viewpoints/2.mdx',
    ]);
  });

  it('writes front matter as the schemas have it', () => {
    const chapter = chapterSchema.parse(frontMatter(files.get('chapters/chapter-1.mdx')));
    expect(chapter).toMatchObject({
      slug: 'chapter-1',
      order: 2,
      label: '1',
      complete: true,
      viewpoints: [1],
    });
    expect(chapter.sections).toMatchObject([
      { number: '（一）', title: '河湖长制的新阶段', label: '2', viewpoints: [1] },
    ]);
    expect(chapter.exhibits).toMatchObject([
      { kind: 'figure', number: '图 1', caption: '巡查次数', source: '来源：示例研究院' },
    ]);
    const next = chapterSchema.parse(frontMatter(files.get('chapters/chapter-2.mdx')));
    expect(next.exhibits).toMatchObject([{ kind: 'table', number: '表 1', caption: '延迟', source: '' }]);
    const viewpoint = viewpointSchema.parse(frontMatter(files.get('viewpoints/2.mdx')));
    expect(viewpoint).toMatchObject({
      title: '数据共享仍有断点',
      chapter: 'chapter-2',
      evidence: [{ label: '4', page: 6 }],
    });
  });

  it('puts viewpoints at the head of their section and notes at the end of their chapter', async () => {
    const nodes = await compileMdx(files.get('chapters/chapter-1.mdx') ?? '');
    expect(outline(nodes)).toEqual([
      'Passage',
      'Heading',
      'ViewpointCallout',
      'Passage',
      'ItemList',
      'Figure',
      'Notes',
    ]);
    const [mark] = mdxElements(nodes, 'NoteMark');
    const [note] = mdxElements(nodes, 'Note');
    expect(mark?.attributes).toEqual({ id: 'n1', label: '1' });
    expect(note).toMatchObject({ attributes: { id: 'n1', label: '1' } });
    expect(mdxText(note?.children ?? []).trim()).toBe('见示例研究院年报。');
    const marks = mdxElements(nodes, 'PageMark').map(({ attributes }) => attributes);
    expect(marks).toEqual([
      { page: '3', label: '1' },
      { page: '4', label: '2' },
    ]);
  });

  it('nests lists and keeps the printed markers', async () => {
    const nodes = await compileMdx(files.get('chapters/chapter-1.mdx') ?? '');
    const items = mdxElements(nodes, 'Item').map(
      ({ attributes, children }) =>
        `${String(attributes['marker'])} ${mdxText(children).replace(/\s/gu, '')}`,
    );
    expect(items).toEqual(['1. 建立名录', '2. 分级管理省级', '● 省级']);
  });

  it('shows a bullet for a letter that its font draws as one', () => {
    const drawn = JSON.parse(JSON.stringify(INVENTED_PDF).replace('"●"', '"u"')) as typeof INVENTED_PDF;
    const written = bookFiles(buildBook(mergeSources(ARTICLE, drawn), KNOWN).book);
    expect(written.get('chapters/chapter-1.mdx')).toBe(files.get('chapters/chapter-1.mdx'));
    expect(JSON.stringify(drawn)).toContain('"marker":"u"');
  });

  it('writes tables with header cells, spans and empty cells, boxes and quotations', async () => {
    const nodes = await compileMdx(files.get('chapters/chapter-2.mdx') ?? '');
    const cells = mdxElements(nodes, 'Cell').map(({ attributes, children }) => [
      attributes,
      mdxText(children),
    ]);
    expect(cells).toEqual([
      [{ header: 'column' }, '省份'],
      [{ header: 'column', columnSpan: '2' }, '天数 | 小时'],
      [{}, '甲'],
      [{}, '3'],
      [{}, ''],
    ]);
    expect(mdxText(mdxElements(nodes, 'BoxTitle'))).toBe('专栏1 共享目录');
    expect(mdxText(mdxElements(nodes, 'Quotation')).trim()).toBe('数据多跑路，群众少跑腿。');
  });

  it('puts viewpoints below their headings when there is only an article', async () => {
    const bare = bookFiles(buildBook(mergeSources(ARTICLE, null), KNOWN).book);
    const [overview, outlook] = await Promise.all(
      ['chapter-1', 'chapter-2'].map((slug) => compileMdx(bare.get(`chapters/${slug}.mdx`) ?? '')),
    );
    expect(outline(overview ?? [])).toEqual(['Heading', 'ViewpointCallout', 'Heading', 'ViewpointCallout']);
    expect(outline(outlook ?? [])).toEqual([]);
  });
});

describe('writeListing', () => {
  const origins = [{ kind: 'pdf', page: 9, label: '3', box: { x: 0, y: 0, width: 1, height: 1 } }] as const;
  const write = (...children: readonly Inline[]): string =>
    serializeMdx([
      writeListing(
        { type: 'listing', id: 'p4', origins, children },
        { findNote: () => undefined, language: 'zh-CN' },
      ),
    ]);
  const text = (value: string): Inline => ({ type: 'text', value });
  const next: Inline = { type: 'break' };

  it('writes a line an element, its indentation as an attribute, so that no space or line end is lost', async () => {
    const mdx = write(text('# {a}  <b>'), next, text('    - *c*'), next, next, text('d'));
    const [listing] = await compileMdx(mdx);
    expect(listing).toMatchObject({ name: 'Listing', attributes: { id: 'p4', label: '3', page: '9' } });
    const lines = mdxElements([listing ?? ''], 'Line');
    expect(lines.map(({ attributes, children }) => [attributes, mdxText(children)])).toEqual([
      [{}, '# {a}  <b>'],
      [{ indent: '4' }, '- *c*'],
      [{}, ''],
      [{}, 'd'],
    ]);
  });

  it('finds the indentation behind the mark of a page', async () => {
    const mark: Inline = { type: 'pageMark', page: 10, label: '4' };
    const [, second] = mdxElements(await compileMdx(write(text('a'), next, mark, text('  b'))), 'Line');
    expect([second?.attributes, mdxText(second?.children ?? [])]).toEqual([{ indent: '2' }, 'b']);
  });
});

describe('what reading time is estimated from', () => {
  const read = (type: string): string => readingText(INVENTED_BODY.filter((block) => block.type === type));

  it('counts Han characters, and a Latin word or a number as one', () => {
    expect(countReading('大模型 GPT-4 有 1.8 万亿参数，don’t')).toBe(3 + 1 + 1 + 1 + 4 + 1);
    expect(countReading('，。 —')).toBe(0);
  });

  it('takes a table by its cells, a figure by its caption, a box by title and text', () => {
    expect(read('table').split('\n')).toEqual(['省份', '天数 | 小时', '甲', '3', '']);
    expect(read('figure')).toBe('巡查次数');
    expect(read('callout')).toBe('专栏1 共享目录\n目录共四百项。');
    expect(read('list')).toBe('建立名录\n分级管理\n省级');
  });
});

describe('reportFile', () => {
  const report: Report = reportSchema.parse({
    title: '报告',
    publisher: '院',
    released: '2030-03-01',
    notice: '来源：院',
  });

  it('keeps comments, order and quoting of what people wrote, and adds what is new', () => {
    const source =
      "# 我们的说明\npublisher: 院 # 全称\ntitle: '报告'\nreleased: '2030-03-01'\nnotice: 来源：院\n";
    expect(reportFile(source, report)).toBe(source);
    const more = reportFile(source, { ...report, chapters: [{ slug: 'chapter-1', title: '总体态势' }] });
    expect(more).toBe(`${source}chapters:\n  - slug: chapter-1\n    title: 总体态势\n`);
  });

  it('writes a new file that reads back as the same report', () => {
    expect(reportSchema.parse(parse(reportFile('', report)))).toEqual(report);
  });
});
