import type { HtmlPage } from './html-page.ts';
import type { SiteRule } from './rule.ts';

/** What assistive technology finds its way by. */
export const pageStructure: SiteRule = {
  id: 'site/page-structure',
  good: 'Every page has a language, a title, one h1 that comes first, no skipped heading level, one main, and labelled navs.',
  check: (site) =>
    [...site.pages.values()]
      .filter((page) => page.redirect === undefined)
      .flatMap((page) => problems(page).map((reason) => ({ file: `dist/${page.path}`, reason }))),
};

function problems(page: HtmlPage): readonly string[] {
  const found: string[] = [];
  if (page.lang !== 'zh-CN') found.push(`Its language is "${page.lang}", not zh-CN.`);
  if (page.title.trim() === '') found.push('It has no title.');
  const tops = page.headings.filter(({ level }) => level === 1);
  if (tops.length !== 1) found.push(`It has ${tops.length} h1 headings.`);
  const mains = page.landmarks.filter(({ tag }) => tag === 'main');
  if (mains.length !== 1) found.push(`It has ${mains.length} main landmarks.`);
  const navs = page.landmarks.filter(({ tag }) => tag === 'nav');
  if (navs.some(({ label }) => label === '')) found.push('One of its nav landmarks has no label.');
  const labels = navs.map(({ label }) => label);
  if (new Set(labels).size !== labels.length)
    found.push(`Two of its navs have the same label: ${labels.join(', ')}.`);
  return [...found, ...skippedLevels(page)];
}

function skippedLevels(page: HtmlPage): readonly string[] {
  return page.headings.flatMap(({ level, text }, index) => {
    const before = page.headings[index - 1]?.level ?? 0;
    return level > before + 1
      ? [`The heading "${text}" of level ${level} follows one of level ${before}.`]
      : [];
  });
}
