import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../support/source-files.ts';

/** How long to wait for something that a healthy command does at once, in milliseconds. */
const PATIENCE = 20_000;

let project: string;
let started: ChildProcess[];

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'report-reader-start-'));
  started = [];
  await mkdir(join(project, 'dist'));
  await writeFile(join(project, 'dist', 'index.html'), '<title>首页</title>');
});

afterEach(async () => {
  for (const child of started) {
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL'))
      await once(child, 'exit');
  }
  await rm(project, { recursive: true, force: true });
});

/** Runs `npm start`'s command in the small project. */
function start(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.ts'), ...args], {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    ended,
    output: () => output,
    until: async (pattern: RegExp): Promise<RegExpExecArray> => {
      for (let waited = 0; waited < PATIENCE; waited += 50) {
        const found = pattern.exec(output);
        if (found) return found;
        await sleep(50);
      }
      throw new Error(`"${pattern.source}" was not printed in time. Printed:\n${output}`);
    },
  };
}

async function takePort(port: number) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch(() => undefined);
  return { port: (server.address() as AddressInfo).port, free: () => server.close() };
}

/** A report whose ingest starts another process and never ends, as a long PDF would. */
async function addEndlessIngest(): Promise<string> {
  const report = join(project, 'content', 'reports', 'r');
  await mkdir(join(report, 'sources'), { recursive: true });
  await mkdir(join(project, 'scripts'));
  await writeFile(join(report, 'report.yaml'), '');
  await writeFile(join(report, 'sources', 'article.md'), '');
  const pids = join(project, 'pids');
  await writeFile(
    join(project, 'scripts', 'ingest.ts'),
    `import { spawn } from 'node:child_process';
     import { writeFileSync } from 'node:fs';
     const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
     writeFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid);
     console.log('Ingesting', process.argv[2]);
     setInterval(() => {}, 1000);`,
  );
  return pids;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('npm start', () => {
  it('serves the built site and prints its address', async () => {
    const run = start(['--no-build'], { BASE: '/reports' });
    const [, address = ''] = await run.until(/The site is at (\S+)/u);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/reports\/$/u);
    expect(await (await fetch(address)).text()).toContain('首页');
  });

  it('says once how the full text of a report can be had of which only the article is here', async () => {
    const report = join(project, 'content', 'reports', 'r');
    await mkdir(join(report, 'sources'), { recursive: true });
    await writeFile(join(report, 'report.yaml'), 'title: 甲\npublisher: 乙\nnotice: 来源：乙\n');
    await writeFile(join(report, 'sources', 'article.md'), '');
    const run = start(['--no-build']);
    await run.until(/The site is at (\S+)/u);
    expect(run.output().match(/npm run ingest -- r --pdf FILE/gu)).toHaveLength(1);
  });

  it('serves the shelf with the sample, and not dist/, once the sample is there', async () => {
    await mkdir(join(project, '.cache/sample/reports/sample'), { recursive: true });
    await writeFile(join(project, '.cache/sample/reports/sample/report.yaml'), '');
    await mkdir(join(project, '.cache/shelf/dist'), { recursive: true });
    await writeFile(join(project, '.cache/shelf/dist/index.html'), '<title>书架</title>');
    const run = start(['--no-build']);
    const [, address = ''] = await run.until(/The site is at (\S+)/u);
    expect(await (await fetch(address)).text()).toContain('书架');
  });

  it('takes a free port where the usual one is taken', async () => {
    const taken = await takePort(4321).catch(() => undefined);
    const run = start(['--no-build']);
    const [, port] = await run.until(/The site is at http:\/\/127\.0\.0\.1:(\d+)\//u);
    taken?.free();
    expect(port).not.toBe('4321');
  });

  it('says so where the port that was asked for is taken', async () => {
    const taken = await takePort(0);
    const run = start(['--no-build', '--port', String(taken.port)]);
    expect(await run.ended).toBe(2);
    expect(run.output()).toContain(`Port ${taken.port} is taken`);
    taken.free();
  });

  it('refuses a port that is none', async () => {
    const run = start(['--no-build', '--port', '70000']);
    expect(await run.ended).toBe(2);
    expect(run.output()).toContain('from 1 to 65535');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly at %s while it serves', async (signal) => {
    const run = start(['--no-build']);
    const [, address = ''] = await run.until(/The site is at (\S+)/u);
    run.child.kill(signal);
    expect(await run.ended).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  it('ends when the shell in which npm started it is killed', async () => {
    const script = `"$0" ${join(ROOT, 'scripts/start.ts')} --no-build & echo "pid $!"; wait`;
    const shell = spawn('sh', ['-c', script, process.execPath], {
      cwd: project,
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.push(shell);
    let output = '';
    shell.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    await expect.poll(() => output, { timeout: PATIENCE }).toMatch(/The site is at/u);
    const pid = Number(/pid (\d+)/u.exec(output)?.[1]);
    expect(isAlive(pid)).toBe(true);
    shell.kill('SIGTERM');
    await expect.poll(() => isAlive(pid), { timeout: PATIENCE }).toBe(false);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends everything it started at %s while it ingests',
    async (signal) => {
      const pidFile = await addEndlessIngest();
      const run = start([]);
      await run.until(/Ingesting r/u);
      run.child.kill(signal);
      expect(await run.ended).toBe(0);
      const pids = (await readFile(pidFile, 'utf8')).split(' ').map(Number);
      expect(pids).toHaveLength(2);
      // The kernel may take a moment to clear away what was killed.
      for (let waited = 0; pids.some(isAlive) && waited < PATIENCE; waited += 50) await sleep(50);
      expect(pids.filter(isAlive)).toEqual([]);
      expect(run.output()).not.toContain('The site is at');
    },
  );

  it('stops with the exit code of an ingest that fails, and serves nothing', async () => {
    await addEndlessIngest();
    await writeFile(join(project, 'scripts', 'ingest.ts'), 'console.error("Wrong."); process.exit(1);');
    const run = start([]);
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain('Wrong.');
    expect(run.output()).not.toContain('The site is at');
  });

  it('leaves a report alone whose sources are not here', async () => {
    await addEndlessIngest();
    await rm(join(project, 'content', 'reports', 'r', 'sources'), { recursive: true });
    await writeFile(join(project, 'scripts', 'build.ts'), 'console.log("Built.");');
    const run = start([]);
    await run.until(/The site is at/u);
    expect(run.output()).toMatch(/r: no source in .*Built\./su);
    expect(existsSync(join(project, 'pids'))).toBe(false);
  });
});
