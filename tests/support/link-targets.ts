import type { Permalinks } from '../../src/schema/permalinks.ts';
import { assignIds, type AssignedIds } from '../../scripts/ingest/transforms/assign-ids.ts';
import type { IdLetter, LinkTarget } from '../../scripts/ingest/transforms/link-targets.ts';

export const EMPTY_MANIFEST: Permalinks = { version: 1, redirects: {}, entries: [] };

/** A passage of a made-up report: `s 标题` is a heading, `p 正文` a paragraph; `# slug 标题` begins a chapter. */
export type Line = string;

export interface PublishedReport extends AssignedIds {
  /** Id of each line, in order. */
  readonly lineIds: readonly string[];
}

/** Gives ids to the lines of a report, as ingest does for its blocks. */
export function publish(lines: readonly Line[], manifest: Permalinks = EMPTY_MANIFEST): PublishedReport {
  let chapter = '';
  const chapterKeys = new Map<LinkTarget['key'], string>();
  const targets = lines.map((line): LinkTarget => {
    const [kind = '', ...rest] = line.split(' ');
    const isChapter = kind === '#';
    if (isChapter) chapter = rest.shift() ?? '';
    const text = rest.join(' ');
    const key = { type: 'paragraph' as const, children: [], origins: [] };
    if (isChapter) chapterKeys.set(key, chapter);
    return { key, letter: (isChapter ? 's' : kind) as IdLetter, text, chapter };
  });
  const assigned = assignIds(targets, manifest, [...new Set(chapterKeys.values())], chapterKeys);
  return { ...assigned, lineIds: targets.map((target) => assigned.ids.get(target.key) ?? '') };
}
