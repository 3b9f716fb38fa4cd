/** What the watchdog says on the error output before it ends its process, and what the parent understands of it. */
import type { ReadingProgress } from './child-messages.ts';

/** Memory; computing for one part, or in all; no computing at all. */
export type LimitName = 'memory' | 'part' | 'total' | 'idle';

const NOTICE = /\[limit (memory|part|total|idle)\](.*)$/mu;

/** A line for the error output. @param progress As JSON, '' where there was none. */
export function describeLimit(limit: LimitName, progress: string): string {
  return `\n[limit ${limit}]${progress}\n`;
}

/** The limit that a process went over, and where it was, or null where its output does not say. */
export function readLimit(output: string): { limit: LimitName; progress: ReadingProgress | null } | null {
  const match = NOTICE.exec(output);
  if (!match) return null;
  const [, limit = 'memory', text = ''] = match;
  try {
    return { limit: limit as LimitName, progress: JSON.parse(text) as ReadingProgress };
  } catch {
    // Cut off in the middle, or nothing was written yet.
    return { limit: limit as LimitName, progress: null };
  }
}
