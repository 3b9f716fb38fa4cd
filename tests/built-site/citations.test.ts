import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { readBuiltSite } from '../../scripts/checks/built-site.ts';
import { readReferences } from '../support/citation-js.ts';

const root = inject('rootSite');
const twoReports = inject('twoReportsSite');
const read = ({ folder }: typeof root, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('the files of references', () => {
  it('name the public address of the report and its viewpoints, in all formats alike', () => {
    for (const extension of ['bib', 'ris', 'json']) {
      const [report] = readReferences(read(root, `caict-ai-2024/cite/report.${extension}`));
      expect(report).toMatchObject({ type: 'report', title: '人工智能发展报告（2024年）' });
      expect(report?.['URL']).toBe('https://reader.example/caict-ai-2024/');
      const [viewpoint] = readReferences(read(root, `caict-ai-2024/cite/v3.${extension}`));
      expect(viewpoint?.['URL']).toBe('https://reader.example/caict-ai-2024/v/3/');
    }
  });

  it('name no address of a site that does not know its own, but that of the official PDF for the report', () => {
    const [report] = readReferences(read(twoReports, 'sample-2025/cite/report.json'));
    expect(report?.['URL']).toBe('https://lamps.example/report.pdf');
    const [figure] = readReferences(read(twoReports, 'sample-2025/cite/f1.json'));
    expect(figure).toMatchObject({ page: '2', title: '图 1 三种灯具的配光' });
    expect(figure?.['URL']).toBeUndefined();
  });
});

describe('a page', () => {
  const pages = (site: typeof root) =>
    readBuiltSite(site.folder, { base: site.base, origin: site.origin }).pages;

  it('tells Zotero what it holds', () => {
    const { meta } = pages(root).get('caict-ai-2024/technology/index.html')!;
    expect(meta.get('citation_title')).toBe('技术创新');
    expect(meta.get('citation_inbook_title')).toBe('人工智能发展报告（2024年）');
    expect(meta.get('citation_publication_date')).toBe('2024/11/29');
    expect(meta.get('citation_public_url')).toBe('https://reader.example/caict-ai-2024/technology/');
    const home = pages(root).get('caict-ai-2024/index.html')!.meta;
    expect(home.get('citation_technical_report_institution')).toBe('中国信息通信研究院');
    expect(home.get('citation_pdf_url')).toMatch(/^https:.*\.pdf$/u);
  });

  it('has an address in its structured data only where that is public', () => {
    const describe = (site: typeof root, path: string) =>
      JSON.parse(pages(site).get(path)!.jsonLd[0]!) as Record<string, unknown>;
    expect(describe(root, 'caict-ai-2024/v/3/index.html')).toMatchObject({
      '@type': 'Chapter',
      url: 'https://reader.example/caict-ai-2024/v/3/',
      author: [{ '@type': 'Organization', name: '中国信息通信研究院' }],
    });
    expect(describe(twoReports, 'sample-2025/lamps/index.html')).not.toHaveProperty('url');
  });
});

describe('what is taken along', () => {
  it('is the data of a table, for spreadsheets', () => {
    expect(read(twoReports, 'sample-2025/tables/t1.csv').split('\r\n').slice(0, 3)).toEqual([
      '\uFEFF行政区,年用电量（万千瓦时）,,,每盏年均电费（元）',
      ',高压钠灯,发光二极管,其他,',
      '东城区与沿河新区,"1,204.5",310.2,8.1,96',
    ]);
  });

  it('is the picture of a figure, which names caption, source and reference', async () => {
    const picture = sharp(join(twoReports.folder, 'sample-2025/figures/f1.png'));
    const { xmp, width } = await picture.metadata();
    expect(width).toBeGreaterThan(100);
    expect(xmp?.toString('utf8')).toMatch(/图 1 三种灯具的配光[\s\S]*来源：灯火研究所[\s\S]*\[R\/OL\]/u);
  });
});
