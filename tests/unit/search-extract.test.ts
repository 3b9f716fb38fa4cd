import { describe, expect, test } from 'vitest';
import { extractPage } from '../../scripts/search/extract-page.ts';

const page = (inner: string, attributes = 'data-index'): string =>
  `<!doctype html><body><header><h1 id="x" data-passage="heading">页眉</h1></header>
   <main ${attributes} data-report="r" data-report-title="报告" data-chapter="c" data-chapter-title="章" data-chapter-order="2">${inner}</main>`;

const passages = (inner: string) =>
  extractPage(page(inner), 'r/c/')!.sections.flatMap((section) => section.passages);

describe('reading a rendered page', () => {
  test('a page that is not to be indexed gives nothing', () => {
    expect(extractPage(page('<p id="p1" data-passage="text">字</p>', ''), 'r/v/1/')).toBeUndefined();
    expect(extractPage('<main>data-index</main>', 'x/')).toBeUndefined();
  });

  test('the lines of a listing are words with a space between them', () => {
    const lines = '<span class="listing-line">fill(a)</span>\n<span class="listing-line">    exit</span>';
    expect(passages(`<div id="p1" data-passage="text"><pre><code>${lines}</code></pre></div>`)).toEqual([
      { id: 'p1', kind: 'text', text: 'fill(a) exit' },
    ]);
  });

  test('sections run from one heading to the next, and know their chapter', () => {
    const { sections, order } = extractPage(
      page(
        `<p id="p1" data-passage="text">前</p><h2 id="s1" data-passage="heading">一</h2><p id="p2" data-passage="text">甲</p>
         <h2 id="s2" data-passage="heading">二</h2>`,
      ),
      'r/c/',
    )!;
    expect(order).toBe(2);
    expect(sections.map(({ heading, passages: all }) => [heading, all.map(({ id }) => id).join()])).toEqual([
      ['章', 'p1'],
      ['一', 's1,p2'],
      ['二', 's2'],
    ]);
    expect(sections[0]).toMatchObject({
      url: 'r/c/',
      report: 'r',
      reportTitle: '报告',
      chapter: 'c',
      chapterTitle: '章',
    });
  });

  test('text is as a reader sees it: no gap for what is left out, one between cells and lines', () => {
    const [paragraph, table] = passages(
      `<p id="p1" data-passage="text">光波导<span data-search-ignore>第 7 页</span>技术<strong>成熟</strong>。
       <a data-search-ignore href="#p1">#</a></p>
       <data-table id="t1" data-passage="table"><table><caption>表 1<br>分类</caption><tr><th>甲</th><td>乙</td></tr></table>
       <button>复制</button></data-table>`,
    );
    expect(paragraph!.text).toBe('光波导技术成熟。');
    expect(table!.text).toBe('表 1 分类 甲 乙');
  });

  test('a caption inside a table stands for all its cells, under the id around it', () => {
    const [table] = passages(
      '<table id="t1"><caption data-passage="table">表 1</caption><tr><td>甲</td><td>乙</td></tr></table>',
    );
    expect(table).toMatchObject({ id: 't1', kind: 'table', text: '表 1 甲 乙' });
  });

  test('a passage inside another is its own', () => {
    const all = passages(
      '<div id="c1" data-passage="text">外<p id="p1" data-passage="viewpoint">内</p></div>',
    );
    expect(all.map(({ id, text }) => `${id} ${text}`)).toEqual(['c1 外', 'p1 内']);
  });

  test('every passage knows the printed page on which it begins', () => {
    const mark = (label: string): string =>
      `<span data-page-label="${label}" data-search-ignore>第 ${label} 页</span>`;
    const all = passages(
      `<h2 id="s1" data-passage="heading" data-page-label="6">一</h2><p id="p1" data-passage="text">甲${mark('7')}乙</p>
       <p id="p2" data-passage="text">丙</p><p id="p3" data-passage="text">${mark('8')}丁</p>
       <figure id="f1"><figcaption data-passage="figure" data-page-label="5">图</figcaption></figure>
       <p id="p4" data-passage="text">戊</p>`,
    );
    expect(all.map(({ id, label }) => `${id} ${label}`)).toEqual([
      's1 6',
      'p1 6',
      'p2 7',
      'p3 8',
      'f1 5',
      'p4 8',
    ]);
  });

  test.each([
    ['no id', '<p data-passage="text">字</p>', 'has no id'],
    ['an unknown kind', '<p id="p1" data-passage="poem">字</p>', 'data-passage="poem" on #p1 is none of'],
  ])('a passage with %s is an error that names it', (_what, inner, message) => {
    expect(() => passages(inner)).toThrow(message);
  });
});
