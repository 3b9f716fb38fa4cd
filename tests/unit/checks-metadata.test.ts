import { describe, expect, it } from 'vitest';
import { metadata } from '../../scripts/checks/metadata.ts';
import { smallSite } from '../support/small-site.ts';

describe('metadata', () => {
  const head = (more: string): string =>
    `<head><meta name="description" content="d"><meta name="viewport" content="v"><meta property="og:title" content="t">
     <meta property="og:description" content="d"><meta property="og:type" content="article">
     <meta name="twitter:card" content="summary"><meta property="og:site_name" content="s">${more}</head>`;
  const address = 'https://a.example/a/';
  const url = `<meta property="og:url" content="${address}">`;
  const canonical = `<link rel="canonical" href="${address}">${url}`;
  const picture = (path: string, more = ''): string =>
    `<meta property="og:image" content="${path}"><meta property="og:image:width" content="1200">
     <meta property="og:image:height" content="630">${more}`;
  const alternative = '<meta property="og:image:alt" content="t">';
  const found = (html: string, origin?: string): number =>
    metadata.check({ ...smallSite({ 'a/index.html': html, 'c.png': '' }), origin }, { files: [] }).length;

  it('lets a page through that says what it is', () => {
    const jsonLd =
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Report"}</script>';
    expect(found(head(jsonLd))).toBe(0);
    const whole = head(canonical + jsonLd + picture('https://a.example/c.png', alternative));
    expect(found(whole, 'https://a.example')).toBe(0);
    expect(found(head(`<meta name="robots" content="noindex">${url}`), 'https://a.example')).toBe(0);
  });

  it.each([
    ['no canonical address', head(url)],
    ['a canonical address that is no page', head(canonical.replaceAll('/a/', '/b/'))],
    ['a canonical address that is not absolute', head(`<link rel="canonical" href="/a/">${url}`)],
    ['another address for those who share it', head(canonical.replace(url, url.replace('/a/', '/')))],
    ['no description', head(canonical).replace('name="description"', 'name="x"')],
    ['an empty title for those who share it', head(canonical).replace('content="t"', 'content=""')],
    ['a picture that is not there', head(canonical + picture('https://a.example/d.png', alternative))],
    ['a picture whose address is not absolute', head(canonical + picture('/c.png', alternative))],
    ['a picture without words', head(canonical + picture('https://a.example/c.png'))],
    ['JSON-LD that does not parse', head(`${canonical}<script type="application/ld+json">{,}</script>`)],
    [
      'JSON-LD without a type',
      head(`${canonical}<script type="application/ld+json">{"@context":""}</script>`),
    ],
  ])('finds %s', (_what, html) => {
    expect(found(html, 'https://a.example')).toBeGreaterThan(0);
  });

  it.each([
    ['a canonical address', '<link rel="canonical" href="/a/">'],
    ['an address for those who share it', '<meta property="og:url" content="/a/">'],
    ['a picture', picture('/c.png', alternative)],
  ])('finds %s where the origin is not known', (_what, html) => {
    expect(found(head(html))).toBe(1);
  });
});
