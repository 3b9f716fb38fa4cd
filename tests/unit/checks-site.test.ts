import { describe, expect, it } from 'vitest';
import { idsUnique } from '../../scripts/checks/ids-unique.ts';
import { linksResolve } from '../../scripts/checks/links-resolve.ts';
import { noInlineCode } from '../../scripts/checks/no-inline-code.ts';
import { ownOrigin } from '../../scripts/checks/own-origin.ts';
import { pageStructure } from '../../scripts/checks/page-structure.ts';
import { permalinksServed } from '../../scripts/checks/permalinks-served.ts';
import { picturesLight } from '../../scripts/checks/pictures-light.ts';
import type { SiteRule } from '../../scripts/checks/rule.ts';
import { manifest, smallContent, smallSite } from '../support/small-site.ts';

const NO_CONTENT = { files: [] };
const reasons = (rule: SiteRule, texts: Record<string, string>, base = ''): string[] =>
  rule.check(smallSite(texts, base), NO_CONTENT).map(({ file, reason }) => `${file}: ${reason}`);

describe('links resolve', () => {
  const target = '<p id="p1">一</p><p id="数">二</p>';

  it('lets links through that lead to pages, files and ids', () => {
    const html =
      '<a href="b/#p1">1</a><a href="/b/#%E6%95%B0">2</a><a href="./b">3</a><a href="https://example.org/x">4</a>' +
      '<a href="#here" id="here">5</a><a href="f.pdf#page=12">6</a><img src="i.webp" srcset="i.webp 1x, j.webp 2x">' +
      '<a href="mailto:a@example.org">7</a><a href="b/?q=%E8%AF%8D#p1">8</a>';
    const texts = { 'index.html': html, 'b/index.html': target, 'f.pdf': '', 'i.webp': '', 'j.webp': '' };
    expect(reasons(linksResolve, texts)).toEqual([]);
  });

  it.each([
    ['a missing page', '<a href="c/">c</a>', 'there is no c/index.html.'],
    ['a missing id', '<a href="b/#p2">c</a>', 'b/index.html has no element with the id p2.'],
    ['a missing id on the page itself', '<a href="#p2">c</a>', 'index.html has no element with the id p2.'],
    ['a missing picture', '<img src="x.webp">', 'there is no x.webp.'],
    ['a missing picture among several', '<img srcset="/f.css 1x, y.webp 2x">', 'there is no y.webp.'],
    ['a missing style sheet', '<link rel="stylesheet" href="y.css">', 'there is no y.css.'],
    ['a missing script', '<script type="module" src="/z.js"></script>', 'there is no z.js.'],
    ['an empty address', '<a href="">c</a>', 'the address is empty.'],
    [
      'a redirect to nowhere',
      '<meta http-equiv="refresh" content="0;url=/gone/">',
      'there is no gone/index.html.',
    ],
  ])('finds %s', (_what, html, reason) => {
    const found = reasons(linksResolve, { 'index.html': html, 'b/index.html': target, 'f.css': '' });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(reason);
  });

  it('finds links that leave the base path', () => {
    const texts = { 'index.html': '<a href="/b/">b</a><a href="/reports/b/">b</a>', 'b/index.html': target };
    expect(reasons(linksResolve, texts, '/reports')).toEqual([
      `dist/index.html: <a href> names "/b/": that lies outside of the site's base path /reports/.`,
    ]);
  });
});

describe('ids are unique', () => {
  it('finds an id that occurs twice, once', () => {
    const texts = { 'index.html': '<p id="p1"><p id="p1"><p id="p1"><p id="p2">', 'b.html': '<p id="p1">' };
    expect(reasons(idsUnique, texts)).toEqual(['dist/index.html: The id "p1" occurs more than once.']);
  });
});

describe('nothing is loaded from another origin', () => {
  it('lets links and data through', () => {
    const html =
      '<link rel="canonical" href="https://a.example/"><a href="https://b.example/">b</a>' +
      '<img src="data:image/png;base64,xx"><style>a{background:url("data:image/svg+xml,x")}</style>';
    expect(reasons(ownOrigin, { 'index.html': html })).toEqual([]);
  });

  it.each([
    ['a script', { 'index.html': '<script src="https://cdn.example/a.js"></script>' }],
    ['a script without a scheme', { 'index.html': '<script src="//cdn.example/a.js"></script>' }],
    ['a picture in a srcset', { 'index.html': '<img srcset="/a.webp 1x, https://cdn.example/b.webp 2x">' }],
    ['a preconnection', { 'index.html': '<link rel="preconnect" href="https://cdn.example/">' }],
    [
      'a font in a style element',
      { 'index.html': '<style>@font-face{src:url(https://cdn.example/f)}</style>' },
    ],
    ['a background in a style attribute', { 'index.html': `<p style="background:url('//cdn.example/f')">` }],
    ['an import in a style sheet', { 'a.css': '@import "https://cdn.example/f.css";' }],
    ['a frame', { 'index.html': '<iframe src="https://cdn.example/"></iframe>' }],
  ])('finds %s', (_what, texts: Record<string, string>) => {
    expect(reasons(ownOrigin, texts)).toHaveLength(1);
  });
});

describe('no inline code', () => {
  it('lets data and files through', () => {
    const html =
      '<script type="application/ld+json">{}</script><script src="/a.js"></script><style>a{}</style>';
    expect(reasons(noInlineCode, { 'index.html': html })).toEqual([]);
  });

  it.each([
    '<script>run()</script>',
    '<script type="module">run()</script>',
    '<script type="importmap">{}</script>',
    '<p onclick="run()">',
    '<a href=" javascript:run()">',
  ])('finds %s', (html) => {
    expect(reasons(noInlineCode, { 'index.html': html })).toHaveLength(1);
  });
});

describe('pictures are light', () => {
  const lazy = '<img src="a.webp" alt="" width="6" height="4" loading="lazy">';

  it('lets lazy, sized and described pictures through', () => {
    expect(reasons(picturesLight, { 'index.html': lazy })).toEqual([]);
  });

  it.each([' alt=""', ' width="6"', ' height="4"', ' loading="lazy"'])('finds one without%s', (attribute) => {
    expect(reasons(picturesLight, { 'index.html': lazy.replace(attribute, '') })).toHaveLength(1);
  });
});

describe('page structure', () => {
  const page = (body: string, lang = 'zh-CN', title = '题') =>
    `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body>${body}</body></html>`;
  const good = '<main><h1>一</h1><h2>二</h2><h3>三</h3><h2>四</h2></main><nav aria-label="目录"></nav>';

  it('lets a well-made page through, and a redirect page', () => {
    const texts = { 'index.html': page(good), 'old.html': '<meta http-equiv="refresh" content="0;url=/">' };
    expect(reasons(pageStructure, texts)).toEqual([]);
  });

  it.each([
    ['another language', page(good, 'en')],
    ['no title', page(good, 'zh-CN', '')],
    ['no h1', page('<main><h2>二</h2></main>')],
    ['two h1', page(`${good}<h1>又</h1>`)],
    ['a skipped level', page('<main><h1>一</h1><h3>三</h3></main>')],
    ['no main', page('<h1>一</h1>')],
    ['two main', page(`${good}<main></main>`)],
    ['a nav without a label', page(`${good}<nav></nav>`)],
    ['two navs of one label', page(`${good}<nav aria-label="目录"></nav>`)],
  ])('finds %s', (_what, html) => {
    expect(reasons(pageStructure, { 'index.html': html })).not.toEqual([]);
  });
});

describe('permalinks are served', () => {
  const check = (permalinks: string, texts: Record<string, string>) =>
    permalinksServed
      .check(
        smallSite(texts),
        smallContent({ 'reports/r/report.yaml': '', 'reports/r/permalinks.yaml': permalinks }),
      )
      .map(({ reason }) => reason);
  const home = { 'index.html': '<p id="p1">' };

  it('finds ids on the home, in chapters, where they stood formerly, and behind redirects', () => {
    const permalinks = manifest(
      [
        ['p1', ''],
        ['p2', 'new', 'other'],
      ],
      { old: 'new' },
    );
    const texts = {
      ...home,
      'r/new/index.html': '<p id="p2">',
      'r/other/index.html': '<a id="p2" href="../new/#p2">',
      'r/old/index.html': '<meta http-equiv="refresh" content="0;url=/r/new/">',
    };
    expect(check(permalinks, texts)).toEqual([]);
  });

  it('reports an id that its page does not have', () => {
    expect(
      check(
        manifest([
          ['p1', ''],
          ['p2', 'new'],
        ]),
        { ...home, 'r/new/index.html': '<p id="p22">' },
      ),
    ).toEqual(['#p2 is not on the built page of "r/new".']);
  });

  it('reports an id that is forgotten where it stood formerly', () => {
    const texts = { 'r/new/index.html': '<p id="p2">', 'r/other/index.html': '<p>' };
    expect(check(manifest([['p2', 'new', 'other']]), texts)).toEqual([
      '#p2 is not on the built page of "r/other".',
    ]);
  });

  it('reports an old chapter address that leads elsewhere', () => {
    const texts = {
      'r/old/index.html': '<meta http-equiv="refresh" content="0;url=/r/">',
      'r/index.html': '',
    };
    expect(check(manifest([], { old: 'new' }), texts)).toEqual([
      'The old chapter address "old" does not lead to "new".',
    ]);
  });
});
