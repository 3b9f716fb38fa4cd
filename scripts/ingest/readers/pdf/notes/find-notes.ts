/** Footnotes: small text at the foot of a page, usually under a short rule, beginning with its mark. */
import { itemAt } from '../../../model/item-at.ts';
import { isReferencesTitle } from '../../../genre/matter-titles.ts';
import { endsSentence } from '../../../genre/sentences.ts';
import { marginOf } from '../furniture/printed-labels.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import { isReferred, readNoteMark } from '../lines/note-marks.ts';
import type { NoteMark } from '../lines/note-marks.ts';
import type { PageContent, Ruling } from '../glyphs/page-content.ts';
import { noteColumns, type NoteColumn } from './note-columns.ts';
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
/** A separator takes at most this share of the text's width: word processors draw a third of it, TeX two fifths. */
const MAX_SEPARATOR_SHARE = 0.75;
/** The rule stands at most so many ems of the body above the first note. */
const MAX_RULE_DISTANCE_EMS = 2.2;
/** Notes stand in the lower part of the page: a small line above this is a caption or a source line. */
const HIGHEST_NOTE_SHARE = 0.25;

/** What is drawn this near below a baseline (ems of its line) underlines it. */
const UNDERLINE_EMS = 0.3;

/** Lines of one note are of one size and follow each other within this many ems. */
const MAX_NOTE_LEADING = 2.2;

interface Area {
  readonly lines: readonly TextLine[];
  readonly ruled: boolean;
  /** The rule is a separator: shorter than a line, as frames of listings and rules of tables are not. */
  readonly separated: boolean;
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
    const areas = bulkheads.run(
      'notes',
      page.page,
      () =>
        noteColumns(page, lines[index] ?? [], measures.gutters[index] ?? null).map((column) =>
          noteArea(column, measures, around),
        ),
      () => [],
    );
    for (const area of areas) if (area !== null) readArea(area, page.page, around, notes);
  }
  return { notes, lineIds: new Set(notes.flatMap((note) => note.lines.map((line) => line.id))) };
}

/** Appends the notes of one page; its first lines may go on with the last note of the page before. */
function readArea(area: Area, page: number, around: readonly TextLine[], notes: OpenNote[]): void {
  for (const [at, line] of area.lines.entries()) {
    const mark = readNoteMark(line);
    const last = notes.at(-1);
    if (mark && (mark.certain || isInTurn(mark, last, area.separated) || isReferred(mark, around))) {
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

/** Numbers count on, or begin again at 1 below a separator. */
function isInTurn(mark: NoteMark, before: FoundNote | undefined, separated: boolean): boolean {
  const value = Number(mark.label);
  return (separated && value === 1) || (before !== undefined && value === Number(before.label) + 1);
}

/** A page on its way to its notes. */
interface NotePage {
  readonly page: PageContent;
  /** Without what stands at the foot of the page and is no smaller than the body: a running foot that changes. */
  readonly lines: readonly TextLine[];
  readonly context: readonly TextLine[];
  readonly measures: DocumentMeasures;
}

/** The lines at the foot of a column that are notes, or null. */
function noteArea(
  { page, lines }: NoteColumn,
  measures: DocumentMeasures,
  context: readonly TextLine[],
): Area | null {
  const limit = MAX_NOTE_SIZE * measures.bodySize;
  const isFoot = (line: TextLine): boolean => line.size > limit && marginOf(line, page) === 'bottom';
  const above = lines.slice(0, lines.findLastIndex((line) => !isFoot(line)) + 1);
  const own = { page, lines: above, context, measures };
  return smallArea(own, linesUpTo(limit, own)) ?? plainArea(own, linesUpTo(measures.bodySize, own));
}

/** The last lines of the page, in its lower part, that are no larger than `limit`. */
function linesUpTo(limit: number, { page, lines }: NotePage): readonly TextLine[] {
  const fits = ({ size, box }: TextLine): boolean =>
    size <= limit && box.y >= HIGHEST_NOTE_SHARE * page.height;
  return lines.slice(lines.findLastIndex((line) => !fits(line)) + 1);
}

/** Notes that are smaller than the body: below a rule, or marked with what the page refers to and no entries of a list of references. */
function smallArea(own: NotePage, small: readonly TextLine[]): Area | null {
  if (small.length === 0) return null;
  const ruled = small.findIndex((line) => ruleAbove(line, own) !== undefined);
  if (ruled >= 0) return areaFrom(small, ruled, own);
  if (own.lines.some(({ text }) => isReferencesTitle(text))) return null;
  const marked = small.findIndex((line) =>
    isReferred(
      readNoteMark(line),
      own.context.filter((other) => other.baseline < itemAt(small, 0).box.y),
    ),
  );
  return marked >= 0 ? areaFrom(small, marked, own) : null;
}

/** Notes that are hardly smaller than the body, or not at all: below a rule, and marked with what the page refers to. */
function plainArea(own: NotePage, lines: readonly TextLine[]): Area | null {
  const first = lines.findIndex((line) => {
    const mark = readNoteMark(line);
    const above = own.context.filter((other) => other.baseline < line.box.y);
    return mark?.certain === true && isReferred(mark, above) && ruleAbove(line, own) !== undefined;
  });
  return first >= 0 ? areaFrom(lines, first, own) : null;
}

function areaFrom(lines: readonly TextLine[], first: number, own: NotePage): Area {
  const rule = ruleAbove(itemAt(lines, first), own);
  const { left, right } = own.measures;
  const separated = rule !== undefined && rule.to - rule.from <= MAX_SEPARATOR_SHARE * (right - left);
  return { lines: lines.slice(first), ruled: rule !== undefined, separated };
}

/** The rule just above the line, with no other line between. Underlines of the line above are none. */
function ruleAbove(line: TextLine, { page, lines, measures }: NotePage): Ruling | undefined {
  const above = lines.filter((other) => other.baseline < line.box.y).at(-1);
  const top = above ? above.baseline + UNDERLINE_EMS * above.size : 0;
  return page.rulings.find(
    (rule) =>
      rule.direction === 'horizontal' &&
      rule.to - rule.from >= MIN_RULE_SHARE * page.width &&
      rule.at > top &&
      rule.at <= line.baseline - 0.4 * line.size &&
      line.box.y - rule.at <= MAX_RULE_DISTANCE_EMS * measures.bodySize,
  );
}
