import type { Origin } from './origin.ts';
import type { RuleId } from './errors.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Something that the reader of a log should know. `reason` is a full sentence. */
export interface Message {
  /** A permanent id of the form `area/good-state`, explained in `errors.ts`. */
  readonly ruleId: RuleId;
  readonly severity: Severity;
  readonly reason: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly origin?: Origin;
}
