import type { Permalink, Permalinks } from '../../../src/schema/permalinks.ts';
import type { PermanentId } from '../model/identified.ts';
import { sketchBytes, sketchSimilarity } from './fingerprint.ts';
import type { LinkTarget } from './link-targets.ts';
import { matchPermalinks } from './match-permalinks.ts';
import { type PrintedTarget, printTarget } from './print-target.ts';

/** A vanished passage leads to the one that is at least so like it, otherwise to its section. */
const TOOK_ITS_PLACE = 0.3;

export interface AssignedIds {
  /** By the key of each target, to be written into what it stands for at once: `identifyBlocks`. */
  readonly ids: ReadonlyMap<LinkTarget['key'], PermanentId>;
  readonly permalinks: Permalinks;
}

/**
 * Gives every target its permanent id: that of its content in the manifest, else a new one. The manifest that comes
 * back lists the targets in reading order, then what has vanished; no entry is ever left out.
 * @param targets in reading order; keys differ
 * @param slugs slugs of the chapters that there are now
 * @param chapterKeys key of each chapter's heading → slug, by which a renamed chapter is known
 */
export function assignIds(
  targets: readonly LinkTarget[],
  manifest: Permalinks,
  slugs: readonly string[],
  chapterKeys: ReadonlyMap<LinkTarget['key'], string>,
): AssignedIds {
  const printed = targets.map(printTarget);
  const matches = matchPermalinks(printed, manifest.entries);
  const takeId = idTaker(manifest.entries);
  const known = printed.map((target, index): KnownTarget => {
    const entry = manifest.entries[matches.get(index) ?? -1];
    // The schema of the manifest admits nothing else as an id.
    return { target, entry, id: entry ? (entry.id as PermanentId) : takeId(target) };
  });
  const redirects = nextRedirects(known, manifest.redirects, slugs, chapterKeys);
  const current = known.map((one) => currentEntry(one, redirects));
  const matched = new Set(matches.values());
  const gone = manifest.entries.filter((_, index) => !matched.has(index));
  const entries = [...current, ...goneEntries(gone, current, manifest.entries, redirects)];
  const ids = new Map(known.map(({ target, id }) => [target.key, id]));
  return { ids, permalinks: { version: 1, redirects, entries } };
}

/** A target with its id, and its entry in the manifest where it had one. */
interface KnownTarget {
  readonly target: PrintedTarget;
  readonly entry: Permalink | undefined;
  readonly id: PermanentId;
}

/** Hands out unused numbers, counted for each letter; an id that was ever in the manifest is not unused. */
function idTaker(entries: readonly Permalink[]): (target: LinkTarget) => PermanentId {
  const used = new Set(entries.map((entry) => entry.id));
  const highest = new Map<string, number>();
  for (const { id } of entries) {
    highest.set(id.charAt(0), Math.max(highest.get(id.charAt(0)) ?? 0, Number(id.slice(1))));
  }
  return ({ letter, wanted }) => {
    const wish = wanted === undefined ? '' : `${letter}${String(wanted)}`;
    const number = wanted !== undefined && !used.has(wish) ? wanted : (highest.get(letter) ?? 0) + 1;
    highest.set(letter, Math.max(highest.get(letter) ?? 0, number));
    const id: PermanentId = `${letter}${number}`;
    used.add(id);
    return id;
  };
}

function currentEntry(
  { target, entry, id }: KnownTarget,
  redirects: Readonly<Record<string, string>>,
): Permalink {
  const now = (slug: string): string => redirects[slug] ?? slug;
  const earlier = entry === undefined ? [] : [...(entry.formerly ?? []), entry.chapter].map(now);
  const formerly = [...new Set(earlier)].filter((slug) => slug !== target.chapter).sort();
  return {
    id,
    chapter: target.chapter,
    starts: target.starts,
    length: [...target.text.trim()].length,
    digest: target.digest,
    sketch: target.sketch,
    ...(formerly.length > 0 ? { formerly } : {}),
  };
}

/** Chapters whose heading is the same but whose slug is not: the old address leads to the new one. */
function nextRedirects(
  known: readonly KnownTarget[],
  redirects: Permalinks['redirects'],
  slugs: readonly string[],
  chapterKeys: ReadonlyMap<LinkTarget['key'], string>,
): Record<string, string> {
  const renamed = new Map<string, string>();
  for (const { target, entry } of known) {
    const slug = chapterKeys.get(target.key);
    const old = entry?.chapter;
    if (slug !== undefined && old !== undefined && old !== '' && old !== slug && !slugs.includes(old)) {
      renamed.set(old, slug);
    }
  }
  const all = [...Object.entries(redirects), ...renamed];
  const followed = all.map(([from, to]): [string, string] => [from, renamed.get(to) ?? to]);
  return Object.fromEntries(
    followed.filter(([from]) => !slugs.includes(from)).sort(([first], [second]) => (first < second ? -1 : 1)),
  );
}

/** What is no longer there leads to where it led before, else to the passage most like it, else to the heading before it. */
function goneEntries(
  gone: readonly Permalink[],
  current: readonly Permalink[],
  old: readonly Permalink[],
  redirects: Readonly<Record<string, string>>,
): readonly Permalink[] {
  const byId = new Map(current.map((entry) => [entry.id, entry]));
  const goneById = new Map(gone.map((entry) => [entry.id, entry]));
  const findHeir = (entry: Permalink, seen: ReadonlySet<string>): Permalink | undefined => {
    const before = entry.replacedBy;
    if (before === undefined) return mostLike(entry, current) ?? headingBefore(entry, old, byId);
    const next = goneById.get(before);
    if (next !== undefined && !seen.has(next.id)) return findHeir(next, new Set([...seen, next.id]));
    return byId.get(before);
  };
  return gone
    .map((entry): Permalink => {
      const heir = findHeir(entry, new Set([entry.id]));
      const target = heir ?? current.find((other) => other.id.startsWith('s')) ?? current[0];
      return {
        ...entry,
        chapter: redirects[entry.chapter] ?? entry.chapter,
        ...(target ? { replacedBy: target.id } : {}),
      };
    })
    .sort((first, second) => compareIds(first.id, second.id));
}

function mostLike(entry: Permalink, current: readonly Permalink[]): Permalink | undefined {
  let best: { readonly other: Permalink; readonly score: number } | undefined;
  const bytes = sketchBytes(entry.sketch);
  for (const other of current) {
    const score = sketchSimilarity(bytes, sketchBytes(other.sketch));
    if (score >= TOOK_ITS_PLACE && score > (best?.score ?? 0)) best = { other, score };
  }
  return best?.other;
}

function headingBefore(
  entry: Permalink,
  old: readonly Permalink[],
  byId: ReadonlyMap<string, Permalink>,
): Permalink | undefined {
  const before = old.slice(0, old.indexOf(entry)).reverse();
  const heading = before.find(
    (other) => other.id.startsWith('s') && other.chapter === entry.chapter && byId.has(other.id),
  );
  return heading && byId.get(heading.id);
}

function compareIds(first: string, second: string): number {
  return (
    first.charAt(0).localeCompare(second.charAt(0), 'en') || Number(first.slice(1)) - Number(second.slice(1))
  );
}
