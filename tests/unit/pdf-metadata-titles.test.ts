/** Titles above contents, in boxes of facts, and with the names of people below them. */
import { describe, expect, it } from 'vitest';
import { findFurniture } from '../../scripts/ingest/readers/pdf/furniture/find-furniture.ts';
import { NO_FACTS } from '../../scripts/ingest/readers/pdf/glyphs/file-facts.ts';
import type { GlyphRun, PageContent } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { readText } from '../../scripts/ingest/readers/pdf/lines/read-text.ts';
import { Bulkheads } from '../../scripts/ingest/readers/pdf/process/bulkheads.ts';
import { page, paragraph, run } from '../support/pdf-page-content.ts';

const BODY = '数据要素市场建设取得明显成效，流通规模持续扩大，治理能力稳步提升。'.repeat(8);
type Row = readonly [text: string, size: number];

/** A page of rows one under the other, far enough apart for their sizes. */
function rowsPage(number: number, rows: readonly Row[]): PageContent {
  let y = 100;
  const runs = rows.map(([text, size]) => run(text, 100, (y += 1.6 * size), { page: number, size }));
  return page(runs, { page: number });
}

function bodyPage(number: number, more: readonly GlyphRun[] = []): PageContent {
  return page([...more, ...paragraph(BODY, 120, { page: number })], { page: number });
}

/** What is read of a report that begins with these pages. */
function read(first: readonly PageContent[], title = '') {
  const bodies = [1, 2, 3, 4, 5, 6].map((number) => bodyPage(first.length + number));
  const pages = [...first, ...bodies];
  const text = readText(pages, new Bulkheads());
  return findFurniture({ pages, ...text, facts: { ...NO_FACTS, title } }).metadata;
}

describe('the title', () => {
  it('stands above contents on the first page, in the language of the report', () => {
    const contents = ['目录', '一、规模......3', '二、结构......4', '三、展望......5'].map((text): Row => [
      text,
      12,
    ]);
    const first = rowsPage(1, [
      ['A Proposal on Courses and', 20],
      ['Resources in Some University', 20],
      ...contents,
    ]);
    const english = read([first]);
    expect([english.title, english.publisher]).toEqual([
      'A Proposal on Courses and Resources in Some University',
      undefined,
    ]);
    const named = read([first], '关于数据流通的提议');
    expect(named.title).toBe('A Proposal on Courses and Resources in Some University');
    const said = [run('关于数据流通的提议', 100, 60, { page: 2, size: 12 })];
    expect(read([first, bodyPage(2, said)], '关于数据流通的提议').title).toBe('关于数据流通的提议');
  });

  it('is what a box with facts about the report calls it', () => {
    const box = rowsPage(2, [
      ['‰标题：数据流通手册', 12],
      ['‰作者：某某某', 12],
    ]);
    expect(read([rowsPage(1, [['某某', 40]]), box]).title).toBe('数据流通手册');
  });

  it('has no names of people for a subtitle', () => {
    const subtitle = (text: string) =>
      read([
        rowsPage(1, [
          ['数据流通观察', 30],
          [text, 20],
        ]),
      ]).subtitle;
    expect([subtitle('王小某'), subtitle('从治理到流通')]).toEqual([undefined, '从治理到流通']);
  });
});
