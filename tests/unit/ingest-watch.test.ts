import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markdownArticle } from '../support/article-page.ts';
import { ROOT } from '../support/source-files.ts';

/** How long to wait for something that a healthy command does at once, in milliseconds. */
const PATIENCE = 30_000;
/** In this time a run that should not be would have begun, in milliseconds: several looks at the files. */
const QUIET_MS = 1500;

let content: string;
let started: ChildProcess[];

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'ingest-watch-'));
  started = [];
  write('rivers', 'sources/article.md', markdownArticle('第二段。'));
  write(
    'rivers',
    'report.yaml',
    "title: 河湖管理报告（2030年）\npublisher: 示例研究院\nreleased: '2030-03-01'\nnotice: 来源：示例研究院\n",
  );
});

afterEach(async () => {
  for (const child of started) {
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL'))
      await once(child, 'exit');
  }
  rmSync(content, { recursive: true });
});

const pathOf = (id: string, file: string): string => join(content, 'reports', id, file);
const read = (id: string, file: string): string => readFileSync(pathOf(id, file), 'utf8');

function write(id: string, file: string, text: string): void {
  mkdirSync(dirname(pathOf(id, file)), { recursive: true });
  writeFileSync(pathOf(id, file), text);
}

/** Starts `npm run ingest -- --watch`'s command on the small content. */
function watch(...args: readonly string[]) {
  const child = spawn(process.execPath, ['scripts/ingest.ts', '--watch', ...args], {
    cwd: ROOT,
    env: { ...process.env, CONTENT_DIR: content },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return {
    child,
    ended: once(child, 'exit').then(([code]) => code as number | null),
    output: () => output,
    /** Runs that came to an end, good or bad. */
    runs: () => output.match(/chapters, \d+ viewpoints|cannot be used/gu)?.length ?? 0,
    until: async (pattern: RegExp): Promise<void> => {
      await expect.poll(() => output, { timeout: PATIENCE }).toMatch(pattern);
    },
  };
}

describe('npm run ingest -- --watch', () => {
  it('reads a report at once, and again when its source changes', async () => {
    const run = watch();
    await run.until(/rivers: .*2 chapters/u);
    write('rivers', 'sources/article.md', markdownArticle('第二段改过了。'));
    await run.until(/sources\/article\.md changed\.[^]*rivers: .*2 chapters/u);
    expect(read('rivers', 'introduction.mdx')).toContain('第二段改过了。');
    expect(run.runs()).toBe(2);
  });

  it('does not take what it writes into report.yaml for a change, only what people write', async () => {
    const run = watch('rivers');
    await run.until(/rivers: .*2 chapters/u);
    expect(read('rivers', 'report.yaml')).toContain('slug: chapter-1');
    await sleep(QUIET_MS);
    expect(run.runs()).toBe(1);
    // Ingest puts such a date in quotes: it rewrites the file after this change too.
    write('rivers', 'report.yaml', read('rivers', 'report.yaml').replace("'2030-03-01'", '2030-03-02'));
    await run.until(/report\.yaml changed\.[^]*rivers: .*2 chapters/u);
    await sleep(QUIET_MS);
    expect(read('rivers', 'report.yaml')).toContain("'2030-03-02'");
    expect(run.runs()).toBe(2);
  });

  it('says what is wrong and goes on', async () => {
    const run = watch();
    await run.until(/rivers: .*2 chapters/u);
    write('rivers', 'overrides.yaml', 'corrections:\n  - replace: 翻了一番\n');
    await run.until(/Line 2: corrections\[0\]\.with is missing/u);
    write('rivers', 'overrides.yaml', 'corrections:\n  - replace: 翻了一番\n    with: 翻番\n');
    await expect
      .poll(() => read('rivers', 'viewpoints/1.mdx'), { timeout: PATIENCE })
      .toContain('巡查次数翻番');
    expect(run.child.exitCode).toBe(null);
  });

  it('finds a report that is added, and reads that one only', async () => {
    const run = watch();
    await run.until(/rivers: .*2 chapters/u);
    write('lakes', 'sources/article.md', markdownArticle('另一份。'));
    await run.until(/lakes: .*2 chapters/u);
    expect(run.output()).not.toMatch(/rivers: [\w/.]+ changed/u);
    expect(run.runs()).toBe(2);
  });

  it('counts changes that come one upon the other as one', async () => {
    const run = watch();
    await run.until(/rivers: .*2 chapters/u);
    for (const text of ['甲。', '乙。', '丙。', '丁。']) {
      write('rivers', 'sources/article.md', markdownArticle(text));
      await sleep(100);
    }
    await expect.poll(() => read('rivers', 'introduction.mdx'), { timeout: PATIENCE }).toContain('丁。');
    expect(run.runs()).toBeLessThanOrEqual(3);
  });

  it.runIf(process.platform === 'linux')('ends at Ctrl-C with the process that reads a PDF', async () => {
    rmSync(pathOf('rivers', 'sources'), { recursive: true });
    mkdirSync(pathOf('rivers', 'sources'));
    cpSync(join(ROOT, 'tests/fixtures/pdf/writer-decimal/input.pdf'), pathOf('rivers', 'sources/report.pdf'));
    const run = watch('rivers');
    const childrenFile = `/proc/${String(run.child.pid)}/task/${String(run.child.pid)}/children`;
    const children = (): readonly string[] =>
      readFileSync(childrenFile, 'utf8').trim().split(' ').filter(Boolean);
    await expect.poll(children, { timeout: PATIENCE, interval: 10 }).not.toEqual([]);
    const pids = children();
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    await expect.poll(() => pids.filter((pid) => readdirSync('/proc').includes(pid))).toEqual([]);
    expect(run.output()).not.toContain('chapters,');
  });

  it('refuses what it cannot watch', async () => {
    const nowhere = watch('seas');
    const elsewhere = watch('rivers', '--pdf', 'a.pdf');
    expect(await Promise.all([nowhere.ended, elsewhere.ended])).toEqual([2, 2]);
    expect(nowhere.output()).toContain('seas');
    expect(elsewhere.output()).toContain('leave out --pdf');
  });
});
