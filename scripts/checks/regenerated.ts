import type { Content } from './content.ts';
import type { Finding } from './rule.ts';

/** Compares what ingest wrote again with what is there, byte for byte. */
export function compareRegenerated(
  content: Content,
  regenerated: Content,
  reportId: string,
): readonly Finding[] {
  const folder = `reports/${reportId}/`;
  const before = filesOf(content, folder);
  const after = filesOf(regenerated, folder);
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => {
    const reason = describeDifference(before.get(path), after.get(path));
    return reason === undefined ? [] : [{ file: `content/${path}`, reason }];
  });
}

function filesOf(content: Content, folder: string): ReadonlyMap<string, string> {
  return new Map(
    content.files.filter(({ path }) => path.startsWith(folder)).map(({ path, text }) => [path, text]),
  );
}

function describeDifference(before: string | undefined, after: string | undefined): string | undefined {
  if (before === after) return undefined;
  if (after === undefined) return 'Ingest does not write this file; it is left over or made by hand.';
  if (before === undefined)
    return 'Ingest writes this file, and it is missing. Run "npm run ingest" and commit the result.';
  const old = before.split('\n');
  const line = after.split('\n').findIndex((text, index) => text !== old[index]);
  return `Ingest writes it otherwise from line ${Math.max(line, 0) + 1} on. Run "npm run ingest" and commit the result.`;
}
