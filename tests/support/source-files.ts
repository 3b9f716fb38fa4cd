import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A file of the project, by its path from the root with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Files that git tracks or would track; those that are deleted but not yet committed are left out. */
export function trackedFiles(pattern: RegExp): readonly SourceFile[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return [...new Set(list.split('\0'))]
    .filter((path) => path !== '' && pattern.test(path) && existsSync(ROOT + path))
    .sort()
    .map((path) => ({ path, text: readFileSync(ROOT + path, 'utf8') }));
}

/** What a file imports, exports from or imports at run time. */
export interface Import {
  readonly from: string;
  /** Path from the root for a file of ours, otherwise the package or built-in as it is written. */
  readonly to: string;
}

/**
 * Every import of a TypeScript, JavaScript or Astro file.
 * @param kind `values` leaves out what is imported as a type only and is gone when the code runs
 */
export function importsOf(file: SourceFile, kind: 'all' | 'values' = 'all'): readonly Import[] {
  const all = file.path.endsWith('.astro') ? astroCode(file.text) : file.text;
  const code = kind === 'all' ? all : all.replaceAll(/^(?:import|export) type [^;]*?from '[^']*';/gmu, '');
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => ({
    from: file.path,
    to: fileName.startsWith('.') ? posix.join(posix.dirname(file.path), fileName).split('?')[0]! : fileName,
  }));
}

/** The front matter of an Astro component and what is in its script elements. */
function astroCode(text: string): string {
  const frontMatter = /^---\n(.*?)\n---/su.exec(text)?.[1] ?? '';
  const scripts = Array.from(text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gsu), ([, code]) => code ?? '');
  return [frontMatter, ...scripts].join('\n');
}

/** `hast-util-from-html` of `hast-util-from-html/x`, `@astrojs/mdx` of `@astrojs/mdx/y`. */
export function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
