import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { cp, glob, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from '../../scripts/steps/run-node.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE_FOLDER = join(ROOT, '.cache', 'test-sites');
/** Built sites are kept for the next run; older ones than these go. */
const KEPT_BUILDS = 8;

/** Everything that a build depends on; a file missing here would let tests run against an old site. */
const INPUTS = [
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  'public/**',
  'src/**',
  'scripts/build.ts',
  'scripts/offline/**',
  'scripts/search/**',
];

/** What the content of a variant with PDFs depends on beside that. */
const INGEST_INPUTS = ['scripts/ingest.ts', 'scripts/ingest/**'];

export interface BuildVariant {
  /** Path under which the site is published, as `BASE`. */
  readonly base: string;
  /** Origin of the published site, as `SITE`; absent where it is not known. */
  readonly site?: string;
  /** Content folders, laid over one another: the site has all of their reports. */
  readonly contentFolders: readonly string[];
  /** PDFs to be ingested, each as a report that is named after its file. */
  readonly pdfs?: readonly string[];
}

export interface BuiltVariant {
  readonly distFolder: string;
  /** What the site was built of: holds `reports/`. */
  readonly contentFolder: string;
}

const OWN_CONTENT = join(ROOT, 'content');

/** The content of this repository, published at the top of a site with a name. */
export const ROOT_VARIANT: BuildVariant = {
  base: '/',
  site: 'https://reader.example',
  contentFolders: [OWN_CONTENT],
};

/**
 * The same and an invented report that has every element a chapter may hold: two reports, under a path, with
 * no origin given.
 */
export const TWO_REPORTS_VARIANT: BuildVariant = {
  base: '/reports',
  contentFolders: [OWN_CONTENT, join(ROOT, 'tests', 'fixtures', 'content')],
};

/** Reports of others that lie beside the project on some machines, and never in it. */
const CORPUS_FOLDER = join(ROOT, '..', 'shared', 'corpus');

/** Real reports as they come out of ingest, untouched by hand; undefined on a machine that has none. */
export function corpusVariant(): BuildVariant | undefined {
  if (!existsSync(CORPUS_FOLDER)) return undefined;
  const files = readdirSync(CORPUS_FOLDER).filter((file) => file.endsWith('.pdf'));
  return { base: '/', contentFolders: [], pdfs: files.map((file) => join(CORPUS_FOLDER, file)) };
}

/**
 * Builds the site with the project's own build command, unless these very inputs were built before.
 * @throws Error where ingest or the build fails; they have printed why.
 */
export async function buildOnce(variant: BuildVariant): Promise<BuiltVariant> {
  const folder = join(CACHE_FOLDER, await hashInputs(variant));
  const built = { distFolder: join(folder, 'dist'), contentFolder: join(folder, 'content') };
  if (existsSync(folder)) {
    await utimes(folder, new Date(), new Date());
    return built;
  }
  await mkdir(CACHE_FOLDER, { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  try {
    await fill(unfinished, variant);
    if (!existsSync(folder)) await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  await removeOldBuilds();
  return built;
}

/** Makes `content/` and `dist/` in a folder. */
async function fill(folder: string, { base, site, contentFolders, pdfs = [] }: BuildVariant): Promise<void> {
  const contentFolder = join(folder, 'content');
  for (const source of contentFolders) await cp(source, contentFolder, { recursive: true });
  for (const pdf of pdfs) {
    const id = basename(pdf, '.pdf').toLowerCase().replaceAll('_', '-');
    await run('scripts/ingest.ts', [id, '--pdf', pdf, '--quiet'], { CONTENT_DIR: contentFolder });
  }
  const cache = join(folder, 'cache');
  const options = ['--quiet', '--out', join(folder, 'dist'), '--cache', cache];
  await run('scripts/build.ts', options, { BASE: base, SITE: site ?? '', CONTENT_DIR: contentFolder });
  await rm(cache, { recursive: true, force: true });
}

async function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const running = runNode(script, args, {
    ...env,
    NODE_ENV: 'production',
    // What needs the network would fail on a machine without one.
    NODE_OPTIONS: `--import=${new URL('no-network.ts', import.meta.url).href}`,
  });
  const code = await running.done;
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} ended with exit code ${code}.`);
}

async function hashInputs({ base, site, contentFolders, pdfs = [] }: BuildVariant): Promise<string> {
  const hash = createHash('sha256').update(
    JSON.stringify([process.version, base, site, pdfs.map((pdf) => basename(pdf))]),
  );
  const folders = [
    { root: ROOT, patterns: pdfs.length > 0 ? [...INPUTS, ...INGEST_INPUTS] : INPUTS },
    ...contentFolders.map((root) => ({ root, patterns: ['**'] })),
  ];
  const files = await Promise.all(
    folders.map(async ({ root, patterns }) =>
      (await listFiles(root, patterns)).map((file) => ({ root, file })),
    ),
  );
  const all = [...files.flat(), ...pdfs.map((file) => ({ root: CORPUS_FOLDER, file }))];
  for (const { root, file } of all) {
    hash
      .update(relative(root, file))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
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
