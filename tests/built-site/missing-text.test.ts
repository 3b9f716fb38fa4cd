import { describe, expect, inject, it } from 'vitest';
import { readBuiltSite } from '../../scripts/checks/built-site.ts';
import { readPage } from '../support/page-text.ts';
import { toString } from 'hast-util-to-string';

const testSite = inject('rootSite');
const site = readBuiltSite(testSite.folder, { base: testSite.base, origin: testSite.origin });
const linksOf = (path: string): readonly string[] =>
  site.pages
    .get(path)!
    .references.filter(({ tag }) => tag === 'a')
    .map(({ url }) => url);
/** Physical page on which each chapter of the original begins. */
const STARTS = { overview: 7, technology: 14, applications: 38, governance: 50, outlook: 60 };

describe.each(Object.entries(STARTS))('the chapter %s, whose text is not here', (slug, page) => {
  const path = `caict-ai-2024/${slug}/index.html`;

  it('says so once', () => {
    expect(toString(readPage(testSite.folder, path)).match(/未收录/gu)).toHaveLength(1);
  });

  it(`opens the official PDF at page ${page}`, () => {
    expect(linksOf(path).filter((url) => url.endsWith(`.pdf#page=${page}`))).toHaveLength(1);
  });
});

describe('the overview', () => {
  it('names the viewpoints that speak of its sections', () => {
    const named = linksOf('caict-ai-2024/overview/index.html').filter((url) => url.includes('/v/'));
    expect(named.map((url) => /\d+(?=\/$)/u.exec(url)?.[0])).toEqual(['1', '2', '3', '6', '5']);
  });
});

describe('the page of all viewpoints', () => {
  it('has each of them whole, in order', () => {
    const { ids, headings } = site.pages.get('caict-ai-2024/v/index.html')!;
    expect(ids.filter((id) => /^v\d/u.test(id))).toEqual(['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7']);
    expect(ids.filter((id) => /^p\d/u.test(id))).toEqual(['p5', 'p6', 'p7', 'p8', 'p9', 'p10', 'p11']);
    expect(headings.map(({ text }) => text.replace(/\s/gu, ''))).toEqual(
      expect.arrayContaining(['核心观点', '核心观点1', '核心观点7']),
    );
  });
});
