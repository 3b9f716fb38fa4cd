/** Lines → whether paragraphs begin with an indent: learned of the document, and of parts that are set otherwise. */
import { neighbours } from '../../../model/neighbours.ts';
import { isSameSize } from '../lines/line-facts.ts';
import type { FactsOf } from '../lines/line-facts.ts';
import { listMarkerOf } from '../lines/list-markers.ts';
import type { TextLine } from '../lines/text-line.ts';

/** Last lines of paragraphs, by which indents are counted, end this many ems before the edge and are no labels. */
const CLEARLY_SHORT_EMS = 3;
const MIN_ENDING_SHARE = 0.3;
/** So many paragraphs of one page and size show a habit of their own… */
const MIN_PARAGRAPHS = 4;
/** …when this share of them agree. */
const MIN_AGREEING = 0.8;

interface Count {
  indented: number;
  flush: number;
}

/** Gives for any line whether most paragraphs around it begin with an indent; lines that follow a short line are looked at. */
export function indentsByPart(
  lines: readonly TextLine[],
  factsOf: FactsOf,
): (line: Pick<TextLine, 'page' | 'size'>) => boolean {
  const all: Count = { indented: 0, flush: 0 };
  const parts = new Map<string, Count>();
  for (const [before, line] of neighbours(lines)) {
    if (!followsLastLine(before, line, factsOf)) continue;
    const part = parts.get(partOf(line)) ?? { indented: 0, flush: 0 };
    parts.set(partOf(line), part);
    const kind = factsOf(line).indented ? 'indented' : 'flush';
    all[kind]++;
    // Lines of references and addresses are short, too: a part is judged by what follows the end of a sentence.
    if (factsOf(before).ended) part[kind]++;
  }
  const usual = all.indented >= all.flush;
  return (line) => habitOf(parts.get(partOf(line))) ?? usual;
}

function partOf({ page, size }: Pick<TextLine, 'page' | 'size'>): string {
  return `${String(page)}|${size.toFixed(0)}`;
}

/** What a part shows of itself, null where it has too few paragraphs or no habit. */
function habitOf(part: Count | undefined): boolean | null {
  if (part === undefined) return null;
  const total = part.indented + part.flush;
  if (total < MIN_PARAGRAPHS || Math.max(part.indented, part.flush) < MIN_AGREEING * total) return null;
  return part.indented > part.flush;
}

/** Whether `before` is the last line of a paragraph, by its length, and `line` the first of another. */
function followsLastLine(before: TextLine, line: TextLine, factsOf: FactsOf): boolean {
  const { slack, share } = factsOf(before);
  if (before.page !== line.page || slack < CLEARLY_SHORT_EMS || share < MIN_ENDING_SHARE) return false;
  return listMarkerOf(line) === null && isSameSize(line.size, before.size);
}
