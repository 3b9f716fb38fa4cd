import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../scripts/ingest/model/document.ts';
import { textOf } from '../../scripts/ingest/model/text-of.ts';
import { readArticle } from '../../scripts/ingest/readers/article/read-article.ts';
import { bytesOf } from '../support/article-page.ts';

/** An article of these paragraphs as a Markdown export, with `front` as its front matter. */
function read(paragraphs: readonly string[], front: readonly string[] = []): ReportDocument {
  const fence = front.length > 0 ? ['---', ...front, '---', ''].join('\n') : '';
  return readArticle(bytesOf(fence + paragraphs.join('\n\n')), { fileName: 'article.md' }).document;
}

const bodyOf = ({ body }: ReportDocument): readonly string[] => body.map((block) => textOf([block]));
const asideOf = ({ furniture }: ReportDocument): readonly string[] =>
  furniture.map(({ text, kind }) => `${kind} ${text}`);
const viewpointsOf = ({ viewpoints }: ReportDocument): readonly string[] =>
  viewpoints.map(
    ({ marker, children }) => `${marker ?? ''}|${children.map((child) => textOf([child])).join('|')}`,
  );
const contentsOf = ({ contents }: ReportDocument): readonly string[] =>
  contents.map(({ level, number, title, label }) => [level, number, title, label].join('|'));

const VIEWPOINTS = ['核心观点', '1. 甲。', '2. 乙。'];
const CONTENTS = ['目录', '一、丙', '二、丁'];
const END = '（来源：某院）';

describe('the lead of an article', () => {
  it('keeps a release note and credits apart: one is text there, the other never is', () => {
    const document = read([
      '（来源：某报）',
      '责编：张三',
      '正文。',
      ...VIEWPOINTS,
      ...CONTENTS,
      END,
      '广告词',
    ]);
    expect(bodyOf(document)).toEqual(['（来源：某报）', '正文。', END]);
    expect(asideOf(document)).toEqual([
      'other 责编：张三',
      'contents 核心观点',
      'contents 目录',
      'advert 广告词',
    ]);
  });

  it('loses neither headings, which are strong, nor bulleted items, which are one list', () => {
    const { body } = read(
      ['# 题', '## 小题', '- 子', '- 丑', '寅。', '- 卯', ...VIEWPOINTS, END],
      ['title: 题'],
    );
    expect(body.map(({ type }) => type)).toEqual(['paragraph', 'list', 'paragraph', 'list', 'paragraph']);
    expect(body[0]).toMatchObject({ children: [{ type: 'strong' }] });
    expect(body[1]).toMatchObject({ items: [{}, {}], origins: [{ line: 8 }, { line: 10 }] });
    expect(body[2]).toMatchObject({ children: [{ type: 'text' }] });
  });
});

describe('the name of the account', () => {
  it('is set aside where it is a line, and kept inside a sentence', () => {
    const document = read(['示例账号', '示例账号发布报告。', ...VIEWPOINTS, END], ['source: 示例账号']);
    expect(bodyOf(document)).toEqual(['示例账号发布报告。', END]);
    expect(document.furniture).toContainEqual({
      kind: 'interface',
      text: '示例账号',
      reason: 'name of the account that published the article',
      origins: [{ kind: 'article', line: 4 }],
    });
  });
});

describe('viewpoints of an article', () => {
  it('start with the next number in the style of the first; any other line continues them', () => {
    const lines = ['1. 甲。', '（二）乙。', '2. 丙。', '2. 丁。', '4. 戊。', '3. 己。'];
    expect(viewpointsOf(read(['核心观点', ...lines, ...CONTENTS, END]))).toEqual([
      '1.|甲。|（二）乙。',
      '2.|丙。|2. 丁。|4. 戊。',
      '3.|己。',
    ]);
  });

  it.each([
    ['01', '甲。', '02', '乙。'],
    ['观点一：甲。', '观点二：乙。'],
    ['一是甲。', '二是乙。'],
  ])('may be numbered as %s', (...lines) => {
    expect(viewpointsOf(read(['核心观点', ...lines, ...CONTENTS, END]))).toHaveLength(2);
  });

  it('are text of the article where they are not numbered from 1, in their place', () => {
    const document = read(['前。', '核心观点', '2. 甲。', '乙。', ...CONTENTS, END]);
    expect(bodyOf(document)).toEqual(['前。', '2. 甲。', '乙。', END]);
    expect(document.messages.map(({ reason }) => reason)).toEqual([
      'The article announces core viewpoints, but they are not numbered from 1.',
    ]);
  });

  it('may be missing, and the contents may be, but not both', () => {
    expect(read([...CONTENTS, END]).messages.map(({ ruleId }) => ruleId)).toEqual(['article/has-viewpoints']);
    expect(read([...VIEWPOINTS, END]).messages.map(({ ruleId }) => ruleId)).toEqual(['article/has-contents']);
    expect(read([...VIEWPOINTS, ...CONTENTS, END]).messages).toEqual([]);
    expect(() => read(['正文。', END])).toThrow(/neither core viewpoints/u);
  });
});

describe('the contents in an article', () => {
  it('have levels by their numbering, down to the fourth, and pages', () => {
    const lines = ['前言', '第一章 甲 …… 3', '第一节 乙 4', '一、丙', '（一）丁', '1. 戊', '附录A 己'];
    expect(contentsOf(read([...VIEWPOINTS, '目录', ...lines, END]))).toEqual([
      '1||前言|',
      '1|第一章|甲|3',
      '2|第一节|乙|4',
      '3|一、|丙|',
      '4|（一）|丁|',
      '4|1.|戊|',
      '1||附录A 己|',
    ]);
  });

  it('set the dots before a page aside, and nothing where there are none', () => {
    const document = read(['目录', '一、甲 …… 3', '二、乙 4', END]);
    expect(asideOf(document)).toEqual(['contents 目录', 'contents ……']);
  });

  it('may stand in one paragraph, a line each', () => {
    expect(contentsOf(read(['目录', '一、甲  \n前言  \n二、乙', END]))).toEqual([
      '1|一、|甲|',
      '1||前言|',
      '1|二、|乙|',
    ]);
  });

  it('end where a line is no entry', () => {
    const document = read(['目录', '一、甲', '本报告由多方完成，特此说明。', '二、乙', END]);
    expect(contentsOf(document)).toEqual(['1|一、|甲|']);
    expect(bodyOf(document)).toEqual(['本报告由多方完成，特此说明。', '二、乙', END]);
  });
});

describe('the end of an article', () => {
  it('is a release note, credits or clutter after the last list', () => {
    for (const end of [END, '责编：张三', '扫码订阅', '在看'])
      expect(() => read([...VIEWPOINTS, end]), end).not.toThrow();
    for (const end of ['责编：张三', '扫码订阅', '在看'])
      expect(() => read([end, ...VIEWPOINTS]), end).toThrow(/cut off/u);
    // What comes before a second list is not the end of the article.
    expect(() => read([...VIEWPOINTS, '扫码订阅', ...CONTENTS])).toThrow(/cut off/u);
  });

  it('leaves nothing in the body after a release note or credits; a promotion ends no text', () => {
    expect(bodyOf(read([...CONTENTS, '责编：张三', '后。']))).toEqual([]);
    expect(bodyOf(read([...CONTENTS, '后。', '扫码订阅', '再后。']))).toEqual(['后。', '再后。']);
  });
});

describe('what an article says about itself', () => {
  it('is nothing where it has no title, date, address or account, and names no report', () => {
    expect(read([...VIEWPOINTS, END]).metadata).toStrictEqual({ title: '' });
    expect(read([...VIEWPOINTS, END], ['date: 三月', 'url: ""', 'source:']).metadata).toStrictEqual({
      title: '',
    });
  });

  it('is in the front matter, whose lines are set aside in their places', () => {
    const front = ['title: 甲', '', 'url: https://e.org/', 'date: 2030-03-04T10:00'];
    const document = read([...VIEWPOINTS, END], front);
    expect(document.metadata).toStrictEqual({ title: '甲', url: 'https://e.org/', date: '2030-03-04' });
    const lines = document.furniture.filter(({ kind }) => kind === 'cover').map(({ origins }) => origins[0]);
    expect(lines).toMatchObject([{ line: 2 }, { line: 4 }, { line: 5 }]);
  });

  it('has the first heading for a title where nothing else names it', () => {
    expect(read(['前。', '## 甲', '# 乙', ...VIEWPOINTS, END]).metadata.title).toBe('甲');
  });
});

describe('the file of an article', () => {
  const page = [...VIEWPOINTS, END].map((line) => `<p>${line}</p>`).join('');

  it('is a web page by its name or by how it begins', () => {
    const inner = `<div id="js_content">${page}</div>`;
    for (const [source, fileName] of [
      [inner, 'a.htm'],
      [inner, 'A.HTML'],
      [` <html lang="zh">${inner}`, 'a.txt'],
      [`<!doctype html>${inner}`, 'a'],
    ] as const) {
      expect(readArticle(bytesOf(source), { fileName }).document.viewpoints, fileName).toHaveLength(2);
    }
  });

  it('sets hidden text and alternative texts aside', () => {
    const hidden = '<p style="display:none">隐藏的句子。</p><p><img alt="插图说明"></p>';
    const { document } = readArticle(bytesOf(`<div id="js_content">${hidden}${page}</div>`), {
      fileName: 'a.html',
    });
    expect(document.furniture.map(({ text, reason }) => `${text} ${reason ?? ''}`)).toEqual([
      '隐藏的句子。 hidden on the page',
      '插图说明 alternative text of a picture of the page',
      '核心观点 announces a list that the page announces itself',
    ]);
  });

  it('is quoted where it is cut off, with 40 characters of its last line at most', () => {
    const cut =
      (length: number): (() => unknown) =>
      () =>
        read([...VIEWPOINTS, '字'.repeat(length)]);
    expect(cut(40)).toThrow(`“${'字'.repeat(40)}”`);
    expect(cut(41)).toThrow(`“${'字'.repeat(40)}…”`);
  });
});
