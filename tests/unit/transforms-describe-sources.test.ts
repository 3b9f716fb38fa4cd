import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../scripts/ingest/model/document.ts';
import { IngestError } from '../../scripts/ingest/model/errors.ts';
import {
  articleAddress,
  describeReport,
  requireNamedPdf,
} from '../../scripts/ingest/transforms/describe-report.ts';
import { type Report, reportSchema } from '../../src/schema/report.ts';
import { INVENTED_PDF, paragraph } from '../support/invented-document.ts';

type Metadata = Partial<ReportDocument['metadata']>;

const pdf = (metadata: Metadata, more: Partial<ReportDocument> = {}): ReportDocument => ({
  ...INVENTED_PDF,
  metadata: { title: '', ...metadata },
  ...more,
});
const article = (metadata: Metadata) => ({ document: pdf(metadata), file: 'sources/a.md' });
const KNOWN: Report = reportSchema.parse({
  title: '河湖管理报告',
  publisher: '院',
  released: '2030',
  notice: '来源：院',
});

describe('title, publisher and date', () => {
  it('come from the PDF first, the date from the article', () => {
    const report = describeReport('rivers', null, {
      article: article({ reportTitle: '文章说的题目', publisher: '文章说的院', released: '2030-03-01' }),
      pdf: pdf({ title: '题目', subtitle: '副题', publisher: '院', date: '2030-02', number: 'No.1' }),
    });
    expect(report).toMatchObject({
      title: '题目',
      subtitle: '副题',
      publisher: '院',
      number: 'No.1',
      released: '2030-03-01',
    });
  });

  it('come from the article where the PDF has none', () => {
    const report = describeReport('rivers', null, {
      article: article({ reportTitle: '文章说的题目', publisher: '文章说的院', date: '2030-03-04' }),
      pdf: pdf({ title: '' }, { body: [] }),
    });
    expect(report).toMatchObject({ title: '文章说的题目', publisher: '文章说的院', released: '2030-03-04' });
    expect(report).not.toHaveProperty('subtitle');
    expect(report).not.toHaveProperty('number');
  });

  it('are guesses, by name, where an article alone does not tell them', () => {
    const guessed = (metadata: Metadata): Report['guessed'] =>
      describeReport('rivers', null, { article: article(metadata), pdf: null }).guessed;
    expect(guessed({ publisher: '院', released: '2030' })).toEqual(['title']);
    expect(guessed({ reportTitle: '题', released: '2030' })).toEqual(['publisher']);
    expect(guessed({ reportTitle: '题', publisher: '院', date: '2030' })).toEqual(['released']);
    expect(guessed({ reportTitle: '题', publisher: '院', released: '2030' })).toBeUndefined();
  });

  it.each<[string, ReportDocument, string]>([
    ['the year in its title', pdf({ title: '河湖报告（1998年）' }), '1998'],
    ['not a number that is no year', pdf({ title: '河湖报告2030' }, { body: [paragraph('2029年')] }), '2029'],
    [
      'the day on which the file was made',
      pdf({ title: '报告' }, { source: { ...INVENTED_PDF.source, created: '2031-01-05' } }),
      '2031-01-05',
    ],
    [
      'the year it names most',
      pdf({ title: '报告' }, { body: [paragraph('2031年、2029年、2029年')] }),
      '2029',
    ],
    ['the later of two', pdf({ title: '报告' }, { body: [paragraph('2028年、2029年')] }), '2029'],
  ])('of an undated report are guessed: %s', (_, document, released) => {
    expect(describeReport('rivers', null, { article: null, pdf: document }).released).toBe(released);
  });

  it('name the report in the notice where no publisher is known', () => {
    const nameless = describeReport('rivers', null, {
      article: null,
      pdf: pdf({ title: '题', date: '2030' }),
    });
    expect(nameless).toMatchObject({ publisher: '出版者不详', notice: '来源：《题》' });
  });
});

describe('the article', () => {
  const describeIt = (metadata: Metadata, known: Report | null = KNOWN) =>
    describeReport('rivers', known, { article: article(metadata), pdf: null });

  it('is described by what it says of itself', () => {
    const url = 'https://mp.weixin.qq.com/s/abc';
    const said = { account: '账号', original: '原文', url: `${url}?x=1`, date: '2030-03-04' };
    expect(describeIt(said).article).toEqual({
      file: 'sources/a.md',
      account: '账号',
      original: '原文',
      url,
      published: '2030-03-04',
    });
    expect(describeIt({ url: 'no address' }).article).toStrictEqual({ file: 'sources/a.md' });
  });

  it('keeps what people wrote of it, but for the name of its file', () => {
    const known = { ...KNOWN, article: { file: 'sources/old.md', account: '另一账号' } };
    expect(describeIt({ account: '账号' }, known).article).toEqual({
      file: 'sources/a.md',
      account: '另一账号',
    });
    expect(describeReport('rivers', known, { article: null, pdf: null }).article).toEqual(known.article);
    expect(describeReport('rivers', KNOWN, { article: null, pdf: null })).not.toHaveProperty('article');
  });

  it.each([
    ['河湖管理报告甲乙丙丁戊', true],
    ['河湖管理报告甲乙丙丁戊己', false],
  ])('is about this report where at least half of all pairs are the same: %s', (reportTitle, isSame) => {
    // Five pairs of the known title among ten or eleven.
    if (isSame) expect(describeIt({ reportTitle }).title).toBe(KNOWN.title);
    else expect(() => describeIt({ reportTitle })).toThrow(IngestError);
  });

  it('tells where the PDF is, by a safe address', () => {
    expect(describeIt({ pdfUrl: 'HTTP://example.org/a.pdf' }).pdf).toEqual({
      url: 'https://example.org/a.pdf',
    });
    const known = { ...KNOWN, pdf: { url: 'https://example.org/b.pdf' } };
    expect(describeIt({ pdfUrl: 'https://example.org/a.pdf' }, known).pdf).toEqual(known.pdf);
    expect(describeIt({})).not.toHaveProperty('pdf');
  });
});

describe('a PDF that report.yaml names', () => {
  const named = (known: Report['pdf']) => () => requireNamedPdf({ ...KNOWN, pdf: known }, 'b'.repeat(64));
  const url = 'https://example.org/a.pdf';

  it('is refused only where address and sum are named and the sum differs', () => {
    expect(named({ url, sha256: 'c'.repeat(64) })).toThrow(IngestError);
    expect(named({ url, sha256: 'b'.repeat(64) })).not.toThrow();
    expect(named({ url })).not.toThrow();
    expect(named({ sha256: 'c'.repeat(64) })).not.toThrow();
    expect(() => requireNamedPdf(null, 'b')).not.toThrow();
  });
});

describe('the address of an article', () => {
  it.each([
    ['https://mp.weixin.qq.com/s?__biz=a&mid=1&idx=2', 'https://mp.weixin.qq.com/s?__biz=a&mid=1&idx=2'],
    [
      'https://mp.weixin.qq.com/s?sn=4&x=5&idx=3&mid=2&__biz=1#rd',
      'https://mp.weixin.qq.com/s?__biz=1&mid=2&idx=3&sn=4',
    ],
    ['https://mp.weixin.qq.com/s/?x=1#rd', 'https://mp.weixin.qq.com/s/?x=1'],
    ['https://mp.weixin.qq.com/s/a?x=1#rd', 'https://mp.weixin.qq.com/s/a'],
    ['https://example.org/s/a?x=1#rd', 'https://example.org/s/a?x=1#rd'],
  ])('keeps what names it: %s', (address, kept) => {
    expect(articleAddress(address)).toBe(kept);
  });
});
