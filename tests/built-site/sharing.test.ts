import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { readBuiltSite } from '../../scripts/checks/built-site.ts';

const rootSite = inject('rootSite');
const twoReportsSite = inject('twoReportsSite');
const read = ({ folder, base, origin }: typeof rootSite) => readBuiltSite(folder, { base, origin });
const root = read(rootSite);
const twoReports = read(twoReportsSite);
const picturesOf = (files: ReadonlySet<string>): readonly string[] =>
  [...files].filter((path) => path.includes('/cards/'));

describe('what chat programs read', () => {
  it.each([
    ['caict-ai-2024/index.html', '人工智能发展报告（2024年）', 'report'],
    ['caict-ai-2024/technology/index.html', '二、技术创新', 'chapter-technology'],
    ['caict-ai-2024/v/5/index.html', '核心观点 5：人工智能赋能新型工业化向纵深发展', 'viewpoint-5'],
    ['caict-ai-2024/v/index.html', '人工智能发展报告（2024年）：核心观点', 'report'],
  ])('of %s is its title, a description and its own picture', (path, title, card) => {
    const { meta } = root.pages.get(path)!;
    expect(meta.get('og:title')).toContain(title);
    expect(meta.get('og:description')).toContain('中国信息通信研究院');
    expect(meta.get('og:image')).toBe(`${rootSite.origin}/caict-ai-2024/cards/${card}.png`);
    expect(meta.get('og:url')).toBe(`${rootSite.origin}/${path.replace('index.html', '')}`);
    expect(meta.get('twitter:card')).toBe('summary_large_image');
  });

  it('is the size that the pages say', async () => {
    const wide = picturesOf(root.files).filter((path) => !path.includes('-tall'));
    expect(wide).toHaveLength(13);
    for (const path of wide) {
      const { width, height, format } = await sharp(join(rootSite.folder, path)).metadata();
      expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
    }
  });

  it('has no address and no picture on a site that does not know its own', () => {
    const addresses = [...twoReports.pages.values()].flatMap(({ canonical, meta }) => [
      ...(canonical === undefined ? [] : [canonical]),
      ...['og:url', 'og:image'].filter((name) => meta.has(name)),
    ]);
    expect(addresses).toEqual([]);
    expect(picturesOf(twoReports.files).filter((path) => !path.includes('-tall'))).toEqual([]);
  });
});

describe('the picture to send on', () => {
  it('is a link of each viewpoint and of the report, with or without a public address', () => {
    for (const { pages } of [root, twoReports])
      for (const [path, card] of [
        ['caict-ai-2024/index.html', 'report-tall'],
        ['caict-ai-2024/v/1/index.html', 'viewpoint-1-tall'],
      ] as const) {
        const links = pages.get(path)!.references.map(({ url }) => url);
        expect(links).toContainEqual(
          expect.stringMatching(new RegExp(`/caict-ai-2024/cards/${card}\\.png$`, 'u')),
        );
      }
  });

  it('is not loaded before it is asked for', () => {
    const loaded = [...root.pages.values()].flatMap(({ references }) =>
      references.filter(({ loads }) => loads),
    );
    expect(loaded.filter(({ url }) => url.includes('/cards/'))).toEqual([]);
  });
});

describe('feeds', () => {
  it('tell of the report and of each viewpoint by addresses that are pages, and every page names them', () => {
    const idsOf = (path: string) =>
      Array.from(root.texts.get(path)!.matchAll(/<entry><id>([^<]*)/gu), ([, address]) => address);
    expect(idsOf('feed.xml')).toEqual([`${rootSite.origin}/caict-ai-2024/`]);
    expect(idsOf('caict-ai-2024/feed.xml')).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((number) => `${rootSite.origin}/caict-ai-2024/v/${number}/`),
    );
    const chapter = root.pages.get('caict-ai-2024/technology/index.html')!.references.map(({ url }) => url);
    expect(chapter).toEqual(expect.arrayContaining(['/feed.xml', '/caict-ai-2024/feed.xml']));
  });

  it('are left out where addresses cannot be absolute', () => {
    expect([...twoReports.files].filter((path) => path.endsWith('feed.xml'))).toEqual([]);
  });
});
