/** Lines → the glyph runs that they are made of. */
import type { TextLine } from './text-line.ts';

/** The runs that a line is made of, each once. */
export function lineRunIds(line: TextLine): number[] {
  return [...new Set(line.spans.flatMap(({ runIds }) => runIds))];
}

/** The runs that lines are made of, each once. */
export function runIdsOf(lines: readonly TextLine[]): number[] {
  return [...new Set(lines.flatMap(({ spans }) => spans.flatMap(({ runIds }) => runIds)))];
}
