/** Raised marks in the finished blocks → references to notes. */
import type { Block, Inline, Note } from '../../../model/document.ts';
import { mapBlocks, mapInlines } from '../../../model/walk.ts';
import { paragraphOf } from '../lines/paragraph-of-lines.ts';
import type { FoundNote } from './find-notes.ts';
import type { JoinOptions, RaisedText } from '../lines/join-lines.ts';
import { inlineText } from '../lines/join-lines.ts';
import { markForm, readReference } from '../lines/note-marks.ts';

export interface LinkedNotes {
  readonly body: readonly Block[];
  readonly notes: Readonly<Record<string, Note>>;
  /** Labels and pages of notes that nothing refers to. */
  readonly unreferenced: readonly { readonly label: string; readonly page: number }[];
  /** Brackets and stops that belong to a mark but not to its label, with the page that they stand on. */
  readonly trimmings: readonly { readonly text: string; readonly page: number }[];
}

/** Marks that need not be raised to be told from other text: `①`, `[3]`. */
const SELF_EVIDENT = /^[①-⑳㉑-㉟]$|^\d{1,3}$/u;

interface Trimming {
  readonly text: string;
  readonly page: number;
}

/** What is left of a mark when its labels are taken out. */
function trimmingsOf(mark: string, labels: readonly string[]): string {
  return labels.reduce((rest, label) => rest.replace(label, ''), mark).replace(/\s+/gu, '');
}

interface NoteSeat {
  readonly id: string;
  readonly note: FoundNote;
  readonly form: ReturnType<typeof markForm>;
  linked: boolean;
}

/** Makes notes of what was found and links the marks in `body` to them. Raised text that is no mark stays superscript. */
export function linkNotes(
  body: readonly Block[],
  found: readonly FoundNote[],
  join: JoinOptions,
): LinkedNotes {
  const seats: NoteSeat[] = found.map((note, index) => ({
    id: `n${String(index + 1)}`,
    note,
    form: markForm(note.lines[0]!.text.slice(0, note.markLength)),
    linked: false,
  }));
  const trimmings: Trimming[] = found.map((note) => ({
    text: trimmingsOf(note.lines[0]!.text.slice(0, note.markLength), [note.label]),
    page: note.page,
  }));
  const pass = (blocks: readonly Block[], rule: LinkRule): readonly Block[] =>
    changeInlines(blocks, (inline, before) => linkRaised(inline, before, seats, trimmings, rule));
  const exact = pass(body, 'exact');
  // Where marks and notes are of one series, what is left over are exponents and citations.
  const series = new Set(seats.filter((seat) => seat.linked).map((seat) => seat.form));
  const loose = seats.some((seat) => !seat.linked && !series.has(seat.form)) ? pass(exact, 'loose') : exact;
  const raised = pass(loose, 'none');
  const linked = raised.flatMap((block) => linkPlain(block, seats, trimmings));
  return {
    body: linked,
    notes: Object.fromEntries(seats.map(({ id, note }) => [id, noteOf(note, join)])),
    trimmings: trimmings.filter(({ text }) => text !== ''),
    unreferenced: seats
      .filter((seat) => !seat.linked)
      .map(({ note }) => ({ label: note.label, page: note.page })),
  };
}

function noteOf(note: FoundNote, join: JoinOptions): Note {
  return { label: note.label, children: [paragraphOf(note.lines, join, note.markLength)] };
}

/**
 * `exact` links marks to notes that are marked in the same form; `loose` links what is left to notes of any form;
 * `none` makes ordinary superscripts of the rest.
 */
type LinkRule = 'exact' | 'loose' | 'none';

/** A raised 2 or 3 behind a unit is an exponent. */
const UNIT = /(?:^|[^A-Za-z])(?:[kcdhmnμ]?m|ft|in|yd|10|R|x|s)$/u;
const EXPONENT = /^[23]$/u;

function linkRaised(
  inline: Inline,
  before: string,
  seats: readonly NoteSeat[],
  trimmings: Trimming[],
  rule: LinkRule,
): Inline[] {
  if (inline.type !== 'superscript') return [inline];
  const { page } = inline as Partial<RaisedText>;
  if (page === undefined || rule === 'none') return [{ type: 'superscript', children: inline.children }];
  const mark = inlineText(inline.children);
  if (EXPONENT.test(mark) && UNIT.test(before)) return [inline];
  const form = markForm(mark);
  const open = seats.filter((seat) => rule === 'loose' || seat.form === form);
  const labels = readReference(mark);
  const targets = labels.map((label) => seatFor(label, page, open));
  if (labels.length === 0 || targets.some((seat) => seat === null)) return [inline];
  trimmings.push({ text: trimmingsOf(mark, labels), page });
  return targets.map((seat) => {
    seat!.linked = true;
    return { type: 'noteReference', noteId: seat!.id };
  });
}

/** The note on the same page, or on the next where the last line of a page carries the mark. */
function seatFor(label: string, page: number, seats: readonly NoteSeat[]): NoteSeat | null {
  const on = (wanted: number): NoteSeat[] =>
    seats.filter(({ note }) => note.page === wanted && note.label === label);
  const here = on(page);
  return here.find((seat) => !seat.linked) ?? here[0] ?? on(page + 1).find((seat) => !seat.linked) ?? null;
}

/** Links notes that no raised mark met to a mark of their own shape in the text of their page. */
function linkPlain(block: Block, seats: readonly NoteSeat[], trimmings: Trimming[]): readonly Block[] {
  const pages = new Set(block.origins.flatMap((origin) => (origin.kind === 'pdf' ? [origin.page] : [])));
  const open = seats.filter(
    ({ linked, note }) => !linked && pages.has(note.page) && SELF_EVIDENT.test(note.label),
  );
  if (open.length === 0) return [block];
  return changeInlines([block], (inline) =>
    inline.type === 'text' ? splitAtMarks(inline.value, open, trimmings) : [inline],
  );
}

function splitAtMarks(value: string, open: readonly NoteSeat[], trimmings: Trimming[]): Inline[] {
  for (const seat of open) {
    if (seat.linked) continue;
    const marks = /^\d/.test(seat.note.label)
      ? [`[${seat.note.label}]`, `［${seat.note.label}］`, `〔${seat.note.label}〕`]
      : [seat.note.label];
    for (const mark of marks) {
      const at = value.indexOf(mark);
      if (at <= 0) continue;
      seat.linked = true;
      trimmings.push({ text: trimmingsOf(mark, [seat.note.label]), page: seat.note.page });
      const [before, after] = [value.slice(0, at), value.slice(at + mark.length)];
      return [
        { type: 'text', value: before },
        { type: 'noteReference', noteId: seat.id },
        ...(after === '' ? [] : splitAtMarks(after, open, trimmings)),
      ];
    }
  }
  return [{ type: 'text', value }];
}

/** `before` is the text right before the inline, as far as it lies in the same list. */
type Change = (inline: Inline, before: string) => readonly Inline[];

/** Applies `change` to every superscript and to all that holds no inlines, in the blocks and what is inside them. */
function changeInlines(blocks: readonly Block[], change: Change): readonly Block[] {
  return mapBlocks(blocks, {
    inlines: (inlines) =>
      mapInlines(inlines, (inline, before) => {
        if ('children' in inline && inline.type !== 'superscript') return null;
        return change(inline, before === undefined ? '' : inlineText([before]));
      }),
  });
}
