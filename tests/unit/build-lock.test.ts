import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../support/source-files.ts';

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-reader-lock-'));
  lock = join(folder, 'inner', 'build.lock');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process that takes the lock, says when it has it, holds it for a while and ends. */
async function holdLock(milliseconds: number) {
  const script = join(folder, 'hold.ts');
  await writeFile(
    script,
    `import { takeBuildLock } from ${JSON.stringify(join(ROOT, 'scripts/steps/build-lock.ts'))};
     await takeBuildLock((pid) => console.log('waits for', pid), ${JSON.stringify(lock)});
     console.log('has it');
     setTimeout(() => { console.log('lets go'); process.exit(0); }, ${milliseconds});`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, output: () => output, ended: once(child, 'close') };
}

it('lets one build wait for another', async () => {
  const first = await holdLock(700);
  await expect.poll(first.output, { timeout: 20_000 }).toContain('has it');
  const second = await holdLock(1);
  await expect.poll(second.output, { timeout: 20_000 }).toContain(`waits for ${first.child.pid}`);
  expect(second.output()).not.toContain('has it');
  await first.ended;
  await second.ended;
  expect(second.output()).toContain('has it');
  expect(existsSync(lock)).toBe(false);
});

it('takes the lock of a build that was killed', async () => {
  const first = await holdLock(60_000);
  await expect.poll(first.output, { timeout: 20_000 }).toContain('has it');
  first.child.kill('SIGKILL');
  await first.ended;
  expect(await readFile(lock, 'utf8')).toBe(String(first.child.pid));
  const second = await holdLock(1);
  await second.ended;
  expect(second.output()).toBe('has it\nlets go\n');
});
