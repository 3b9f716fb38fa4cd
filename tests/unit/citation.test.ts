import { describe, expect, it } from 'vitest';
import { formatApa } from '../../src/lib/citation/apa.ts';
import { formatAttribution } from '../../src/lib/citation/attribution.ts';
import { citePart, citePassage, citeReport, publishersOf } from '../../src/lib/citation/cite.ts';
import { formatAuthorDate, formatNumeric } from '../../src/lib/citation/gbt7714.ts';
import { highwireTags } from '../../src/lib/citation/highwire.ts';
import { apaByCiteproc } from '../support/citation-js.ts';

const REPORT = {
  id: 'lamps',
  title: '甲报告',
  publisher: '乙院',
  released: '2024-11-29',
  notice: '来源：乙院',
} as const;
const ADDRESS = 'https://example.org/lamps/';
const cite = (
  changes: Partial<Parameters<typeof citeReport>[0]> = {},
  address: string | undefined = ADDRESS,
) => citeReport({ ...REPORT, ...changes }, address);
const CHAPTER = citePart(REPORT, { id: 's6', title: '技术', label: '8' }, `${ADDRESS}s/`);

describe('a reference after GB/T 7714—2025', () => {
  it('is the one that the standard prints for an online report of several institutions (8.8.2, example 2)', () => {
    const report = cite(
      {
        title: '电信业发展白皮书：2023',
        subtitle: '新时代高质量发展探索',
        publisher:
          '中国信息通信研究院、中国电信股份有限公司研究院、中国移动通信研究院、中国联合网络通信有限公司研究院',
        released: '2023-12-28',
      },
      'http://www.caict.ac.cn/kxyj/qwfb/bps/202312/P020240326615399026294.pdf',
    );
    expect(formatNumeric(report)).toBe(
      '中国信息通信研究院，中国电信股份有限公司研究院，中国移动通信研究院，等. 电信业发展白皮书：2023：新时代高质量发展探索[R/OL]. 2023-12-28. http://www.caict.ac.cn/kxyj/qwfb/bps/202312/P020240326615399026294.pdf.',
    );
  });

  it('is the one that the standard prints for a numbered report in English with a page (8.8.2, example 3)', () => {
    const report = citePassage(
      cite({
        title:
          'A comparative risk assessment framework for wildland fire management: the 2010 cohesive strategy science report',
        publisher: 'Calkin D E；Ager A A；Thompson M P',
        number: 'RMRS-GTR-262',
        released: '2011',
        language: 'en',
      }),
      { id: 'p1', label: '8-9', address: 'https://www.fs.usda.gov/rm/pubs/rmrs_gtr262.pdf' },
    );
    expect(formatNumeric(report)).toBe(
      'Calkin D E，Ager A A，Thompson M P. A comparative risk assessment framework for wildland fire management: the 2010 cohesive strategy science report：RMRS-GTR-262[R/OL]. 2011：8-9. https://www.fs.usda.gov/rm/pubs/rmrs_gtr262.pdf.',
    );
  });

  it('has the year behind the authors in the author–date system', () => {
    expect(formatAuthorDate(cite())).toBe(`乙院，2024. 甲报告[R/OL]. 2024-11-29. ${ADDRESS}.`);
  });

  it('names a part in its report, with the printed page', () => {
    expect(formatNumeric(CHAPTER)).toBe(`乙院. 技术[R/OL]//乙院. 甲报告. 2024-11-29：8. ${ADDRESS}s/.`);
  });

  it('names three authors, and of more only three', () => {
    expect(formatNumeric(cite({ publisher: '甲、乙、丙' }))).toMatch(/^甲，乙，丙\. /u);
    expect(formatNumeric(cite({ publisher: '甲、乙、丙、丁' }))).toMatch(/^甲，乙，丙，等\. /u);
    expect(formatNumeric(cite({ publisher: 'A；B；C；D', language: 'en' }))).toMatch(/^A，B，C，et al\. /u);
  });

  it('says that a date is not known, and puts a guessed one in brackets', () => {
    const undated = { ...REPORT, released: undefined };
    expect(formatNumeric(citeReport(undated, ADDRESS))).toBe(`乙院. 甲报告[R/OL]. 日期不详. ${ADDRESS}.`);
    expect(formatAuthorDate(citeReport(undated, ADDRESS))).toMatch(/^乙院，日期不详\. /u);
    expect(formatNumeric(citeReport({ ...undated, language: 'en' }, ADDRESS))).toContain('[R/OL]. n.d. http');
    expect(formatAuthorDate(cite({ guessed: ['released'] }))).toBe(
      `乙院，[2024]. 甲报告[R/OL]. [2024-11-29]. ${ADDRESS}.`,
    );
  });

  it('says that the address is missing rather than leaving it out', () => {
    expect(formatNumeric(citeReport(REPORT, undefined))).toContain('（本站没有公开的地址）');
  });
});

describe('a reference in APA style', () => {
  const several = (count: number): string =>
    Array.from({ length: count }, (_, index) => `院${index}`).join('、');
  it.each([
    ['a report', cite()],
    [
      'a numbered report with a page',
      citePassage(cite({ number: 'No.1' }), { id: 'p1', label: '12', address: ADDRESS }),
    ],
    ['two publishers', cite({ publisher: '甲院、乙院' })],
    ['twenty publishers', cite({ publisher: several(20) })],
    ['twenty-one publishers', cite({ publisher: several(21) })],
    ['a guessed date', cite({ guessed: ['released'] })],
    ['a title that asks', cite({ title: 'Is it so?', language: 'en' })],
    ['a publisher with a full stop', cite({ publisher: 'Lamps, Inc.' })],
    ['a part', CHAPTER],
    ['a part without a page', citePart(REPORT, { id: 's6', title: '技术' }, ADDRESS)],
  ])('is as citeproc writes it by the published style: %s', (_what, item) => {
    expect(formatApa(item)).toBe(apaByCiteproc(item));
  });

  it('says that a date is not known', () => {
    expect(formatApa(citeReport({ ...REPORT, released: undefined }, ADDRESS))).toBe(
      `乙院. (n.d.). 甲报告. ${ADDRESS}`,
    );
  });
});

describe('publishers', () => {
  it.each([
    ['甲院', ['甲院']],
    ['甲院、乙公司', ['甲院', '乙公司']],
    ['甲院；乙公司', ['甲院', '乙公司']],
    ['甲院 / 乙公司', ['甲院', '乙公司']],
    ['Lamps, Inc.', ['Lamps, Inc.']],
    ['A/B Institute', ['A/B Institute']],
    ['、', ['、']],
  ])('are told apart by the signs of lists: %s', (publisher, names) => {
    expect(publishersOf(publisher).map(({ literal }) => literal)).toEqual(names);
  });
});

describe('a passage', () => {
  it('is cited as its report at its page and address, never at that of the whole', () => {
    expect(citePassage(cite(), { id: 'p5', label: '3', address: `${ADDRESS}#p5` })).toMatchObject({
      id: 'lamps-p5',
      page: '3',
      URL: `${ADDRESS}#p5`,
    });
    expect(citePassage(cite(), { id: 'p5', label: undefined, address: undefined }).URL).toBeUndefined();
  });
});

it('tags tell programs of a report and its PDF, of a part and its report', () => {
  expect(highwireTags(cite({ number: 'No.1' }), 'https://example.org/a.pdf')).toEqual([
    ['citation_title', '甲报告'],
    ['citation_author', '乙院'],
    ['citation_publication_date', '2024/11/29'],
    ['citation_technical_report_institution', '乙院'],
    ['citation_technical_report_number', 'No.1'],
    ['citation_language', 'zh-CN'],
    ['citation_public_url', ADDRESS],
    ['citation_pdf_url', 'https://example.org/a.pdf'],
  ]);
  expect(highwireTags(CHAPTER, 'https://example.org/a.pdf')).toContainEqual([
    'citation_inbook_title',
    '甲报告',
  ]);
});

it('a sentence for a text that is not a paper names publisher, title and date', () => {
  expect(formatAttribution(REPORT)).toBe('乙院《甲报告》，2024年11月29日发布');
  expect(formatAttribution({ ...REPORT, released: undefined })).toBe('乙院《甲报告》，日期不详');
});
