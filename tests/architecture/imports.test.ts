import { describe, expect, it } from 'vitest';
import { importsOf, packageOf, trackedFiles, type Import } from '../support/source-files.ts';

const files = trackedFiles(/^(?:src|scripts)\/.*\.(?:ts|js|mjs|cjs|astro)$/u);
const imports = files.flatMap((file) => importsOf(file));
const isOurs = ({ to }: Import): boolean => /^(?:src|scripts|tests|content|public)\//u.test(to);
const ours = imports.filter(isOurs);

/**
 * Which folders a folder may import from, beside itself. The first pattern that fits a file holds; this is the table of
 * docs/architecture.md.
 */
/** The rooms of the PDF reader in the order of its stages: each may import from those before it. */
const ROOMS = [
  'process',
  'glyphs',
  'gate',
  'lines',
  'furniture',
  'regions/captions',
  'regions/listings',
  'regions/tables',
  'regions/boxes',
  'regions/figures',
  'notes',
  'slides',
  'outline',
  'flow',
  'confidence',
  'audit',
  'pictures',
  'recognition',
] as const;
const PDF = 'scripts/ingest/readers/pdf';

/** A file of a room, and whether it lies directly in `regions/`: the contract that its five rooms share. */
const roomOf = (path: string): string | undefined => ROOMS.find((room) => path.startsWith(`${PDF}/${room}/`));
const isRegionContract = (path: string): boolean => new RegExp(`^${PDF}/regions/[^/]+\\.ts$`, 'u').test(path);

const LAYERS: readonly (readonly [layer: RegExp, allowed: readonly RegExp[]])[] = [
  [/^scripts\/ingest\/model\//u, []],
  [/^scripts\/ingest\/genre\//u, []],
  [/^scripts\/ingest\/readers\/pdf\//u, [/^scripts\/ingest\/(?:model|genre)\//u]],
  [/^scripts\/ingest\/readers\/article\//u, [/^scripts\/ingest\/(?:model|genre)\//u]],
  [/^scripts\/ingest\/transforms\//u, [/^scripts\/ingest\/(?:model|genre)\//u, /^src\/(?:schema|lib)\//u]],
  [/^scripts\/ingest\/writers\//u, [/^scripts\/ingest\/model\//u, /^src\/(?:schema|lib)\//u]],
  [/^scripts\/ingest\//u, [/^scripts\/ingest\//u, /^src\/(?:schema|lib)\//u]],
  [/^scripts\/search\//u, [/^src\/(?:schema|lib)\//u]],
  [/^scripts\/offline\//u, [/^src\/lib\//u]],
  [/^scripts\/checks\//u, [/^scripts\/steps\//u, /^src\/(?:schema|lib)\//u]],
  [/^scripts\/(?:serve|steps)\//u, []],
  [/^scripts\//u, [/^scripts\//u, /^src\/(?:schema|lib)\//u]],
  [/^src\/schema\//u, []],
  [/^src\/lib\//u, [/^src\/schema\//u]],
  [/^src\/client\//u, [/^src\/lib\//u, /^src\/schema\//u]],
  [/^src\/content\.config\.ts$/u, [/^src\/schema\//u]],
  [/^src\/cards\//u, [/^src\/(?:schema|lib)\//u]],
  [/^src\/queries\//u, [/^src\/(?:schema|lib)\//u, /^src\/styles\/epub\.css$/u]],
  [/^src\/components\//u, [/^src\/(?:schema|lib|queries|client|styles)\//u]],
  [/^src\/layouts\//u, [/^src\/(?:schema|lib|queries|client|styles|components)\//u]],
  [/^src\/pages\//u, [/^src\/(?:schema|lib|cards|queries|client|styles|components|layouts)\//u]],
  [/^src\/env\.d\.ts$/u, []],
];

const layerOf = (path: string) => LAYERS.find(([layer]) => layer.test(path));
const describeImport = ({ from, to }: Import): string => `${from} imports ${to}`;
const from = (pattern: RegExp): readonly string[] =>
  imports.filter(({ to }) => pattern.test(to)).map(({ from: path }) => path);

describe('imports', () => {
  it('are found at all', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(imports.map(describeImport)).toContain('scripts/start.ts imports scripts/serve/site-server.ts');
    expect(ours.some((entry) => entry.from.endsWith('.astro'))).toBe(true);
  });

  it('lead from a known folder', () => {
    expect(files.filter(({ path }) => !layerOf(path)).map(({ path }) => path)).toEqual([]);
  });

  it('run one way', () => {
    const crossing = ours.filter((entry) => {
      const [layer, allowed] = layerOf(entry.from) ?? [/$^/u, []];
      return !layer.test(entry.to) && !allowed.some((pattern) => pattern.test(entry.to));
    });
    expect(crossing.map(describeImport)).toEqual([]);
  });

  it('run from each stage of the PDF reader to the stages before it only', () => {
    const inReader = ours.filter((entry) => entry.from.startsWith(PDF) && entry.to.startsWith(PDF));
    const order = ({ from: path }: { from: string }): number =>
      ROOMS.indexOf(roomOf(path) as (typeof ROOMS)[number]);
    const backward = inReader.filter((entry) => {
      if (roomOf(entry.from) === undefined || isRegionContract(entry.to)) return false;
      return roomOf(entry.to) === undefined || order({ from: entry.to }) > order(entry);
    });
    expect(inReader.length).toBeGreaterThan(100);
    expect(backward.map(describeImport)).toEqual([]);
  });

  it('of the regions’ contract come from captions and the stages before', () => {
    const contract = ours.filter((entry) => isRegionContract(entry.from) && entry.to.startsWith(PDF));
    const allowed = /\/(?:process|glyphs|lines|regions\/captions|regions\/[^/]+\.ts)/u;
    const wrong = contract.filter(
      (entry) => !allowed.test(entry.to) && !entry.from.endsWith('/find-regions.ts'),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('of types never go round in a circle', () => {
    expect(findCycles(ours)).toEqual([]);
  });

  it('never go round in a circle', () => {
    const values = files.flatMap((file) => importsOf(file, 'values')).filter(isOurs);
    expect(values.length).toBeGreaterThan(0);
    expect(findCycles(values)).toEqual([]);
  });

  it('of pdfjs-dist stay in the PDF reader and the browser viewer', () => {
    const elsewhere = from(/^pdfjs-dist(?:\/|$)/u).filter(
      (path) => !/^(?:scripts\/ingest\/readers\/pdf\/|scripts\/bench\/|src\/client\/viewer)/u.test(path),
    );
    expect(elsewhere).toEqual([]);
  });

  it('of node:fs stay in commands, routes, and what writes or reads folders', () => {
    const allowed =
      /^src\/(?:pages\/|cards\/|queries\/pictures\.ts$)|^scripts\/(?:[^/]+\.ts$|bench\/|calibrate\/|review\/|steps\/|serve\/|offline\/|search\/|ingest\/writers\/|mutate\/|ingest\/readers\/pdf\/process\/child-watchdog\.ts$|checks\/(?:content|built-site|regenerate)\.ts$)/u;
    expect(from(/^(?:node:)?fs(?:\/promises)?$/u).filter((path) => !allowed.test(path))).toEqual([]);
  });

  it('of Astro stay out of pure functions and browser code', () => {
    const pure = /^src\/(?:lib|schema|client)\/|^scripts\/(?!build\.ts)/u;
    expect(from(/^astro(?:[:/]|$)/u).filter((path) => pure.test(path))).toEqual([]);
  });

  it('name files of ours with their extension, and built-ins with node:', () => {
    const wrong = imports.filter(({ from: path, to }) =>
      isOurs({ from: path, to })
        ? !/\.(?:ts|js|mjs|astro|css|svg|yaml|json)$/u.test(to)
        : /^(?:fs|path|url|crypto|child_process|os|util|zlib|http|stream|events|module|worker_threads)(?:\/|$)/u.test(
            to,
          ),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('name packages of package.json only', async () => {
    const manifest = (await import('../../package.json', { with: { type: 'json' } })).default;
    const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const known = [...packages, ...packages.map((name) => name.replace(/^@types\//u, ''))];
    const unknown = imports.filter(
      ({ to }) =>
        !/^(?:src|scripts|tests|content|public)\/|^(?:node|astro|virtual):|^\./u.test(to) &&
        !known.includes(packageOf(to)),
    );
    expect(unknown.map(describeImport)).toEqual([]);
  });
});

/** Files that import themselves through others, each circle once, from its alphabetically first file. */
function findCycles(edges: readonly Import[]): readonly string[] {
  const next = Map.groupBy(edges, (edge) => edge.from);
  const cycles = new Set<string>();
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      const circle = trail.slice(at);
      const first = circle.indexOf(circle.toSorted()[0]!);
      cycles.add([...circle.slice(first), ...circle.slice(0, first)].join(' → '));
    }
    if (at >= 0 || done.has(path)) return;
    for (const { to } of next.get(path) ?? []) walk(to, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) walk(path, []);
  return [...cycles];
}
