import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeProcessLock } from '../../scripts/steps/process-lock.ts';
import { ROOT } from '../support/source-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-reader-lock-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process that takes the lock on a path, says when it has it, holds it for a while and ends. */
async function holdLock(milliseconds: number, path = join(folder, 'content')) {
  const script = join(folder, `hold-${randomUUID()}.ts`);
  await writeFile(
    script,
    `import { takeProcessLock } from ${JSON.stringify(join(ROOT, 'scripts/steps/process-lock.ts'))};
     await takeProcessLock(${JSON.stringify(path)}, (pid) => console.log('waits for', pid));
     console.log('has it');
     setTimeout(() => { console.log('lets go'); process.exit(0); }, ${String(milliseconds)});`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, output: () => output, ended: once(child, 'close') };
}

it('lets one process wait for another, and says which', async () => {
  const first = await holdLock(60_000);
  await expect.poll(first.output, { timeout: 20_000 }).toContain('has it');
  const second = await holdLock(1);
  await expect.poll(second.output, { timeout: 20_000 }).toContain(`waits for ${String(first.child.pid)}`);
  expect(second.output()).not.toContain('has it');
  first.child.kill('SIGTERM');
  await second.ended;
  expect(second.output()).toBe(`waits for ${String(first.child.pid)}\nhas it\nlets go\n`);
});

it('is free at once when its holder was killed', async () => {
  const first = await holdLock(60_000);
  await expect.poll(first.output, { timeout: 20_000 }).toContain('has it');
  const second = await holdLock(1);
  await expect.poll(second.output, { timeout: 20_000 }).toContain('waits for');
  first.child.kill('SIGKILL');
  await second.ended;
  expect(second.output()).toContain('has it\nlets go\n');
});

it('keeps nobody from other paths, and is nothing on the disk', async () => {
  const first = await holdLock(60_000);
  await expect.poll(first.output, { timeout: 20_000 }).toContain('has it');
  const second = await holdLock(1, join(folder, 'other'));
  await second.ended;
  expect(second.output()).toBe('has it\nlets go\n');
  expect((await readdir(folder)).filter((name) => !name.startsWith('hold-'))).toEqual([]);
  first.child.kill('SIGKILL');
  await first.ended;
});

it('can be let go and taken again by the same process', async () => {
  const path = join(folder, 'content');
  for (let turn = 0; turn < 3; turn += 1) {
    const release = await takeProcessLock(path, () => expect.fail('nobody else holds it'));
    release();
  }
});

it('goes to one after the other of many who wait', async () => {
  const path = join(folder, 'content');
  let holders = 0;
  const turns = Array.from({ length: 8 }, async () => {
    const release = await takeProcessLock(path, () => {});
    holders += 1;
    expect(holders).toBe(1);
    await sleep(5);
    holders -= 1;
    release();
  });
  await Promise.all(turns);
});
