/** Footnotes: small text at the foot of a page, usually under a short rule, beginning with its mark. */
import { endsSentence } from '../../../genre/sentences.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import { isReferred, readNoteMark } from '../lines/note-marks.ts';
import type { NoteMark } from '../lines/note-marks.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import { isSameSize } from '../lines/line-facts.ts';
import type { TextLine } from '../lines/text-line.ts';

/** A footnote with its lines; the first begins with the mark. */
export interface FoundNote {
  readonly label: string;
  /** Length of the mark in the first line's text. */
  readonly markLength: number;
  /** The page that its mark stands on. */
  readonly page: number;
  readonly lines: readonly TextLine[];
}

export interface FoundNotes {
  readonly notes: readonly FoundNote[];
  readonly lineIds: ReadonlySet<number>;
}

/** Notes are set at most this large beside the body. */
const MAX_NOTE_SIZE = 0.9;
/** The rule above notes is at least this share of the page's width. */
const MIN_RULE_SHARE = 0.08;
/** The rule stands at most so many ems of the body above the first note. */
const MAX_RULE_DISTANCE_EMS = 2.2;
/** Notes stand in the lower part of the page: a small line above this is a caption or a source line. */
const HIGHEST_NOTE_SHARE = 0.25;

/** Lines of one note are of one size and follow each other within this many ems. */
const MAX_NOTE_LEADING = 2.2;

interface Area {
  readonly lines: readonly TextLine[];
  readonly ruled: boolean;
}

/**
 * @param lines The lines of each page without furniture and regions.
 * @param context The lines of each page with those of regions: captions and cells refer to notes, too.
 */
export function findNotes(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
  measures: DocumentMeasures,
  context: readonly (readonly TextLine[])[] = lines,
): FoundNotes {
  const notes: { label: string; markLength: number; page: number; lines: TextLine[] }[] = [];
  pages.forEach((page, index) => {
    const area = noteArea(page, lines[index]!, measures, context[index]!);
    if (area === null) return;
    area.lines.forEach((line, at) => {
      const mark = readNoteMark(line);
      const last = notes.at(-1);
      if (mark && (mark.certain || isInTurn(mark, last?.label) || isReferred(mark, context[index]!))) {
        notes.push({ label: mark.label, markLength: mark.length, page: page.page, lines: [line] });
      } else if (
        last &&
        (at > 0 ? follows(last.lines.at(-1)!, line) : area.ruled && runsOver(last.lines, line))
      ) {
        last.lines.push(line);
      }
    });
  });
  return { notes, lineIds: new Set(notes.flatMap((note) => note.lines.map((line) => line.id))) };
}

/** The next line of a note: of its size, right below. */
function follows(last: TextLine, line: TextLine): boolean {
  const alike = isSameSize(line.size, last.size);
  return alike && line.page === last.page && line.baseline - last.baseline <= MAX_NOTE_LEADING * last.size;
}

/** Whether a note that was not finished on the page before goes on in the line. */
function runsOver(lines: readonly TextLine[], line: TextLine): boolean {
  const last = lines.at(-1)!;
  const alike = isSameSize(line.size, last.size);
  return alike && line.page === last.page + 1 && !endsSentence(last.text);
}

/** Numbers count on, or begin again at 1. */
function isInTurn(mark: NoteMark, before: string | undefined): boolean {
  const value = Number(mark.label);
  return value === 1 || (before !== undefined && value === Number(before) + 1);
}

/** The small lines at the foot of a page that are notes, or null. */
function noteArea(
  page: PageContent,
  lines: readonly TextLine[],
  measures: DocumentMeasures,
  context: readonly TextLine[],
): Area | null {
  const limit = MAX_NOTE_SIZE * measures.bodySize;
  let start = lines.length;
  while (
    start > 0 &&
    lines[start - 1]!.size <= limit &&
    lines[start - 1]!.box.y >= HIGHEST_NOTE_SHARE * page.height
  )
    start--;
  const small = lines.slice(start);
  if (small.length === 0) return null;
  const ruled = small.findIndex((line) => hasRuleAbove(page, line, lines, measures));
  if (ruled >= 0) {
    const area = small.slice(ruled);
    const goesOn = area.findIndex((line) => readNoteMark(line) !== null);
    return goesOn >= 0 || area.length > 0 ? { lines: area, ruled: true } : null;
  }
  const marked = small.findIndex((line) =>
    isReferred(
      readNoteMark(line),
      context.filter((other) => other.baseline < small[0]!.box.y),
    ),
  );
  return marked >= 0 ? { lines: small.slice(marked), ruled: false } : null;
}

/** Whether a rule lies just above the line, with no other line between. */
function hasRuleAbove(
  page: PageContent,
  line: TextLine,
  lines: readonly TextLine[],
  measures: DocumentMeasures,
): boolean {
  const above = lines.filter((other) => other.baseline < line.box.y).at(-1);
  const top = above ? above.baseline : 0;
  return page.rulings.some(
    (rule) =>
      rule.direction === 'horizontal' &&
      rule.to - rule.from >= MIN_RULE_SHARE * page.width &&
      rule.at > top &&
      rule.at <= line.baseline - 0.4 * line.size &&
      line.box.y - rule.at <= MAX_RULE_DISTANCE_EMS * measures.bodySize,
  );
}
