import { describe, expect, it } from 'vitest';
import { judgedBy } from '../../scripts/ingest/model/confidence.ts';
import type { Block, PageReading, ReportDocument } from '../../scripts/ingest/model/document.ts';
import type { Message } from '../../scripts/ingest/model/messages.ts';
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

const report = (document: ReportDocument, folder = 'content/reports/rivers'): string => {
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
  return describeResult('rivers', { output, folder, changed: [] }).join('\n');
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
    expect(text).toContain('Read: 5 pages, 5 headings, 1 figure, 1 table, 1 note.');
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
    expect(text).toContain(
      'Guessed, or told by nobody; content/reports/rivers/report.yaml is the place for it:',
    );
    expect(report(INVENTED_PDF)).not.toContain('Guessed');
  });

  it('names the folder in which the report lies, where that is another one', () => {
    const text = report({ ...INVENTED_PDF, metadata: { title: '河湖管理报告' } }, 'shelf/reports/rivers');
    expect(text).toContain('shelf/reports/rivers/report.yaml is the place');
    expect(text).toContain('No source tells the date of release');
    expect(text).not.toContain('content/reports');
  });

  const missing = (count: number): readonly Message[] =>
    Array.from({ length: count }, (_, index) => ({
      ruleId: 'pdf/contents-match',
      severity: 'warning',
      reason: `The heading ${String(index + 1)} was not found.`,
      hint: 'Look at the page.',
    }));

  it('tells three messages of a kind, counts the others, and says once what to do', () => {
    const text = report({ ...INVENTED_PDF, messages: missing(64) });
    expect(text.match(/warning pdf\/contents-match/gu)).toHaveLength(3);
    expect(text).toContain(
      'The heading 3 was not found.\n    Look at the page.\n    and 61 more of this kind; audit.yaml has them all.',
    );
    expect(text.match(/Look at the page/gu)).toHaveLength(1);
  });

  it('tells a fourth message rather than counting it', () => {
    const text = report({ ...INVENTED_PDF, messages: missing(4) });
    expect(text).toContain('The heading 4 was not found.');
    expect(text).not.toContain('of this kind');
  });

  it('does not say twice that every character is accounted for, but says where it is not so', () => {
    const said: Message = { ruleId: 'pdf/accounted', severity: 'info', reason: 'None is lost.' };
    expect(report({ ...INVENTED_PDF, messages: [said] })).not.toContain('None is lost.');
    const lost: Message = { ...said, severity: 'warning', reason: 'Two are lost.' };
    expect(report({ ...INVENTED_PDF, messages: [lost] })).toContain('Two are lost.');
  });

  it('says nothing of viewpoints where there are none', () => {
    expect(report(INVENTED_PDF)).not.toContain('viewpoint');
  });

  it.each([
    [240, ''],
    [241, '…'],
  ])('cuts a reason that quotes a paragraph: of %i characters', (length, end) => {
    const reason = '长'.repeat(length);
    const text = report({
      ...INVENTED_PDF,
      messages: [{ ruleId: 'pdf/contents-match', severity: 'warning', reason }],
    });
    expect(text.split('\n')).toContain(`  warning pdf/contents-match: ${'长'.repeat(240)}${end}`);
  });
});
