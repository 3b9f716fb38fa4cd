import { describe, expect, it } from 'vitest';
import { judgedBy } from '../../scripts/ingest/model/confidence.ts';
import type { Block, PageReading, ReportDocument } from '../../scripts/ingest/model/document.ts';
import { runPipeline } from '../../scripts/ingest/pipeline.ts';
import { describeResult } from '../../scripts/ingest/report-results.ts';
import { summariseReading } from '../../scripts/ingest/summarise-reading.ts';
import { INVENTED_BODY, INVENTED_PDF, paragraph } from '../support/invented-document.ts';

const sure = (block: Block): Block => ({ ...block, ...judgedBy([]) });
const pagesOf = (count: number, unsure: readonly number[]): readonly PageReading[] =>
  Array.from({ length: count }, (_, index) => ({
    page: index + 1,
    label: index > 1 ? String(index - 1) : '',
    ...judgedBy(unsure.includes(index + 1) ? ['part/unsure'] : []),
  }));
const openly = (page: number): Block => ({
  ...paragraph('没有句号', page),
  ...judgedBy(['paragraph/ends-openly']),
});

const report = (document: ReportDocument): string => {
  const account = {
    characters: 200,
    kept: 150,
    furniture: 50,
    lost: 0,
    invented: 0,
    contentsMatched: 2,
    badCharacters: 0,
  };
  const output = runPipeline({
    id: 'rivers',
    article: null,
    pdf: { document, assets: [], account, stages: {} },
    reportYaml: '',
    overridesYaml: '',
    permalinksYaml: '',
  });
  return describeResult('rivers', { output, changed: [] }).join('\n');
};

describe('the summary of a reading', () => {
  it('counts blocks at any depth, and takes what was not judged for unsure', () => {
    const summary = summariseReading({ ...INVENTED_PDF, body: [...INVENTED_BODY, sure(paragraph('完。'))] });
    expect(summary).toMatchObject({
      headings: { total: 5, sure: 0 },
      tables: { total: 1, sure: 0 },
      figures: { total: 1, sure: 0 },
      notes: 1,
      pages: { total: 0, sure: 0 },
    });
    expect(summary.paragraphs.sure).toBe(1);
    expect(summary.paragraphs.total).toBeGreaterThan(6);
  });

  it('names the page with the most doubts first, each doubt with its number, and no page that is sure', () => {
    const body = [openly(2), openly(4), openly(4), sure(paragraph('完。', 5))];
    const { unsurePages } = summariseReading({ ...INVENTED_PDF, body, pages: pagesOf(5, [2, 4]) });
    expect(unsurePages).toEqual([
      { page: 4, label: '2', doubts: [{ id: 'paragraph/ends-openly', count: 2 }] },
      { page: 2, label: '', doubts: [{ id: 'paragraph/ends-openly', count: 1 }] },
    ]);
  });
});

describe('the closing report of an ingest', () => {
  it('says what was read, how much of it is sure, and the worst page with its reason', () => {
    const text = report({ ...INVENTED_PDF, body: [...INVENTED_BODY, openly(4)], pages: pagesOf(5, [4]) });
    expect(text).toContain('Read: 5 pages, 5 headings, 1 figures, 1 tables, 1 notes.');
    expect(text).toContain('4 of 5 pages in all they hold.');
    expect(text).toContain('    page 4, printed 2: it ends without a stop');
    expect(text).toContain('npm run review -- rivers shows them');
  });

  it('names five pages and counts the others', () => {
    const unsure = [1, 2, 3, 4, 5, 6, 7];
    const text = report({
      ...INVENTED_PDF,
      body: [...INVENTED_BODY, ...unsure.map(openly)],
      pages: pagesOf(7, unsure),
    });
    expect(text.match(/^ {4}page /gmu)).toHaveLength(5);
    expect(text).toContain('and 2 more; npm run review -- rivers');
  });

  it('says what was guessed and where to write it, and nothing of guesses where there are none', () => {
    const text = report({ ...INVENTED_PDF, metadata: { title: '河湖管理报告（2030年）' } });
    expect(text).toContain('Guessed, or told by nobody:');
    expect(text).toContain('content/reports/rivers/report.yaml');
    expect(report(INVENTED_PDF)).not.toContain('Guessed');
  });
});
