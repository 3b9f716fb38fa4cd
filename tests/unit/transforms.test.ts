import { describe, expect, it } from 'vitest';
import type { Viewpoint } from '../../scripts/ingest/model/document.ts';
import { readArticle } from '../../scripts/ingest/readers/article/read-article.ts';
import { textOf } from '../../scripts/ingest/model/text-of.ts';
import { buildBook } from '../../scripts/ingest/transforms/build-book.ts';
import { chapterSlugs } from '../../scripts/ingest/transforms/chapter-slugs.ts';
import { mergeSources } from '../../scripts/ingest/transforms/merge-sources.ts';
import { markPages } from '../../scripts/ingest/transforms/mark-pages.ts';
import {
  listPlaces,
  matchViewpoints,
  placeViewpoints,
} from '../../scripts/ingest/transforms/place-viewpoints.ts';
import { splitChapters } from '../../scripts/ingest/transforms/split-chapters.ts';
import { bytesOf, markdownArticle } from '../support/article-page.ts';
import { idsInBook } from '../support/book-ids.ts';
import { heading, INVENTED_BODY, INVENTED_PDF, paragraph } from '../support/invented-document.ts';
import { EMPTY_MANIFEST } from '../support/link-targets.ts';

const ARTICLE = readArticle(bytesOf(markdownArticle('第二段。')), { fileName: 'article.md' }).document;
const KNOWN = { id: 'rivers', chapters: [], viewpoints: [], mentions: [], permalinks: EMPTY_MANIFEST };

function slugsOf(
  titles: readonly string[],
  recorded: { slug: string; title: string }[] = [],
): readonly string[] {
  return chapterSlugs(splitChapters(titles.map((title) => heading(1, '', title))).chapters, recorded);
}

function viewpoint(number: number, lead: string, rest = ''): Viewpoint {
  return { number, lead, children: [paragraph(lead + rest)], origins: [] };
}

describe('splitChapters', () => {
  it('cuts at the highest headings and keeps what stands before them', () => {
    const { before, chapters } = splitChapters([paragraph('题记'), ...INVENTED_BODY]);
    expect(before.map((block) => textOf([block]))).toEqual(['题记']);
    expect(chapters.map(({ title, matter }) => `${matter} ${title}`)).toEqual([
      'front 前言',
      'body 总体态势',
      'body 数据共享的断点',
      'back 附录一 名词解释',
    ]);
    expect(chapters.flatMap(({ heading: top, children }) => [top, ...children])).toEqual(INVENTED_BODY);
  });
});

describe('markPages', () => {
  it('marks a page that begins between two blocks at its first paragraph, once', () => {
    const body = [
      paragraph('甲', 3),
      paragraph('乙', 3),
      heading(2, '（一）', '丙', 4),
      paragraph('丁', 4),
      paragraph(
        [
          { type: 'text', value: '戊' },
          { type: 'pageMark', page: 5, label: '3' },
        ],
        4,
      ),
      paragraph('己', 5),
    ];
    const marked = markPages(body);
    const marks = marked.map((block) =>
      block.type === 'paragraph' && block.children[0]?.type === 'pageMark' ? block.children[0].label : '',
    );
    expect(marks).toEqual(['1', '', '', '2', '', '']);
    expect(markPages(marked)).toEqual(marked);
  });

  it('leaves out a page that a table over the page end has marked already', () => {
    const mark = { type: 'pageMark', page: 4, label: '2' } as const;
    const cell = { children: [mark, { type: 'text', value: '乙' } as const], columnSpan: 1, rowSpan: 1 };
    const [first] = paragraph('甲', 3).origins;
    const table = {
      type: 'table',
      origins: [first!],
      number: '表 1',
      caption: [],
      source: [],
      headerRows: 0,
      rows: [[cell]],
    } as const;
    const body = [paragraph('甲', 3), table, paragraph('丙', 4)];
    expect(markPages(body)[2]).toEqual(body[2]);
  });
});

describe('chapterSlugs', () => {
  it('knows the titles of front and back matter and numbers the others', () => {
    expect(slugsOf(['前言', '总体态势', '河湖治理', '附录一：表', '附录二'])).toEqual([
      'foreword',
      'chapter-2',
      'chapter-3',
      'appendix',
      'appendix-2',
    ]);
  });

  it('follows what a person recorded, also when the chapter moved or was reworded a little', () => {
    const recorded = [
      { slug: 'rivers', title: '河湖治理的进展' },
      { slug: 'chapter-1', title: '总体态势' },
    ];
    expect(slugsOf(['新的一章', '河湖治理新进展', '总体态势'], recorded)).toEqual([
      'chapter-1-2',
      'rivers',
      'chapter-1',
    ]);
  });
});

describe('placing viewpoints', () => {
  const chapters = splitChapters(INVENTED_BODY).chapters;
  const places = listPlaces(chapters, chapterSlugs(chapters, []));

  it('matches their words with chapters and sections', () => {
    const matched = matchViewpoints(
      [viewpoint(1, '河湖长制进入新阶段。'), viewpoint(2, '数据共享仍有断点，')],
      places,
    );
    expect(matched.map(({ chapter, section }) => chapter + section)).toEqual([
      'chapter-1（一）',
      'chapter-2',
    ]);
  });

  it('keeps their order even where a single word points back', () => {
    const matched = matchViewpoints(
      [viewpoint(1, '数据共享的断点逐步打通。'), viewpoint(2, '数据口径与河湖长制相关，共享断点是重点。')],
      places,
    );
    expect(matched.map(({ chapter }) => chapter)).toEqual(['chapter-2', 'chapter-2']);
  });

  it('follows a checked record and says where the words differ', () => {
    const recorded = [{ number: 1, chapter: 'chapter-2', checked: true }];
    const placed = placeViewpoints([viewpoint(1, '河湖长制进入新阶段。')], places, recorded);
    expect(placed.places[0]?.chapter).toBe('chapter-2');
    expect(placed.recorded).toEqual(recorded);
    expect(placed.messages.map(({ severity, reason }) => `${severity} ${reason}`)[0]).toMatch(
      /^info .*chapter-2.*chapter-1/u,
    );
  });

  it('warns where a checked record names a place that is not there', () => {
    const placed = placeViewpoints([viewpoint(1, '河湖长制进入新阶段。')], places, [
      { number: 1, chapter: 'chapter-1', section: '（九）', checked: true },
    ]);
    expect(placed.messages).toMatchObject([{ ruleId: 'report/viewpoints-placed', severity: 'warning' }]);
  });
});

describe('buildBook', () => {
  const { book, chapters, viewpoints } = buildBook(mergeSources(ARTICLE, INVENTED_PDF), KNOWN);

  it('takes the text from the PDF and the viewpoints from the article', () => {
    expect(chapters.map(({ slug }) => slug)).toEqual(['foreword', 'chapter-1', 'chapter-2', 'appendix']);
    expect(book.chapters.every(({ complete }) => complete)).toBe(true);
    expect(viewpoints.map(({ chapter, section }) => chapter + (section ?? ''))).toEqual([
      'chapter-1（一）',
      'chapter-2',
    ]);
    expect(book.introduction.map((block) => textOf([block]))[1]).toBe('第二段。');
  });

  it('gives an id to every heading, paragraph, item, figure, table, box and note', () => {
    const ids = [...book.chapters.map(({ id }) => id), ...idsInBook(book).map(([id]) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    const count = (letter: string): number => ids.filter((id) => id.startsWith(letter)).length;
    expect({ s: count('s'), f: count('f'), t: count('t'), c: count('c') }).toEqual({
      s: 5,
      f: 1,
      t: 1,
      c: 1,
    });
    expect(count('p')).toBe(15);
    expect(book.notes.map(({ id, label, chapter }) => `${id} ${label} ${chapter}`)).toEqual([
      'n1 1 chapter-1',
    ]);
    expect(book.viewpoints.map(({ id }) => id)).toEqual(['v1', 'v2']);
  });

  it('finds the paragraphs that carry a viewpoint, with their printed pages', () => {
    const texts = new Map<string, string>(idsInBook(book));
    const evidence = book.viewpoints.flatMap((entry) =>
      entry.evidence.map(({ id, label }) => `${label} ${texts.get(id) ?? ''}`),
    );
    expect(evidence.map((entry) => entry.slice(0, 10))).toEqual([
      '1 河湖管理进入新阶',
      '2 河湖长制在三十一',
      '4 跨省数据平均延迟',
    ]);
  });

  it('makes one chapter of a PDF that has no headings', () => {
    const { chapters: only } = buildBook(
      mergeSources(null, { ...INVENTED_PDF, body: [paragraph('一段话。')] }),
      KNOWN,
    );
    expect(only).toEqual([{ slug: 'text', title: '正文' }]);
  });

  it('makes chapters of the contents where there is no PDF', () => {
    const { book: bare } = buildBook(mergeSources(ARTICLE, null), KNOWN);
    expect(bare.chapters.map(({ title, complete }) => `${title} ${String(complete)}`)).toEqual([
      '总体态势 false',
      '发展展望 false',
    ]);
    expect(bare.chapters[0]?.children.map((block) => block.type)).toEqual(['heading', 'heading']);
  });
});
