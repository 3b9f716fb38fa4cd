import { describe, expect, it } from 'vitest';
import { contentSchema } from '../../scripts/checks/content-schema.ts';
import { noMachinePaths } from '../../scripts/checks/machine-paths.ts';
import { noSample } from '../../scripts/checks/no-sample.ts';
import { checkPermalinksKept } from '../../scripts/checks/permalinks-kept.ts';
import { compareRegenerated } from '../../scripts/checks/regenerated.ts';
import type { ContentRule } from '../../scripts/checks/rule.ts';
import { viewpointPlaces } from '../../scripts/checks/viewpoint-places.ts';
import { manifest, smallContent } from '../support/small-site.ts';

const reasons = (rule: ContentRule, texts: Record<string, string>): string[] =>
  rule.check(smallContent(texts)).map(({ file, reason }) => `${file}: ${reason}`);
const mdx = (frontMatter: object, body = ''): string =>
  `---\n${JSON.stringify(frontMatter)}\n---\n\n${body}\n`;

const REPORT = JSON.stringify({ title: '题', publisher: '社', released: '2024-11', notice: '来源：社' });
const SECTION = { id: 's2', level: 2, number: '（一）', title: '节', complete: true, viewpoints: [1] };
const CHAPTER = {
  id: 's1',
  slug: 'one',
  order: 1,
  number: '一、',
  title: '章',
  matter: 'body',
  complete: true,
  characters: 1,
  viewpoints: [1],
  sections: [SECTION],
  exhibits: [],
};
const VIEWPOINT = {
  id: 'v1',
  number: 1,
  title: '观点',
  characters: 2,
  chapter: 'one',
  section: 's2',
  evidence: [],
};
const CALLOUT = '<ViewpointCallout number="1" />';
const GOOD = {
  'reports/r/report.yaml': REPORT,
  'reports/r/chapters/one.mdx': mdx(CHAPTER, CALLOUT),
  'reports/r/viewpoints/1.mdx': mdx(VIEWPOINT),
};

describe('content fits its schema', () => {
  it('lets a report through', () => {
    expect(
      reasons(contentSchema, { ...GOOD, 'reports/r/permalinks.yaml': manifest([['p1', 'one']]) }),
    ).toEqual([]);
  });

  it('names the field that is wrong', () => {
    const found = reasons(contentSchema, { 'reports/r/report.yaml': REPORT.replace('2024-11', 'soon') });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^content\/reports\/r\/report\.yaml: .*released/su);
  });

  it.each([
    ['a field too many', { 'reports/r/viewpoints/1.mdx': mdx({ ...VIEWPOINT, more: 1 }) }],
    ['a chapter without front matter', { 'reports/r/chapters/one.mdx': 'text' }],
    ['broken YAML', { 'reports/r/report.yaml': 'title: [' }],
    ['a file that belongs to nothing', { 'reports/r/draft.mdx': 'text' }],
    ['a file outside of a report', { 'notes.yaml': 'a: 1' }],
  ])('finds %s', (_what, texts: Record<string, string>) => {
    expect(reasons(contentSchema, texts)).toHaveLength(1);
  });
});

describe('no machine paths', () => {
  it.each(['见 https://a.example/home/x', '1/2 与 3/4', '<Figure src="figures/f1.webp" />', 'and/or'])(
    'allows %s',
    (text) => {
      expect(reasons(noMachinePaths, { 'reports/r/a.mdx': text })).toEqual([]);
    },
  );

  it.each(['file:///a/b.pdf', 'src: /home/ann/a.pdf', '"/tmp/x.pdf"', String.raw`C:\Users\ann`])(
    'finds %s',
    (text) => {
      expect(reasons(noMachinePaths, { 'reports/r/a.mdx': text })).toHaveLength(1);
    },
  );
});

describe('viewpoints are placed', () => {
  it('lets a viewpoint through whose chapter names and shows it', () => {
    expect(reasons(viewpointPlaces, GOOD)).toEqual([]);
  });

  it.each([
    ['an unknown chapter', { 'reports/r/viewpoints/1.mdx': mdx({ ...VIEWPOINT, chapter: 'two' }) }, '"two"'],
    ['an unknown section', { 'reports/r/viewpoints/1.mdx': mdx({ ...VIEWPOINT, section: 's9' }) }, 's9'],
    ['no callout', { 'reports/r/chapters/one.mdx': mdx(CHAPTER) }, '0 times'],
    ['two callouts', { 'reports/r/chapters/one.mdx': mdx(CHAPTER, CALLOUT + CALLOUT) }, '2 times'],
    [
      'a chapter that does not list it',
      { 'reports/r/chapters/one.mdx': mdx({ ...CHAPTER, viewpoints: [] }, CALLOUT) },
      'list',
    ],
    [
      'a chapter that lists one more',
      { 'reports/r/chapters/one.mdx': mdx({ ...CHAPTER, viewpoints: [1, 2] }, CALLOUT) },
      'viewpoint 2',
    ],
  ])('finds %s', (_what, texts: Record<string, string>, words) => {
    const found = reasons(viewpointPlaces, { ...GOOD, ...texts });
    expect(found.join('\n')).toContain(words);
  });
});

describe('permalinks are kept', () => {
  const state = (permalinks: string) =>
    smallContent({ 'reports/r/report.yaml': REPORT, 'reports/r/permalinks.yaml': permalinks });
  const check = (now: string, before: string) =>
    checkPermalinksKept(state(now), state(before)).map(({ reason }) => reason);

  it('allows new ids, moved ids that remember, and renamed chapters that redirect', () => {
    const before = manifest([
      ['p1', 'one'],
      ['p2', 'two'],
    ]);
    const now = manifest(
      [
        ['p1', 'three', 'one'],
        ['p2', 'deux'],
        ['p3', 'one'],
      ],
      { two: 'deux' },
    );
    expect(check(now, before)).toEqual([]);
  });

  it('finds an id that is gone', () => {
    expect(
      check(
        manifest([['p1', 'one']]),
        manifest([
          ['p1', 'one'],
          ['p2', 'one'],
        ]),
      ),
    ).toHaveLength(1);
  });

  it('finds an id that moved without leaving word', () => {
    expect(check(manifest([['p1', 'three']]), manifest([['p1', 'one']]))).toHaveLength(1);
  });

  it('finds a redirect that is gone', () => {
    expect(check(manifest([]), manifest([], { old: 'new' }))).toHaveLength(1);
  });

  it('finds a manifest that is gone', () => {
    const found = checkPermalinksKept(smallContent({}), state(manifest([['p1', 'one']])));
    expect(found).toHaveLength(1);
  });
});

describe('no report is a sample', () => {
  it('lets reports through, and finds the one that says that it is a sample', () => {
    expect(reasons(noSample, GOOD)).toEqual([]);
    const sample = JSON.stringify({ title: '题', publisher: '社', notice: '虚构', sample: true });
    const found = reasons(noSample, { ...GOOD, 'reports/s/report.yaml': sample });
    expect(found).toEqual(['content/reports/s/report.yaml: It says “sample: true”.']);
  });
});

describe('generated files are what ingest writes', () => {
  const committed = smallContent({ 'reports/r/a.mdx': 'one\ntwo\n', 'reports/other/a.mdx': 'x' });
  const check = (texts: Record<string, string>) =>
    compareRegenerated(committed, smallContent(texts), 'r').map(({ file, reason }) => `${file}: ${reason}`);

  it('finds no difference where there is none', () => {
    expect(check({ 'reports/r/a.mdx': 'one\ntwo\n' })).toEqual([]);
  });

  it('names the first line that differs', () => {
    expect(check({ 'reports/r/a.mdx': 'one\n2\n' })[0]).toContain('from line 2 on');
  });

  it('finds files that are missing and files that are left over', () => {
    const found = check({ 'reports/r/b.mdx': 'x' });
    expect(found[0]).toMatch(/^content\/reports\/r\/a\.mdx: Ingest does not write/u);
    expect(found[1]).toMatch(/^content\/reports\/r\/b\.mdx: .*missing/u);
  });
});
