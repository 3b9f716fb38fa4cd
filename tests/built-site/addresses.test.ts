import { describe, expect, inject, it } from 'vitest';
import { visit } from 'unist-util-visit';
import { readBuiltSite } from '../../scripts/checks/built-site.ts';
import { elementById, readPage } from '../support/page-text.ts';

const rootSite = inject('rootSite');
const twoReportsSite = inject('twoReportsSite');
const read = ({ folder, base, origin }: typeof rootSite) => readBuiltSite(folder, { base, origin });
const root = read(rootSite);
const twoReports = read(twoReportsSite);

const locations = (sitemap: string): readonly string[] =>
  Array.from(sitemap.matchAll(/<loc>([^<]*)<\/loc>/gu), ([, address]) => address!);

describe('the sitemap', () => {
  it('names every page that has a lasting address of its own, and no other', () => {
    const lasting = [...root.pages.values()].filter(
      (page) => page.redirect === undefined && !/noindex/u.test(page.meta.get('robots') ?? ''),
    );
    const expected = new Set(lasting.map((page) => page.canonical));
    const named = locations(root.texts.get('sitemap.xml') ?? '');
    expect(named.toSorted()).toEqual([...expected].toSorted());
    expect(named.every((address) => address.startsWith(`${rootSite.origin}/`))).toBe(true);
  });

  it('stays below the base path', () => {
    const named = locations(twoReports.texts.get('sitemap.xml') ?? '');
    expect(named.length).toBeGreaterThan(20);
    expect(
      named.filter((address) => !new URL(address, twoReportsSite.url).pathname.startsWith('/reports/')),
    ).toEqual([]);
  });
});

describe('the first page', () => {
  it('is the report where there is only one', () => {
    expect(root.pages.get('index.html')?.canonical).toBe(`${rootSite.origin}/caict-ai-2024/`);
  });

  it('lists every report where there are several', () => {
    const links = twoReports.pages.get('index.html')!.references.map(({ url }) => url);
    expect(links).toContain('/reports/caict-ai-2024/');
    expect(links).toContain('/reports/sample-2025/');
  });
});

describe('the page of an unknown address', () => {
  it('is served with status 404 and works wherever it is shown', async () => {
    const response = await fetch(`${twoReportsSite.url}caict-ai-2024/no/such/page/`);
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain('name="robots" content="noindex"');
    const relative = twoReports.pages
      .get('404.html')!
      .references.filter(({ url }) => !/^(?:\/reports\/|#|https:)/u.test(url));
    expect(relative).toEqual([]);
  });

  it('offers a search', () => {
    const forms = twoReports.pages.get('404.html')!.references.filter(({ tag }) => tag === 'form');
    expect(forms.map(({ url }) => url)).toContain('/reports/search/');
  });
});

describe('structured data', () => {
  it('describes the report on its home and names it on its chapters', () => {
    const parse = (path: string) => root.pages.get(path)!.jsonLd.map((text) => JSON.parse(text) as object);
    expect(parse('caict-ai-2024/index.html')).toContainEqual(
      expect.objectContaining({
        '@type': 'Report',
        name: '人工智能发展报告（2024年）',
        datePublished: '2024-11-29',
      }),
    );
    expect(parse('caict-ai-2024/technology/index.html')).toContainEqual(
      expect.objectContaining({ isPartOf: expect.objectContaining({ '@type': 'Report' }) as unknown }),
    );
  });
});

describe('a chapter page', () => {
  it('carries the contents of its own report only', () => {
    const chapter = twoReports.pages.get('sample-2025/lamps/index.html')!;
    const foreign = chapter.references.filter(({ url }) => url.includes('caict-ai-2024'));
    expect(foreign).toEqual([]);
  });
});

describe('links of the text', () => {
  const page = (path: string) => readPage(twoReportsSite.folder, path);
  const linksOf = (path: string, id: string): readonly unknown[] => {
    const urls: unknown[] = [];
    visit(elementById(page(path), id) ?? { type: 'root', children: [] }, 'element', ({ properties }) => {
      if (properties['dataSearchIgnore'] === undefined && properties['href']) urls.push(properties['href']);
    });
    return urls;
  };

  it('lead out of notes, and to places in other chapters', () => {
    expect(linksOf('sample-2025/lamps/index.html', 'n2')).toEqual([
      expect.stringMatching(/^https:\/\/lamps\.example\/avery/u),
    ]);
    expect(linksOf('sample-2025/sky/index.html', 'p15')).toEqual(['../lamps/#f1']);
  });

  it('stand in passages that say their language, beside an interface that says its own', () => {
    const passage = elementById(page('sample-2025/sky/index.html'), 'p19');
    expect(passage?.properties['lang']).toBe('en');
    const permalink = passage?.children.find(
      (child) => child.type === 'element' && child.properties['dataCopyLink'] !== undefined,
    );
    expect(permalink).toMatchObject({ properties: { lang: 'zh-CN' } });
  });
});
