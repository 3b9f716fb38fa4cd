/** How far a reader has come in one chapter. */
export interface ChapterProgress {
  /** Ids of the passages that were in sight long enough. */
  readonly seen: readonly string[];
  /** That share of all passages of the chapter, from 0 to 1, as the chapter was then. */
  readonly share: number;
}

/** Where a reader last was in a report, and what they have read of it. */
export interface Progress {
  readonly address: string;
  readonly title: string;
  /** By the chapter's slug. */
  readonly chapters: Readonly<Record<string, ChapterProgress>>;
}

/** Enough of a chapter for it to count as read: a heading or a note may be passed over. */
export const READ_SHARE = 0.9;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isChapter(value: unknown): value is ChapterProgress {
  return isRecord(value) && Array.isArray(value['seen']) && typeof value['share'] === 'number';
}

/** What was kept; undefined where it has not the form of progress. */
export function parseProgress(kept: string | null): Progress | undefined {
  try {
    const value: unknown = JSON.parse(kept ?? 'null');
    if (!isRecord(value)) return undefined;
    const { address, title, chapters } = value;
    if (typeof address !== 'string' || typeof title !== 'string') return undefined;
    const known = isRecord(chapters) ? Object.entries(chapters) : [];
    return {
      address,
      title,
      chapters: Object.fromEntries(
        known.filter((entry): entry is [string, ChapterProgress] => isChapter(entry[1])),
      ),
    };
  } catch {
    return undefined;
  }
}

/** A chapter's progress with more passages seen. @param all ids of its passages, as they are now; others are forgotten */
export function withSeen(
  before: ChapterProgress | undefined,
  now: readonly string[],
  all: readonly string[],
): ChapterProgress {
  const known = new Set([...(before?.seen ?? []), ...now]);
  const seen = all.filter((id) => known.has(id));
  return { seen, share: all.length === 0 ? 0 : seen.length / all.length };
}

/** `已读`, `读过 45%`; undefined where nothing was read. */
export function describeShare(share: number): string | undefined {
  if (share >= READ_SHARE) return '已读';
  const percent = Math.round(share * 100);
  return percent > 0 ? `读过 ${percent}%` : undefined;
}

/** The share of a report that was read. @param lengths characters of each chapter by its slug */
export function bookShare(progress: Progress, lengths: Readonly<Record<string, number>>): number {
  const all = Object.entries(lengths);
  const total = all.reduce((sum, [, length]) => sum + length, 0);
  if (total === 0) return 0;
  const read = all.reduce((sum, [slug, length]) => sum + length * (progress.chapters[slug]?.share ?? 0), 0);
  return read / total;
}
