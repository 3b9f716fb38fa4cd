import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFolder } from '../../scripts/ingest/writers/report-folder.ts';
import { recoverFolder, recoverFolders } from '../../scripts/ingest/writers/swap-folder.ts';
import { ROOT } from '../support/source-files.ts';

const KILLS = 8;
/** The child has started and is swapping by then, on a slow machine too; a kill before that proves nothing. */
const START_MS = 400;

describe('replaceFolder', () => {
  let parent = '';
  const folder = (): string => join(parent, 'rivers');
  const read = (path: string): string => readFileSync(join(folder(), path), 'utf8');

  beforeEach(async () => {
    parent = mkdtempSync(join(tmpdir(), 'replace-folder-'));
    mkdirSync(join(folder(), 'sources'), { recursive: true });
    writeFileSync(join(folder(), 'sources/article.md'), 'source');
    writeFileSync(join(folder(), 'overrides.yaml'), 'corrections: []\n');
    await replaceFolder(
      folder(),
      new Map([
        ['report.yaml', 'a'],
        ['chapters/old.mdx', 'old'],
      ]),
    );
  });
  afterEach(() => {
    rmSync(parent, { recursive: true });
  });

  it('replaces what ingest wrote and keeps what people wrote', async () => {
    const changed = await replaceFolder(
      folder(),
      new Map([
        ['report.yaml', 'a'],
        ['chapters/new.mdx', 'new'],
      ]),
    );
    expect(changed).toEqual(['chapters/new.mdx', 'chapters/old.mdx']);
    expect(readdirSync(join(folder(), 'chapters'))).toEqual(['new.mdx']);
    expect(read('sources/article.md') + read('overrides.yaml')).toBe('sourcecorrections: []\n');
    expect(readdirSync(parent)).toEqual(['rivers']);
    expect(statSync(folder()).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  it('touches nothing when nothing changed', async () => {
    const before = statSync(folder()).ino;
    expect(
      await replaceFolder(
        folder(),
        new Map([
          ['report.yaml', 'a'],
          ['chapters/old.mdx', 'old'],
        ]),
      ),
    ).toEqual([]);
    expect(statSync(folder()).ino).toBe(before);
  });

  it('leaves the content whole when a file cannot be written', async () => {
    const files = new Map([
      ['report.yaml', 'b'],
      ['sources/article.md', 'another source'],
      ['introduction.mdx', 'a file'],
      ['introduction.mdx/x.mdx', 'in a file'],
    ]);
    await expect(replaceFolder(folder(), files)).rejects.toThrow(/ENOTDIR|EEXIST|EISDIR/u);
    expect(read('report.yaml') + read('chapters/old.mdx') + read('sources/article.md')).toBe('aoldsource');
    expect(readdirSync(parent)).toEqual(['rivers']);
  });

  it('is put right after a kill between the two renamings, and after one while writing', () => {
    renameSync(folder(), join(parent, '.rivers.old'));
    mkdirSync(join(parent, '.rivers.new-x1'));
    expect(recoverFolder(folder())).toBe('restored');
    expect(recoverFolder(folder())).toBe(null);
    expect(read('report.yaml')).toBe('a');
    expect(readdirSync(parent)).toEqual(['rivers']);
    expect(existsSync(join(parent, '.rivers.old'))).toBe(false);
  });

  it('says what a killed run had left beside whole content', () => {
    mkdirSync(join(parent, '.rivers.new-x1'));
    mkdirSync(join(parent, '.lakes.old'));
    expect([...recoverFolders(parent)]).toEqual([
      ['lakes', 'restored'],
      ['rivers', 'cleaned'],
    ]);
    expect(readdirSync(parent).sort()).toEqual(['lakes', 'rivers']);
  });

  it('replaces the folder that a link leads to', async () => {
    renameSync(folder(), join(parent, 'elsewhere'));
    symlinkSync(join(parent, 'elsewhere'), folder());
    await replaceFolder(folder(), new Map([['report.yaml', 'b']]));
    expect(lstatSync(folder()).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(parent, 'elsewhere', 'report.yaml'), 'utf8')).toBe('b');
    expect(read('sources/article.md')).toBe('source');
  });

  it('leaves one whole state, the old or the new, when it is killed at any moment', async () => {
    const module = join(ROOT, 'scripts/ingest/writers/report-folder.ts');
    const loop = `import { replaceFolder } from ${JSON.stringify(module)};
      const files = (name) => new Map(Array.from({ length: 40 }, (_, index) => ['chapters/' + index + '.mdx', name.repeat(2000)]));
      for (let turn = 0; ; turn += 1) await replaceFolder(${JSON.stringify(folder())}, files(turn % 2 ? 'a' : 'b'));`;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', loop], {
        stdio: 'ignore',
      });
      // A busy machine may take long to start the child: its first folder says that it runs.
      await expect.poll(() => readdirSync(join(folder(), 'chapters')).length).toBe(40);
      await new Promise((resolve) => setTimeout(resolve, START_MS + kill * 7));
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      recoverFolder(folder());
      const chapters = readdirSync(join(folder(), 'chapters'));
      const contents = new Set(chapters.map((name) => read(join('chapters', name))));
      expect({ files: chapters.length, states: contents.size }).toEqual({ files: 40, states: 1 });
      expect(read('sources/article.md')).toBe('source');
      expect(readdirSync(parent)).toEqual(['rivers']);
    }
  });
});
