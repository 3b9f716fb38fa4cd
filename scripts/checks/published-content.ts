import { execFileSync } from 'node:child_process';
import type { Content } from './content.ts';

/** A manifest of permanent addresses, in git's tree below the content folder. */
const MANIFEST = /^content\/(reports\/[^/]+\/permalinks\.yaml)$/u;

/**
 * The manifests of permanent addresses as a commit has them.
 * @param commit `HEAD`, `HEAD~1`, …
 * @returns null where git does not know that commit, as in a shallow clone or a plain copy of the files
 */
export function readPublished(root: string, commit: string): Content | null {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const tracked = git('ls-tree', '-r', '--name-only', '--full-tree', commit, 'content/').split('\n');
    const files = tracked.flatMap((name) => {
      const path = MANIFEST.exec(name)?.[1];
      return path === undefined ? [] : [{ path, text: git('show', `${commit}:${name}`) }];
    });
    return { files };
  } catch {
    return null;
  }
}
