import type { BuiltSite } from './built-site.ts';
import type { Content } from './content.ts';

/** Something that is not as it must be. */
export interface Finding {
  /** Relative to the project: `content/reports/…` or `dist/…`. */
  readonly file: string;
  /** From 1, where one line is to blame. */
  readonly line?: number;
  /** A full sentence that quotes the value. */
  readonly reason: string;
}

/** Rules are pure: what they look at has been read already. */
export interface ContentRule {
  /** Permanent, `area/good-state`. */
  readonly id: string;
  /** The good state in words. */
  readonly good: string;
  readonly check: (content: Content) => readonly Finding[];
}

export interface SiteRule {
  readonly id: string;
  readonly good: string;
  readonly check: (site: BuiltSite, content: Content) => readonly Finding[];
}
