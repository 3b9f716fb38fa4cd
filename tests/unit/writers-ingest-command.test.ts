import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { htmlArticle, markdownArticle } from '../support/article-page.ts';
import { ROOT } from '../support/source-files.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('npm run ingest', () => {
  let work = '';
  const path = (...parts: readonly string[]): string => join(work, ...parts);
  const report = (...parts: readonly string[]): string => path('content/reports/rivers', ...parts);
  const write = (file: string, text: string): string => {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const ingest = (...args: readonly string[]): Promise<Run> =>
    new Promise((resolve) => {
      const options = { cwd: ROOT, env: { ...process.env, CONTENT_DIR: path('content') } };
      execFile(process.execPath, ['scripts/ingest.ts', ...args], options, (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      });
    });
  /** Everything in a folder, path and content. */
  const snapshot = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(
        (entry) =>
          `${join(entry.parentPath, entry.name)}\n${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`,
      )
      .sort();

  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), 'ingest-command-'));
  });
  afterEach(() => {
    rmSync(work, { recursive: true });
  });

  it('makes a new report of an article alone, and changes nothing the second time', async () => {
    const article = write(path('given.md'), markdownArticle('第二段。'));
    const first = await ingest('rivers', '--article', article);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/河湖管理报告（2030年）, 2 chapters, 2 viewpoints.*lost 0/su);
    expect(readFileSync(report('sources/article.md'), 'utf8')).toBe(markdownArticle('第二段。'));
    const before = snapshot(path('content'));
    const second = await ingest();
    expect(second.out).toContain('nothing changed');
    expect(snapshot(path('content'))).toEqual(before);
  });

  it('keeps ids, comments and corrections of people when an article is renewed', async () => {
    await ingest('rivers', '--article', write(path('given.md'), markdownArticle('第二段。')));
    const yaml = readFileSync(report('report.yaml'), 'utf8').replace(
      'slug: chapter-1',
      'slug: rivers # shorter',
    );
    write(report('report.yaml'), yaml);
    write(
      report('overrides.yaml'),
      'corrections:\n  - replace: 翻了一番\n    with: 翻番\n  - drop: 早已没有的话\n',
    );
    const { code, out } = await ingest('rivers');
    expect(code).toBe(0);
    expect(out).toContain('warning overrides/apply');
    expect(readFileSync(report('report.yaml'), 'utf8')).toContain('slug: rivers # shorter');
    expect(readdirSync(report('chapters'))).toEqual(['chapter-2.mdx', 'rivers.mdx']);
    expect(readFileSync(report('viewpoints/1.mdx'), 'utf8')).toContain('巡查次数翻番');
    expect(readFileSync(report('permalinks.yaml'), 'utf8')).toContain('chapter-1: rivers');
  });

  it('leaves the content as it is when the article is cut off, is another, or report.yaml is broken', async () => {
    await ingest('rivers', '--article', write(path('given.md'), markdownArticle('第二段。')));
    const before = snapshot(path('content'));
    const cut = write(path('cut.md'), markdownArticle('第二段。').replace(/院）\s*$/u, ''));
    expect(await ingest('rivers', '--article', cut)).toMatchObject({
      code: 1,
      err: expect.stringContaining('[article/is-complete]'),
    });
    const other = write(
      path('other.md'),
      markdownArticle('第二段。').replaceAll('河湖管理报告', '秋粮收购手册'),
    );
    expect(await ingest('rivers', '--article', other)).toMatchObject({
      code: 1,
      err: expect.stringContaining('《秋粮收购手册（2030年）》'),
    });
    expect(snapshot(path('content'))).toEqual(before);
    const yaml = readFileSync(report('report.yaml'), 'utf8');
    write(report('report.yaml'), yaml.replace('released:', 'released-on:'));
    const broken = snapshot(path('content'));
    expect(await ingest('rivers')).toMatchObject({
      code: 1,
      err: expect.stringContaining('[report/is-valid]'),
    });
    expect(snapshot(path('content'))).toEqual(broken);
  });

  it('writes everything to --out and leaves the content folder alone', async () => {
    const article = write(path('given.html'), htmlArticle('第二段。'));
    const { code } = await ingest(
      'rivers',
      '--article',
      article,
      '--out',
      path('out'),
      '--trace',
      path('trace'),
      '--quiet',
    );
    expect(code).toBe(0);
    expect(existsSync(path('content'))).toBe(false);
    expect(readdirSync(path('out'))).toEqual([
      'audit.yaml',
      'chapters',
      'generated.yaml',
      'introduction.mdx',
      'permalinks.yaml',
      'report.yaml',
      'sources',
      'viewpoints',
    ]);
    expect(readdirSync(path('trace/rivers'))).toContain('4-corrected.json');
  });

  it('answers machines with one JSON object, errors too', async () => {
    const article = write(path('given.md'), markdownArticle('第二段。'));
    const good = await ingest('rivers', '--article', article, '--json');
    expect(JSON.parse(good.out)).toMatchObject({
      reports: [{ id: 'rivers', viewpoints: 2, sources: [{ kind: 'article', lost: 0 }] }],
    });
    const bad = await ingest('rivers', '--pdf', article, '--json');
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out)).toMatchObject({
      reports: [{ id: 'rivers', error: { code: 'pdf/is-a-pdf' } }],
    });
  });

  it('makes a report of a PDF alone, keeps the PDF beside it, and adds the article later without changing an id', async () => {
    const pdf = join(ROOT, 'tests/fixtures/pdf/writer-decimal/input.pdf');
    const first = await ingest('rivers', '--pdf', pdf);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(report('sources/report.pdf'))).toEqual(readFileSync(pdf));
    expect(existsSync(report('document.json'))).toBe(false);
    const chapters = snapshot(report('chapters'));
    const title = /^title: (.*)$/mu.exec(readFileSync(report('report.yaml'), 'utf8'))?.[1] ?? '';
    const about = markdownArticle('第二段。').replaceAll('河湖管理报告（2030年）', title);
    expect(await ingest('rivers', '--article', write(path('given.md'), about))).toMatchObject({ code: 0 });
    expect(readdirSync(report('viewpoints'))).toEqual(['1.mdx', '2.mdx']);
    const texts = (files: readonly string[]): string =>
      files.join('').replace(/^---$.*?^---$|<ViewpointCallout.*?\/>\n*/gmsu, '');
    expect(texts(snapshot(report('chapters')))).toBe(texts(chapters));
  });

  it('brings back a report that a kill left between the two renamings', async () => {
    await ingest('rivers', '--article', write(path('given.md'), markdownArticle('第二段。')));
    const before = snapshot(report());
    renameSync(report(), path('content/reports/.rivers.old'));
    expect((await ingest()).code).toBe(0);
    expect(snapshot(report())).toEqual(before);
    expect(readdirSync(path('content/reports'))).toEqual(['rivers']);
  });

  it('tells wrong usage from wrong content by its exit code', async () => {
    const runs = await Promise.all([
      ingest('Rivers'),
      ingest('--pdf', 'a.pdf'),
      ingest('--bogus'),
      ingest('rivers'),
      ingest('--help'),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 1, 0]);
  });
});
