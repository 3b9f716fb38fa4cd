import { permalinksSchema, type Permalinks } from '../../src/schema/permalinks.ts';
import { displayPath, readYaml, reportIds, type Content } from './content.ts';
import type { Finding } from './rule.ts';

/**
 * Compares the permalinks of two states of the content: every address that was published before still is.
 * @param before what was published last, the state of git's HEAD
 */
export function checkPermalinksKept(content: Content, before: Content): readonly Finding[] {
  return reportIds(before).flatMap((id) => {
    const path = `reports/${id}/permalinks.yaml`;
    const old = readPermalinks(before, path);
    if (!old) return [];
    const file = displayPath({ path, text: '' });
    const current = readPermalinks(content, path);
    if (!current)
      return [{ file, reason: `It is gone or unreadable, with ${old.entries.length} published addresses.` }];
    return [...lostEntries(old, current), ...lostRedirects(old, current)].map((reason) => ({ file, reason }));
  });
}

function readPermalinks(content: Content, path: string): Permalinks | undefined {
  const file = content.files.find((candidate) => candidate.path === path);
  return file && readYaml(permalinksSchema, file);
}

function lostEntries(old: Permalinks, current: Permalinks): readonly string[] {
  const now = new Map(current.entries.map((entry) => [entry.id, entry]));
  return old.entries.flatMap((entry) => {
    const kept = now.get(entry.id);
    if (!kept) return [`The published address #${entry.id} (${entry.starts}) is no longer in the manifest.`];
    const chapters = [kept.chapter, ...(kept.formerly ?? [])].map((slug) => current.redirects[slug] ?? slug);
    const wanted = current.redirects[entry.chapter] ?? entry.chapter;
    return chapters.includes(wanted)
      ? []
      : [
          `#${entry.id} stood in chapter "${entry.chapter}", which the manifest has forgotten (see "formerly").`,
        ];
  });
}

function lostRedirects(old: Permalinks, current: Permalinks): readonly string[] {
  return Object.keys(old.redirects)
    .filter((slug) => !(slug in current.redirects))
    .map((slug) => `The redirect of the renamed chapter "${slug}" is no longer in the manifest.`);
}
