/** Footnotes: small text at the foot of a page, usually under a short rule, beginning with its mark. */
import { itemAt } from '../../../model/item-at.ts';
import { endsSentence } from '../../../genre/sentences.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import { isReferred, readNoteMark } from '../lines/note-marks.ts';
import type { NoteMark } from '../lines/note-marks.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import { isSameSize } from '../lines/line-facts.ts';
import { Bulkheads } from '../process/bulkheads.ts';
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

/** Notes are set at most this large beside the body: 10 beside 11 points is usual, 11 beside 12 is. */
const MAX_NOTE_SIZE = 0.92;
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

/** Where notes are looked for. */
export interface NotesInput {
  readonly pages: readonly PageContent[];
  /** The lines of each page without furniture and regions. */
  readonly lines: readonly (readonly TextLine[])[];
  /** The lines of each page with those of regions: captions and cells refer to notes, too. */
  readonly context: readonly (readonly TextLine[])[];
  readonly measures: DocumentMeasures;
}

interface OpenNote extends FoundNote {
  readonly lines: TextLine[];
}

/** Lines at the foot of pages → notes. A page that fails has none: its small lines stay in the text. */
export function findNotes(
  { pages, lines, context, measures }: NotesInput,
  bulkheads = new Bulkheads(),
): FoundNotes {
  const notes: OpenNote[] = [];
  for (const [index, page] of pages.entries()) {
    const around = context[index] ?? [];
    const area = bulkheads.run(
      'notes',
      page.page,
      () => noteArea(page, lines[index] ?? [], measures, around),
      () => null,
    );
    if (area !== null) readArea(area, page.page, around, notes);
  }
  return { notes, lineIds: new Set(notes.flatMap((note) => note.lines.map((line) => line.id))) };
}

/** Appends the notes of one page; its first lines may go on with the last note of the page before. */
function readArea(area: Area, page: number, around: readonly TextLine[], notes: OpenNote[]): void {
  for (const [at, line] of area.lines.entries()) {
    const mark = readNoteMark(line);
    const last = notes.at(-1);
    if (mark && (mark.certain || isInTurn(mark, last?.label) || isReferred(mark, around))) {
      notes.push({ label: mark.label, markLength: mark.length, page, lines: [line] });
    } else if (last && goesOn(last.lines, line, at > 0, area.ruled)) last.lines.push(line);
  }
}

/** Whether a line without a mark belongs to the note before it: inside an area, or over a page end under a rule. */
function goesOn(lines: readonly TextLine[], line: TextLine, isInside: boolean, ruled: boolean): boolean {
  const last = lines.at(-1);
  if (last === undefined) return false;
  return isInside ? follows(last, line) : ruled && runsOver(last, line);
}

/** The next line of a note: of its size, right below. */
function follows(last: TextLine, line: TextLine): boolean {
  const alike = isSameSize(line.size, last.size);
  return alike && line.page === last.page && line.baseline - last.baseline <= MAX_NOTE_LEADING * last.size;
}

/** Whether a note that was not finished on the page before goes on in the line. */
function runsOver(last: TextLine, line: TextLine): boolean {
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
  const isSmall = ({ size, box }: TextLine): boolean =>
    size <= limit && box.y >= HIGHEST_NOTE_SHARE * page.height;
  const small = lines.slice(lines.findLastIndex((line) => !isSmall(line)) + 1);
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
      context.filter((other) => other.baseline < itemAt(small, 0).box.y),
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
