import { describe, expect, it } from 'vitest';
import type { ContentsEntry, ReportDocument, Viewpoint } from '../../scripts/ingest/model/document.ts';
import { textOf } from '../../scripts/ingest/model/text-of.ts';
import { mergeSources } from '../../scripts/ingest/transforms/merge-sources.ts';
import { heading, INVENTED_PDF, paragraph } from '../support/invented-document.ts';

const entry = (number: string, title: string): ContentsEntry => ({ level: 1, number, title, label: '' });
const viewpoint = (lead: string): Viewpoint => ({ number: 1, lead, children: [], origins: [] });

const PDF: ReportDocument = {
  ...INVENTED_PDF,
  viewpoints: [viewpoint('PDF')],
  messages: [{ ruleId: 'pdf/accounted', severity: 'info', reason: 'pdf' }],
};
const ARTICLE: ReportDocument = {
  ...INVENTED_PDF,
  source: { kind: 'article', sha256: 'c'.repeat(64), pageCount: 0 },
  body: [paragraph('导语')],
  viewpoints: [viewpoint('文章')],
  contents: [entry('一、', '文章的目录')],
  notes: { z: { label: '9', children: [] } },
  furniture: [{ kind: 'advert', text: '扫码', origins: [] }],
  messages: [{ ruleId: 'article/has-contents', severity: 'info', reason: 'article' }],
};

describe('mergeSources', () => {
  it('takes body and notes from the PDF, introduction and viewpoints from the article', () => {
    const merged = mergeSources(ARTICLE, PDF);
    expect(textOf(merged.body)).toBe(textOf(PDF.body));
    expect(merged.notes).toBe(PDF.notes);
    expect(textOf(merged.introduction)).toBe('导语');
    expect(merged.viewpoints).toBe(ARTICLE.viewpoints);
    expect(merged.complete).toBe(true);
  });

  it('has furniture, messages and sources of both, the PDF first', () => {
    const { furniture, messages, sources } = mergeSources(ARTICLE, PDF);
    expect(furniture.map(({ kind }) => kind)).toEqual(['pageNumber', 'advert']);
    expect(messages.map(({ reason }) => reason)).toEqual(['pdf', 'article']);
    expect(sources.map(({ kind }) => kind)).toEqual(['pdf', 'article']);
  });

  it('takes the contents of the PDF where it has any, else those of the article', () => {
    expect(mergeSources(ARTICLE, PDF).contents).toBe(PDF.contents);
    expect(mergeSources(ARTICLE, { ...PDF, contents: [] }).contents).toBe(ARTICLE.contents);
    expect(mergeSources(null, { ...PDF, contents: [] }).contents).toEqual([]);
  });

  it('takes the viewpoints of the PDF where the article has none or is not there', () => {
    expect(mergeSources({ ...ARTICLE, viewpoints: [] }, PDF).viewpoints).toBe(PDF.viewpoints);
    expect(mergeSources(null, PDF).viewpoints).toBe(PDF.viewpoints);
  });

  it('makes headings of the contents where there is only an article', () => {
    const contents = [
      entry('', '前 言'),
      entry('一、', '总体态势'),
      entry('', '附录 术语'),
      entry('', '后来'),
    ];
    const { body, complete, notes } = mergeSources({ ...ARTICLE, contents }, null);
    expect(complete).toBe(false);
    expect(notes).toBe(ARTICLE.notes);
    expect(body).toMatchObject([
      { type: 'heading', number: '', matter: 'front', children: [{ value: '前 言' }] },
      { number: '一、' },
      { number: '', matter: 'back' },
      { number: '', children: [{ value: '后来' }] },
    ]);
    expect(body.map((block) => 'matter' in block)).toEqual([true, false, true, false]);
  });

  it('never takes a numbered chapter for front or back matter', () => {
    const [only] = mergeSources({ ...ARTICLE, contents: [entry('一、', '前言')] }, null).body;
    expect(only && 'matter' in only).toBe(false);
  });

  it('gives a PDF without any heading one, and leaves one that has any, or no text at all', () => {
    const bodyOf = (body: ReportDocument['body']): readonly string[] =>
      mergeSources(null, { ...PDF, body }).body.map((block) => `${block.type} ${textOf([block])}`);
    expect(bodyOf([paragraph('甲')])).toEqual(['heading 正文', 'paragraph 甲']);
    expect(bodyOf([paragraph('甲'), heading(3, '', '乙')])).toEqual(['paragraph 甲', 'heading 乙']);
    expect(bodyOf([])).toEqual([]);
  });

  it('has nothing where there is no source', () => {
    expect(mergeSources(null, null)).toMatchObject({ body: [], introduction: [], notes: {}, sources: [] });
  });
});
