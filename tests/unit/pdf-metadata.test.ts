/** Title, publisher and date: what each witness says, and who is believed where they differ. */
import { describe, expect, it } from 'vitest';
import { findFurniture } from '../../scripts/ingest/readers/pdf/furniture/find-furniture.ts';
import type { Furniture } from '../../scripts/ingest/readers/pdf/furniture/find-furniture.ts';
import { NO_FACTS } from '../../scripts/ingest/readers/pdf/glyphs/file-facts.ts';
import type { GlyphRun, PageContent } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { readText } from '../../scripts/ingest/readers/pdf/lines/read-text.ts';
import { Bulkheads } from '../../scripts/ingest/readers/pdf/process/bulkheads.ts';
import { page, paragraph, run } from '../support/pdf-page-content.ts';

const BODY = '数据要素市场建设取得明显成效，流通规模持续扩大，治理能力稳步提升。'.repeat(8);
type Row = readonly [text: string, size: number];

/** A page of rows one under the other, far enough apart for their sizes. */
function rowsPage(number: number, rows: readonly Row[], top = 100): PageContent {
  let y = top;
  return page(
    rows.map(([text, size]) => run(text, 100, (y += 1.6 * size), { page: number, size })),
    { page: number },
  );
}

function bodyPage(number: number, more: readonly GlyphRun[] = []): PageContent {
  return page([...more, ...paragraph(`第${String(number)}页。${BODY}`, 120, { page: number })], {
    page: number,
  });
}

function read(
  first: readonly PageContent[],
  { title = '', head = '', last = [] as readonly PageContent[] } = {},
): Furniture {
  const count = first.length;
  const bodies = Array.from({ length: 6 }, (_, index) => {
    const number = count + index + 1;
    return bodyPage(number, head === '' ? [] : [run(head, 200, 40, { page: number, size: 9 })]);
  });
  const pages = [...first, ...bodies, ...last];
  return findFurniture({ pages, ...readText(pages, new Bulkheads()), facts: { ...NO_FACTS, title } });
}

describe('the title', () => {
  it('is read from the running head where the cover is a picture with a date', () => {
    const { metadata } = read(
      [
        rowsPage(1, [
          ['Ver 1.0', 10],
          ['2023/8/24', 12],
        ]),
      ],
      { head: '某某安全方案白皮书' },
    );
    expect(metadata).toEqual({ title: '某某安全方案白皮书', date: '2023-08-24' });
  });

  it('is read from the second page where the first is only a picture', () => {
    const { metadata } = read([
      page([], { page: 1 }),
      rowsPage(2, [
        ['数据流通发展', 28],
        ['研究报告', 28],
      ]),
    ]);
    expect(metadata.title).toBe('数据流通发展研究报告');
  });

  it('is the longer line where a label of a series is set larger above it, and has the label that stands below', () => {
    expect(
      read([
        rowsPage(1, [
          ['白皮书', 40],
          ['数据要素流通的七个问题', 24],
        ]),
      ]).metadata.title,
    ).toBe('数据要素流通的七个问题');
    expect(
      read([
        rowsPage(1, [
          ['数据要素流通', 36],
          ['白皮书', 24],
        ]),
      ]).metadata.title,
    ).toBe('数据要素流通白皮书');
    expect(read([rowsPage(1, [['白皮书', 40]])]).metadata.title).toBe('白皮书');
  });

  it('of a report without a cover is the large line of its first page, not the head that names the series', () => {
    const first = bodyPage(1, [
      run('行业深度报告 | 计算机', 300, 40, { size: 9 }),
      run('智能眼镜深度：看见未来', 100, 90, { size: 20 }),
      run('报告日期 2025年12月28日', 380, 70, { size: 9 }),
    ]);
    const { metadata } = read([first], {
      head: '行业深度报告 | 计算机',
      title: '某某证券-计算机行业智能眼镜深度：看见未来-251228.pdf',
    });
    expect(metadata).toMatchObject({ title: '智能眼镜深度：看见未来', date: '2025-12-28' });
  });

  it('keeps an organisation that begins it, and no organisation that is set as large below it', () => {
    expect(
      read([
        rowsPage(1, [
          ['某某重工股份有限公司', 22],
          ['2025年第三季度报告', 22],
        ]),
      ]).metadata,
    ).toMatchObject({
      title: '某某重工股份有限公司2025年第三季度报告',
      publisher: '某某重工股份有限公司',
    });
    expect(
      read([
        rowsPage(1, [
          ['数据流通年度观察', 22],
          ['某某研究院', 22],
        ]),
      ]).metadata,
    ).toMatchObject({
      title: '数据流通年度观察',
      publisher: '某某研究院',
    });
  });

  it('and the publisher are told by a running head with a bar between them', () => {
    const { metadata } = read([rowsPage(1, [['2024年5月', 12]])], { head: '数据流通白皮书 | 某某研究院' });
    expect(metadata).toEqual({ title: '数据流通白皮书', publisher: '某某研究院', date: '2024-05' });
  });

  it('in English keeps its spaces over lines', () => {
    const { metadata } = read([
      rowsPage(1, [
        ['A Handbook on', 30],
        ['Private Computation', 30],
        ['August 2023', 12],
      ]),
    ]);
    expect(metadata).toEqual({ title: 'A Handbook on Private Computation', date: '2023-08' });
  });

  it('is unknown where only the metadata tells one, and known where the pages say the same', () => {
    expect(read([bodyPage(1)], { title: '数据流通治理研究' }).metadata.title).toBe('');
    const said = bodyPage(1, [run('数据流通治理研究', 200, 80)]);
    expect(read([said], { title: '数据流通治理研究.pdf' }).metadata.title).toBe('数据流通治理研究');
  });

  it('is what the first pages call the report again and again, not what they cite once', () => {
    const preface = (text: string): PageContent =>
      page(paragraph(text + BODY, 120, { page: 1 }), { page: 1 });
    const twice = '为此编制《智能服务备案指南》。《智能服务备案指南》共分五个部分。';
    expect(read([preface(twice)]).metadata.title).toBe('智能服务备案指南');
    expect(read([preface('据《智能服务备案指南》所述。')]).metadata.title).toBe('');
  });
});

describe('the publisher', () => {
  const TITLE: Row = ['数据流通年度观察', 26];

  it('is named by labels, also without a suffix that tells an organisation', () => {
    const cover = (...rows: readonly Row[]) => read([rowsPage(1, [TITLE, ...rows])]).metadata.publisher;
    expect(cover(['发布单位：某某研究', 12])).toBe('某某研究');
    expect(cover(['指导单位：某部信息局', 12], ['编写单位：甲研究会、乙律师事务所', 12])).toBe(
      '甲研究会、乙律师事务所',
    );
    expect(cover(['联合发布单位：', 12], ['甲基金会', 12], ['乙大学', 12])).toBe('甲基金会、乙大学');
  });

  it('is in Chinese where its English name stands below, and in English where nothing else does', () => {
    const english = 'Institute of Data and Society';
    expect(read([rowsPage(1, [TITLE, ['某某研究院', 14], [english, 12]])]).metadata.publisher).toBe(
      '某某研究院',
    );
    expect(
      read([
        rowsPage(1, [
          ['Annual Data Review', 26],
          [english, 12],
        ]),
      ]).metadata.publisher,
    ).toBe(english);
  });

  it('is named by the copyright statement where the cover names none, and by the cover where both do', () => {
    const statement = page(
      paragraph(
        '版权声明。本白皮书版权属于某某网络科技有限公司所有，并受法律保护，转载应注明来源。' + BODY,
        120,
        { page: 2 },
      ),
      { page: 2 },
    );
    expect(read([rowsPage(1, [TITLE]), statement]).metadata.publisher).toBe('某某网络科技有限公司');
    expect(read([rowsPage(1, [TITLE, ['甲研究院', 14], ['乙中心', 14]]), statement]).metadata.publisher).toBe(
      '甲研究院、乙中心',
    );
  });

  it('stands right below the title of a first page that is no cover, not farther down', () => {
    const at = (y: number): PageContent =>
      bodyPage(1, [run('数据流通年度观察', 150, 60, { size: 24 }), run('某某研究院', 200, y)]);
    expect(read([at(90)]).metadata.publisher).toBe('某某研究院');
    expect(read([at(700)]).metadata.publisher).toBeUndefined();
  });

  it('is nobody where only a page of addresses at the end names one', () => {
    const address = rowsPage(8, [
      ['某某软件有限公司', 12],
      ['地址：某市某路1号', 10],
      ['电话：010-1', 10],
    ]);
    expect(read([rowsPage(1, [TITLE])], { last: [address] }).metadata.publisher).toBeUndefined();
  });
});

describe('the date', () => {
  const TITLE: Row = ['数据流通年度观察', 26];
  const dateOf = (...rows: readonly Row[]) => read([rowsPage(1, [TITLE, ...rows])]).metadata.date;

  it('is a line of the cover, a part of a short line, or has a label', () => {
    expect(dateOf(['2023.08', 12])).toBe('2023-08');
    expect(dateOf(['证券研究报告 | 2026年01月14日', 12])).toBe('2026-01-14');
    expect(dateOf(['某某研究院数据要素课题组最终定稿时间：2023-08-24', 12])).toBe('2023-08-24');
  });

  it('is not the year that the report is about, nor that of what a long line mentions', () => {
    expect(dateOf(['（2022年）', 18])).toBeUndefined();
    expect(dateOf(['本报告所用的统计口径与2021年5月公布的办法相同', 12])).toBeUndefined();
  });

  it('is that under the signature of an organisation at the end where nothing else tells one', () => {
    const end = (name: string): PageContent =>
      bodyPage(8, [run(name, 300, 600, { page: 8 }), run('2025 年 10 月 30 日', 300, 624, { page: 8 })]);
    expect(read([rowsPage(1, [TITLE])], { last: [end('某某公司董事会')] }).metadata.date).toBe('2025-10-30');
    expect(read([rowsPage(1, [TITLE])], { last: [end('以上数据截至')] }).metadata.date).toBeUndefined();
  });
});

describe('the candidates', () => {
  it('are traced with witness and reason', () => {
    expect(read([rowsPage(1, [['数据流通年度观察', 26]])]).candidates).toContainEqual(
      expect.objectContaining({
        field: 'title',
        witness: 'cover',
        chosen: true,
        reason: 'The largest lines of the cover.',
      }),
    );
  });
});
