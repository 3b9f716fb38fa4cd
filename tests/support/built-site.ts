import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, glob, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from '../../scripts/steps/run-node.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE_FOLDER = join(ROOT, '.cache', 'test-sites');
/** Built sites are kept for the next run; older ones than these go. */
const KEPT_BUILDS = 6;

/** Everything that a build depends on; a file missing here would let tests run against an old site. */
const INPUTS = [
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  'public/**',
  'src/**',
  'scripts/build.ts',
  'scripts/search/**',
];

export interface BuildVariant {
  /** Path under which the site is published, as `BASE`. */
  readonly base: string;
  /** Origin of the published site, as `SITE`; absent where it is not known. */
  readonly site?: string;
  /** Content folders, laid over one another: all of their reports stand on the shelf. */
  readonly contentFolders: readonly string[];
}

const OWN_CONTENT = join(ROOT, 'content');

/** The content of this repository, published at the top of a site with a name. */
export const ROOT_VARIANT: BuildVariant = {
  base: '/',
  site: 'https://reader.example',
  contentFolders: [OWN_CONTENT],
};

/**
 * The same and an invented report that has every element a chapter may hold: two reports on the shelf, under a path, with
 * no origin given.
 */
export const SHELF_VARIANT: BuildVariant = {
  base: '/reports',
  contentFolders: [OWN_CONTENT, join(ROOT, 'tests', 'fixtures', 'content')],
};

/**
 * Builds the site with the project's own build command, unless these very inputs were built before.
 * @returns the folder of the built site
 * @throws Error where the build fails; the build itself has printed why.
 */
export async function buildOnce(variant: BuildVariant): Promise<string> {
  const key = await hashInputs(variant);
  const folder = join(CACHE_FOLDER, key);
  if (existsSync(folder)) {
    await utimes(folder, new Date(), new Date());
    return folder;
  }
  await mkdir(CACHE_FOLDER, { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  const contentFolder = join(unfinished, 'content');
  for (const folder of variant.contentFolders) await cp(folder, contentFolder, { recursive: true });
  const build = runNode(
    'scripts/build.ts',
    ['--quiet', '--out', join(unfinished, 'dist'), '--cache', join(unfinished, 'cache')],
    {
      BASE: variant.base,
      SITE: variant.site ?? '',
      CONTENT_DIR: contentFolder,
      NODE_ENV: 'production',
    },
  );
  const code = await build.done;
  if (code === 0 && !existsSync(folder)) await rename(join(unfinished, 'dist'), folder);
  await rm(unfinished, { recursive: true, force: true });
  if (code !== 0)
    throw new Error(`The site with base ${variant.base} could not be built (exit code ${code}).`);
  await removeOldBuilds();
  return folder;
}

async function hashInputs({ base, site, contentFolders }: BuildVariant): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([process.version, base, site]));
  const folders = [
    { root: ROOT, patterns: INPUTS },
    ...contentFolders.map((root) => ({ root, patterns: ['**'] })),
  ];
  for (const { root, patterns } of folders) {
    for (const file of await listFiles(root, patterns)) {
      hash
        .update(relative(root, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function listFiles(root: string, patterns: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const entry of glob(patterns, { cwd: root, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  }
  return files.sort();
}

async function removeOldBuilds(): Promise<void> {
  const names = await readdir(CACHE_FOLDER);
  const builds = await Promise.all(
    names
      .filter((name) => /^[0-9a-f]{16}$/u.test(name))
      .map(async (name) => ({ name, stat: await stat(join(CACHE_FOLDER, name)) })),
  );
  const old = builds.sort((a, b) => b.stat.mtimeMs - a.stat.mtimeMs).slice(KEPT_BUILDS);
  for (const { name } of old) await rm(join(CACHE_FOLDER, name), { recursive: true, force: true });
}
