import { describe, expect, it } from 'vitest';
import { at, chapterAddress, pdfPageAddress } from '../../src/lib/address.ts';
import { groupFurniture, summarise } from '../../src/lib/audit-notes.ts';
import { cssString } from '../../src/lib/css-string.ts';
import { resolveMoved } from '../../src/lib/moved.ts';
import { originalStart } from '../../src/lib/original-pages.ts';
import { numberedTitle } from '../../src/lib/numbered-title.ts';
import { formatDate, neighbours, readingMinutes } from '../../src/lib/reading.ts';
import { splitTitle } from '../../src/lib/split-title.ts';
import { splitHead } from '../../src/lib/table-head.ts';
import type { Permalink } from '../../src/schema/permalinks.ts';

const permalink = (entry: Partial<Permalink> & { id: string; chapter: string }): Permalink => ({
  starts: '',
  digest: '',
  sketch: '',
  ...entry,
});

describe('addresses', () => {
  it('stand below the base path, whether or not it ends in a slash', () => {
    expect(at('search/', '/')).toBe('/search/');
    expect(at('search/', '/reports')).toBe('/reports/search/');
    expect(at('/search/', '/reports/')).toBe('/reports/search/');
  });

  it('lead to a place in a chapter and to a physical page of a PDF', () => {
    expect(chapterAddress('book', 'overview', 'p14')).toBe('/book/overview/#p14');
    expect(pdfPageAddress('https://example.org/a.pdf', 12)).toBe('https://example.org/a.pdf#page=12');
  });
});

describe('the start of a chapter in the original', () => {
  const pages = { chapters: { sky: 8 }, offset: 6, source: '目录', checked: false };
  const url = 'https://example.org/a.pdf';

  it('opens the PDF at the physical page, and names the printed one', () => {
    expect(originalStart({ url, pages }, 'sky')).toEqual({ label: '8', address: `${url}#page=14` });
  });

  it('is not known where its page, or the address of the PDF, is not', () => {
    expect(originalStart({ url, pages }, 'lamps')).toBeUndefined();
    expect(originalStart({ url }, 'sky')).toBeUndefined();
    expect(originalStart({ pages }, 'sky')).toBeUndefined();
    expect(originalStart(undefined, 'sky')).toBeUndefined();
  });
});

describe('what stands in brackets at the end of a title', () => {
  it.each([
    ['人工智能发展报告（2024年）', '人工智能发展报告', '（2024年）'],
    ['发展（上）报告', '发展（上）报告', ''],
    ['报告（甲乙丙丁戊己）', '报告', '（甲乙丙丁戊己）'],
    ['报告（甲乙丙丁戊己庚）', '报告（甲乙丙丁戊己庚）', ''],
  ])('is kept together where it is short: %s', (title, name, bracket) => {
    expect(splitTitle(title)).toEqual({ name, bracket });
  });
});

describe('the head of a table', () => {
  const [caption, first, second] = [
    '<caption>表</caption>',
    '<tr><th>甲</th></tr>',
    '<tr class="b"><td>1</td></tr>',
  ];

  it('is as many rows as are said, behind the caption', () => {
    expect(splitHead(caption + first + second, 1)).toEqual({ caption, head: first, body: second });
    expect(splitHead(first + second, 2)).toEqual({ caption: '', head: first + second, body: '' });
    expect(splitHead(caption + first, 0)).toEqual({ caption, head: '', body: first });
  });

  it('is none where a cell of it reaches into the body', () => {
    const tall = '<tr><th rowspan="2">甲</th><th>乙</th></tr>';
    expect(splitHead(tall + second, 1)).toEqual({ caption: '', head: '', body: tall + second });
    expect(splitHead(tall + second, 2)).toEqual({ caption: '', head: tall + second, body: '' });
  });

  it('is none where the table has fewer rows', () => {
    expect(splitHead(caption + first, 2)).toEqual({ caption, head: '', body: first });
    expect(splitHead(caption, 1)).toEqual({ caption, head: '', body: '' });
  });
});

describe('a string of CSS', () => {
  it('ends where the text ends, whatever the text holds', () => {
    expect(cssString('“甲”')).toBe('"“甲”"');
    expect(cssString('a"b\\c')).toBe('"a\\"b\\\\c"');
    expect(cssString('a\nb')).toBe('"a\\a b"');
  });
});

describe('dates and times', () => {
  it('are as precise as the date that is known', () => {
    expect(formatDate('2024-11-29')).toBe('2024年11月29日');
    expect(formatDate('2024-11')).toBe('2024年11月');
    expect(formatDate('2024')).toBe('2024年');
  });

  it('name at least one minute of reading', () => {
    expect(readingMinutes(0)).toBe(1);
    expect(readingMinutes(2550)).toBe(10);
    expect(readingMinutes(2280, 'en')).toBe(10);
  });
});

it('neighbours of the first and last member are missing, never wrapped', () => {
  expect(neighbours(['a', 'b', 'c'], 0)).toEqual({ previous: undefined, next: 'b' });
  expect(neighbours(['a', 'b', 'c'], 2)).toEqual({ previous: 'b', next: undefined });
});

describe('moved passages', () => {
  it('lead from the former page to the page on which the passage stands now', () => {
    const entries = [permalink({ id: 'p1', chapter: 'b', formerly: ['a'] })];
    expect(resolveMoved(entries, 'a')).toEqual([{ id: 'p1', target: { chapter: 'b', id: 'p1' } }]);
    expect(resolveMoved(entries, 'b')).toEqual([]);
  });

  it('follow replacements over several versions', () => {
    const entries = [
      permalink({ id: 'p1', chapter: 'a', replacedBy: 'p2' }),
      permalink({ id: 'p2', chapter: 'a', replacedBy: 'p3' }),
      permalink({ id: 'p3', chapter: 'b' }),
    ];
    expect(resolveMoved(entries, 'a')).toEqual([
      { id: 'p1', target: { chapter: 'b', id: 'p3' } },
      { id: 'p2', target: { chapter: 'b', id: 'p3' } },
    ]);
  });

  it('end where replacements run in a ring or lead nowhere', () => {
    const ring = [
      permalink({ id: 'p1', chapter: 'a', replacedBy: 'p2' }),
      permalink({ id: 'p2', chapter: 'a', replacedBy: 'p1' }),
    ];
    expect(resolveMoved(ring, 'a').map(({ target }) => target)).toEqual([undefined, undefined]);
    expect(
      resolveMoved([permalink({ id: 'p1', chapter: 'a', replacedBy: 'p9' })], 'a')[0]?.target,
    ).toBeUndefined();
  });
});

it('messages become one note a rule, with each place once, and leave out what is only for makers', () => {
  const message = (ruleId: string, page?: number) => ({
    ruleId,
    severity: 'warning' as const,
    reason: '',
    ...(page ? { page } : {}),
  });
  const notes = summarise([
    message('pdf/table-structure', 3),
    message('pdf/table-structure', 3),
    message('pdf/table-structure', 5),
    message('pdf/within-limits'),
  ]);
  expect(notes).toHaveLength(1);
  expect(summarise([{ ruleId: 'pdf/accounted', severity: 'info', reason: 'All is well.' }])).toEqual([]);
  expect(notes[0]).toMatchObject({ places: ['PDF 第 3 页', 'PDF 第 5 页'], count: 3 });
});

it('furniture is one row a kind, in the words of a reader, the largest first', () => {
  const count = (kind: string, characters: number) => ({ kind, reason: 'any', characters, items: 1 });
  expect(groupFurniture([count('header', 3), count('advert', 9), count('header', 4)])).toEqual([
    { name: '推广与关注提示', items: 1, characters: 9 },
    { name: '页眉', items: 2, characters: 7 },
  ]);
});

describe('a title with its number', () => {
  it.each([
    ['Chapter 1', 'Stepper', 'Chapter 1 Stepper'],
    ['第一章', '河湖', '第一章 河湖'],
    ['1.2', 'Rivers', '1.2 Rivers'],
    ['1.', '背景', '1. 背景'],
    ['2)', '目标', '2) 目标'],
  ])('keeps a space after %s', (number, title, joined) => {
    expect(numberedTitle({ number, title })).toBe(joined);
  });

  it.each([
    ['一、', '背景', '一、背景'],
    ['（一）', '背景', '（一）背景'],
    ['附录A：', '名录', '附录A：名录'],
    ['5．', '背景', '5．背景'],
    ['', '背景', '背景'],
  ])('needs none after %s', (number, title, joined) => {
    expect(numberedTitle({ number, title })).toBe(joined);
  });
});
