import { createHash } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { readContent, readYaml, reportIds } from '../../scripts/checks/content.ts';
import { permalinksSchema } from '../../src/schema/permalinks.ts';
import { reportSchema } from '../../src/schema/report.ts';
import { elementById, readPage, sourceTextOf } from '../support/page-text.ts';
import { ROOT } from '../support/source-files.ts';

const { folder } = inject('rootSite');
const content = readContent(`${ROOT}content`);
const fileOf = (path: string) => content.files.find((file) => file.path === path)!;

/** As ingest prints text: without white space, the first 16 hexadecimal digits of its SHA-256. */
const digestOf = (text: string): string =>
  createHash('sha256').update(text.replace(/\s/gu, ''), 'utf8').digest('hex').slice(0, 16);

describe.each(reportIds(content))('the pages of %s', (id) => {
  const { entries } = readYaml(permalinksSchema, fileOf(`reports/${id}/permalinks.yaml`))!;
  const passages = entries.filter((entry) => /^p/u.test(entry.id) && entry.replacedBy === undefined);

  it('show every paragraph with its very characters', () => {
    const altered = passages.filter((entry) => {
      const page = readPage(folder, `${id}/${entry.chapter === '' ? '' : `${entry.chapter}/`}index.html`);
      const element = elementById(page, entry.id);
      return element === undefined || digestOf(sourceTextOf(element)) !== entry.digest;
    });
    expect(passages.length).toBeGreaterThan(5);
    expect(altered.map((entry) => `#${entry.id} ${entry.starts}`)).toEqual([]);
  });

  it('name the source as its publisher asks, and lead to the official PDF', () => {
    const report = readYaml(reportSchema, fileOf(`reports/${id}/report.yaml`))!;
    const home = JSON.stringify(readPage(folder, `${id}/index.html`));
    expect(home).toContain(report.notice);
    expect(home).toContain(report.pdf?.url);
  });
});
