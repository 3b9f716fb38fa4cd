import { describe, expect, it } from 'vitest';
import { exhibitKey, findCrossReferences, headingKey } from '../../scripts/ingest/genre/cross-references.ts';
import type { Book, Chapter } from '../../scripts/ingest/model/book.ts';
import type { Inline } from '../../scripts/ingest/model/document.ts';
import type { IdentifiedBlock, PermanentId } from '../../scripts/ingest/model/identified.ts';
import { plainText } from '../../scripts/ingest/model/text-of.ts';
import { inlinesOf } from '../../scripts/ingest/model/walk.ts';
import { linkCrossReferences } from '../../scripts/ingest/transforms/link-cross-references.ts';
import { heading, paragraph } from '../support/invented-document.ts';

const keys = (text: string): readonly string[] => findCrossReferences(text).map(({ key }) => key);

describe('references to places of a report', () => {
  it('name figures and tables in both languages, however their number is set', () => {
    expect(keys('见图 3、表2-1和图表 4，如图三所示。')).toEqual([
      'figure 3',
      'table 2-1',
      'exhibit 4',
      'figure 3',
    ]);
    expect(keys('See Figure 3 and Table 2.1; Fig. 4')).toEqual(['figure 3', 'table 2-1', 'figure 4']);
    expect(['图 3', '表 2–1', 'Figure A.1', '附表 1', '专栏 1'].map(exhibitKey)).toEqual([
      'figure 3',
      'table 2-1',
      'figure A-1',
      'table of the annex 1',
      null,
    ]);
  });

  it('are no words that end in 图 or 表, no other report’s figures, no percentages', () => {
    expect(keys('地图3、代表2人、发表2篇')).toEqual([]);
    expect(keys('《某某报告》图 3')).toEqual([]);
    expect(keys('如表 3%')).toEqual([]);
  });

  it('name chapters that the reader is sent to, one or several, and none of a law', () => {
    expect(keys('详见第二章、第三章和第 4 章')).toEqual(['chapter 2', 'chapter 3', 'chapter 4']);
    expect(keys('《数据安全法》第二章规定')).toEqual([]);
    expect(keys('as described in Chapter IV, and in Chapter 2 of the Act')).toEqual(['chapter 4']);
  });

  it('name sections and appendices', () => {
    expect(keys('见第 3.2 节与附录 A、附录二')).toEqual(['section 3.2', 'appendix 1', 'appendix 2']);
    expect(keys('see Section 3.2.1. Appendix B; Section 2.1 of the Act')).toEqual([
      'section 3.2.1',
      'appendix 2',
    ]);
    expect(
      ['第二章 概述', '3.2 方法', '附录 A 名单', 'Appendix B', 'Chapter 2', '（一）背景'].map(headingKey),
    ).toEqual(['chapter 2', 'section 3.2', 'appendix 1', 'appendix 2', 'chapter 2', null]);
  });
});

const { origins } = paragraph('');
const figure = (id: PermanentId, number: string): IdentifiedBlock => ({
  type: 'figure',
  id,
  number,
  caption: [{ type: 'text', value: '比较图 2' }],
  source: [],
  alt: null,
  asset: null,
  origins,
});
const text = (id: PermanentId, children: string | readonly Inline[]): IdentifiedBlock => ({
  ...paragraph(children),
  id,
});
const chapter = (slug: string, number: string, children: readonly IdentifiedBlock[]): Chapter => ({
  id: slug === 'a' ? 's1' : 's2',
  slug,
  number,
  title: '题目',
  matter: 'body',
  complete: true,
  origins,
  children,
});
const bookOf = (...chapters: readonly Chapter[]): Book => ({
  id: 'invented',
  introduction: [],
  chapters,
  viewpoints: [],
  mentions: [],
  notes: [],
  contents: [],
  furniture: [],
  sources: [],
  messages: [],
});
/** `[words](address)` for links, in the chapters' blocks. */
function shown(book: Book): readonly string[] {
  const show = (inlines: readonly Inline[]): string =>
    inlines
      .map((inline) => {
        if (inline.type === 'link') return `[${plainText(inline.children)}](${inline.url})`;
        return 'children' in inline ? show(inline.children) : plainText([inline]);
      })
      .join('');
  return linkCrossReferences(book).chapters.flatMap(({ children }) =>
    children.map((each) => show(inlinesOf(each))),
  );
}

describe('linkCrossReferences', () => {
  it('leads to the one figure of the book with that number, on its own page or another', () => {
    const first = chapter('a', '一、', [text('p1', '见图 1 和图 2。'), figure('f1', '图 1')]);
    expect(shown(bookOf(first, chapter('b', '二、', [figure('f2', '图 2')])))[0]).toBe(
      '见[图 1](#f1) 和[图 2](../b/#f2)。',
    );
  });

  it('leads nowhere where two have the number or none has it', () => {
    const first = chapter('a', '一、', [
      text('p1', '见图 1 和图 3。'),
      figure('f1', '图 1'),
      figure('f2', '图 1'),
    ]);
    expect(shown(bookOf(first))[0]).toBe('见图 1 和图 3。');
  });

  it('leads to chapters by their number, printed as 第二章 or as 二、', () => {
    const asks = [text('p1', '详见第二章。')];
    expect(shown(bookOf(chapter('a', '一、', asks), chapter('b', '二、', [])))).toEqual([
      '详见[第二章](../b/#s2)。',
    ]);
    expect(shown(bookOf(chapter('a', '第一章', asks), chapter('b', '第二章', [])))).toEqual([
      '详见[第二章](../b/#s2)。',
    ]);
  });

  it('leaves headings, captions and links alone', () => {
    const url = 'https://example.org/';
    const link: Inline = { type: 'link', url, children: [{ type: 'text', value: '图 2' }] };
    const title: IdentifiedBlock = { ...heading(2, '（一）', '见图 2'), id: 's3' };
    const blocks = [title, figure('f1', '图 1'), figure('f2', '图 2'), text('p1', [link])];
    expect(shown(bookOf(chapter('a', '一、', blocks)))).toEqual([
      '见图 2',
      '比较图 2',
      '比较图 2',
      `[图 2](${url})`,
    ]);
  });

  it('leads a raised [7] to the one entry of the references with that number', () => {
    const mark: Inline = { type: 'superscript', children: [{ type: 'text', value: '[7]' }] };
    const entry = { marker: '[7]', id: 'p9' as const, children: [text('p9', '张伟.测度方法研究.')] };
    const list: IdentifiedBlock = { type: 'list', ordered: true, origins, items: [entry] };
    expect(shown(bookOf(chapter('a', '一、', [text('p1', [mark])]), chapter('b', '', [list])))[0]).toBe(
      '[[7]](../b/#p9)',
    );
  });

  it('gives the same when it is done twice', () => {
    const once = linkCrossReferences(
      bookOf(chapter('a', '一、', [text('p1', '见图 1。'), figure('f1', '图 1')])),
    );
    expect(linkCrossReferences(once)).toEqual(once);
  });
});
