import { describe, expect, it } from 'vitest';
import { type Report, reportSchema } from '../../src/schema/report.ts';
import { IngestError } from '../../scripts/ingest/model/errors.ts';
import type { ReportDocument } from '../../scripts/ingest/model/document.ts';
import { readArticle } from '../../scripts/ingest/readers/article/read-article.ts';
import {
  articleAddress,
  describeGuesses,
  describeReport,
} from '../../scripts/ingest/transforms/describe-report.ts';
import { bytesOf, markdownArticle } from '../support/article-page.ts';
import { INVENTED_PDF, paragraph } from '../support/invented-document.ts';

const ARTICLE = {
  document: readArticle(bytesOf(markdownArticle('第二段。')), { fileName: 'article.md' }).document,
  file: 'sources/article.md',
};
const NAMELESS: ReportDocument = {
  ...INVENTED_PDF,
  metadata: { title: '' },
  body: [paragraph('2030年比2029年多，2030年底达到一百。')],
};

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof IngestError ? error.code : String(error);
  }
  return '';
}

describe('describeReport', () => {
  it('reads title, publisher, number and date from the cover', () => {
    const report = describeReport('rivers', null, { article: null, pdf: INVENTED_PDF });
    expect(report).toEqual({
      title: '河湖管理报告（2030年）',
      publisher: '示例研究院',
      number: 'No.203002',
      released: '2030-02',
      notice: '来源：示例研究院',
      pdf: { sha256: 'a'.repeat(64) },
      chapters: [],
      mentions: [],
      viewpoints: [],
    });
    expect(describeGuesses(report)).toEqual([]);
  });

  it('takes the day of release from the article, which knows it better than the cover', () => {
    const report = describeReport('rivers', null, { article: ARTICLE, pdf: INVENTED_PDF });
    expect(report.released).toBe('2030-03-01');
    expect(report.article).toEqual({
      file: 'sources/article.md',
      account: '示例账号',
      published: '2030-03-04',
    });
  });

  it('keeps what people wrote', () => {
    const known: Report = reportSchema.parse({
      title: '河湖管理报告（2030年版）',
      publisher: '示例研究院（示例市）',
      released: '2030-03',
      notice: '来源：示例',
      article: { file: 'sources/article.md', account: '另一账号' },
    });
    const report = describeReport('rivers', known, { article: ARTICLE, pdf: INVENTED_PDF });
    expect(report).toMatchObject({
      title: known.title,
      publisher: known.publisher,
      released: '2030-03',
      notice: '来源：示例',
    });
    expect(report.article?.account).toBe('另一账号');
  });

  it('guesses what the sources do not tell, and says so on every run', () => {
    const given = { article: null, pdf: NAMELESS };
    const report = describeReport('rivers', null, given);
    expect(report).toMatchObject({
      title: 'rivers',
      publisher: '出版者不详',
      released: '2030',
      notice: '来源：《rivers》',
    });
    expect(report.guessed).toEqual(['title', 'publisher', 'released']);
    for (const known of [report, describeReport('rivers', report, given)]) {
      expect(describeGuesses(known).map(({ reason }) => /“(\w+):/u.exec(reason)?.[1])).toEqual([
        'title',
        'publisher',
        'released',
      ]);
    }
    const made = { ...NAMELESS, source: { ...NAMELESS.source, created: '2031-01-05' } };
    expect(describeReport('rivers', null, { article: null, pdf: made }).released).toBe('2031-01-05');
  });

  it('is never stopped by a date that nobody knows: it says where to write it', () => {
    const undated = { ...NAMELESS, body: [paragraph('没有年份。')] };
    const report = describeReport('rivers', null, { article: null, pdf: undated });
    expect(report).not.toHaveProperty('released');
    expect(reportSchema.safeParse(report).success).toBe(true);
    const last = describeGuesses(report).at(-1);
    expect(last?.reason).toContain('日期不详');
    expect(last?.hint).toContain('into report.yaml');
  });

  it('gives a guess up where a person or a source knows better, and not before', () => {
    const guess = describeReport('rivers', null, { article: null, pdf: NAMELESS });
    const told = describeReport('rivers', guess, { article: null, pdf: INVENTED_PDF });
    expect(told).toMatchObject({
      title: '河湖管理报告（2030年）',
      publisher: '示例研究院',
      released: '2030-02',
    });
    expect(told).not.toHaveProperty('guessed');
    const written = { ...guess, publisher: '某院', guessed: ['title', 'released'] as const };
    const kept = describeReport('rivers', reportSchema.parse(written), { article: null, pdf: NAMELESS });
    expect([kept.publisher, kept.guessed]).toEqual(['某院', ['title', 'released']]);
  });

  it('refuses a source of another report', () => {
    const known = reportSchema.parse({
      title: '低空物流白皮书',
      publisher: '院',
      released: '2030',
      notice: '来源：院',
    });
    expect(codeOf(() => describeReport('rivers', known, { article: ARTICLE, pdf: null }))).toBe(
      'article/matches-report',
    );
    const named = reportSchema.parse({
      ...known,
      title: '河湖管理报告（2030年）',
      pdf: { url: 'https://example.org/a.pdf', sha256: 'c'.repeat(64) },
    });
    expect(codeOf(() => describeReport('rivers', named, { article: null, pdf: INVENTED_PDF }))).toBe(
      'pdf/matches-report',
    );
  });
});

describe('the SHA-256 in report.yaml', () => {
  it('is renewed with the PDF where no address says that it is the official one', () => {
    const known = reportSchema.parse({
      title: '河湖管理报告（2030年）',
      publisher: '院',
      released: '2030',
      notice: '来源：院',
      pdf: { sha256: 'c'.repeat(64) },
    });
    expect(describeReport('rivers', known, { article: null, pdf: INVENTED_PDF }).pdf).toEqual({
      sha256: 'a'.repeat(64),
    });
  });
});

describe('articleAddress', () => {
  it('drops what only tracks readers and keeps what names the article', () => {
    const named = 'https://mp.weixin.qq.com/s?__biz=MzA5&mid=266&idx=3&sn=f63c';
    expect(articleAddress(`${named}&chksm=8b59&scene=58#rd`)).toBe(named);
    expect(articleAddress('https://mp.weixin.qq.com/s/abc_-123?scene=1')).toBe(
      'https://mp.weixin.qq.com/s/abc_-123',
    );
    expect(articleAddress('https://example.org/a?b=1')).toBe('https://example.org/a?b=1');
  });
});
