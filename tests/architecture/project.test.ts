import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { importsOf, packageOf, trackedFiles } from '../support/source-files.ts';

/** Longest file, in lines: what is longer wants a second room. Also a lint rule, which does not see every kind. */
const LONGEST_FILE = 250;
const code = trackedFiles(/^(?:src|scripts|tests|\.ci)\/.*|^[^/]+\.(?:ts|js|mjs)$/u).filter(
  ({ path }) =>
    /\.(?:ts|js|mjs|cjs|astro|css|sh)$/u.test(path) && !/^tests\/(?:golden|fixtures)\//u.test(path),
);
const documents = trackedFiles(/^(?:README|CONTRIBUTING|docs\/.*)\.md$/u);
const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

/** Packages that no file of ours names: `astro check` loads @astrojs/check by itself. */
const USED_BY_OTHERS = ['@astrojs/check'];

describe('files', () => {
  it(`have at most ${LONGEST_FILE} lines`, () => {
    const long = code.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > LONGEST_FILE)).toEqual([]);
  });

  it('have kebab-case names, components PascalCase ones', () => {
    const odd = code.filter(({ path }) => {
      const name = path.split('/').at(-1)!;
      if (path.startsWith('src/pages/')) return false;
      const isComponent = name.endsWith('.astro');
      return !(isComponent ? /^[A-Z][A-Za-z]*\.astro$/u : /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/u).test(name);
    });
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('are named after what they do', () => {
    const vague = code.filter(({ path }) =>
      /(?:^|[/-])(?:utils?|helpers?|managers?|data|misc)\.\w+$/u.test(path),
    );
    expect(vague.map(({ path }) => path)).toEqual([]);
  });

  it('name no folder of the machine on which they were written', () => {
    // Put together here so that this file does not find itself.
    const folders = [
      'work/main',
      'work/shared',
      'farm',
      'tmp/bash_jobs',
      'home/[a-z]',
      'Users/[a-z]',
      'root',
    ];
    const pattern = new RegExp(`(?<![\\w.:/-])/(?:${folders.join('|')})(?:/|\\b)`, 'u');
    const text = trackedFiles(
      /\.(?:ts|js|mjs|cjs|json|astro|css|md|mdx|yaml|yml|html|svg)$|^\.[a-z]+rc$|^\.ci\//u,
    );
    const found = text.flatMap(({ path, text: content }) => {
      if (/^content\/.*\/sources\/|^tests\/unit\/checks-content/u.test(path)) return [];
      const [match] = pattern.exec(content) ?? [];
      return match === undefined ? [] : [`${path}: ${match}`];
    });
    expect(found).toEqual([]);
  });

  it('carry no tests that are focused, skipped or left to do', () => {
    const tests = trackedFiles(/^tests\/.*\.test\.ts$/u);
    const pattern = new RegExp(String.raw`\b(?:it|test|describe)\.(?:only|skip|todo)\b`, 'u');
    expect(tests.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('dependencies', () => {
  const table = documents.find(({ path }) => path === 'docs/dependencies.md')?.text ?? '';
  const explained = Array.from(table.matchAll(/^\|\s*`([^`]+)`/gmu), ([, name]) => name!);

  it('are each explained in docs/dependencies.md, once', () => {
    const all = [...dependencies, ...Object.keys(manifest.optionalDependencies)];
    expect(explained.toSorted()).toEqual(all.toSorted());
  });

  it('are each used', () => {
    const importing = trackedFiles(/\.(?:ts|js|mjs|cjs|astro|css)$/u);
    const imported = new Set(importing.flatMap((file) => importsOf(file)).map(({ to }) => packageOf(to)));
    const written = [...importing, ...trackedFiles(/^(?:package\.json|\.prettierrc\.json|tsconfig\.json)$/u)]
      .map(({ path, text }) => (path === 'package.json' ? JSON.stringify(manifest.scripts) : text))
      .join('\n');
    const isNamed = (name: string): boolean => new RegExp(`["'/ ]${name}(?:["'/ ]|$)`, 'mu').test(written);
    const isUsed = (name: string): boolean => {
      const plain = name.replace(/^@types\//u, '');
      return imported.has(plain) || isNamed(plain);
    };
    expect(dependencies.filter((name) => !isUsed(name) && !USED_BY_OTHERS.includes(name))).toEqual([]);
  });

  it('are named with their exact version', () => {
    const versions = Object.values({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });
});

describe('documents', () => {
  it('name only npm scripts that exist', () => {
    const known = [...Object.keys(manifest.scripts), 'ci', 'install', 'run'];
    const named = documents.flatMap(({ path, text }) => {
      const code = Array.from(text.matchAll(/```.*?```|`[^`]*`/gsu), ([span]) => span).join('\n');
      return Array.from(code.matchAll(/\bnpm (?:run )?([a-z][a-z:-]*)/gu), ([, name]) => ({
        path,
        name: name!,
      }));
    });
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ name }) => !known.includes(name))).toEqual([]);
  });

  it('link to files that are there', () => {
    const all = new Set(trackedFiles(/./u).map(({ path }) => path));
    const broken = documents.flatMap(({ path, text }) =>
      Array.from(text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu), ([, target]) => ({
        path,
        target: new URL(target!, `file:///${path}`).pathname.slice(1),
      })).filter(
        ({ target }) =>
          !all.has(target) && ![...all].some((file) => file.startsWith(`${target.replace(/\/$/u, '')}/`)),
      ),
    );
    expect(broken).toEqual([]);
  });
});
