/** A line that is kept out of the body → the claim on it: the reason, and the runs that it answers for. */
import type { Box, FurnitureKind } from '../../../model/document.ts';
import { lineRunIds } from '../lines/run-ids.ts';
import type { TextLine } from '../lines/text-line.ts';

/** One occurrence of furniture on one page. */
export interface FurnitureClaim {
  readonly kind: FurnitureKind;
  /** A sentence that a reader of the audit understands. */
  readonly reason: string;
  readonly page: number;
  readonly box: Box;
  readonly text: string;
  readonly runIds: readonly number[];
}

/** A claim on one line. */
export function claimLine(line: TextLine, kind: FurnitureKind, reason: string): FurnitureClaim {
  return { kind, reason, page: line.page, box: line.box, text: line.text, runIds: lineRunIds(line) };
}
