/** Raised marks in the finished blocks → references to notes. */
import type { Block, Inline, Note } from '../../../model/document.ts';
import { mapBlocks, mapInlines } from '../../../model/walk.ts';
import { originsOf, paragraphOf } from '../lines/paragraph-of-lines.ts';
import { Bulkheads } from '../process/bulkheads.ts';
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

interface NoteTarget {
  readonly id: string;
  readonly note: FoundNote;
  readonly form: ReturnType<typeof markForm>;
  linked: boolean;
}

export interface LinkOptions {
  readonly join: JoinOptions;
  readonly bulkheads?: Bulkheads;
}

/**
 * Makes notes of what was found and links the marks in `body` to them. Raised text that is no mark stays superscript. A block
 * or note that fails stays as it is, unlinked.
 */
export function linkNotes(
  body: readonly Block[],
  found: readonly FoundNote[],
  { join, bulkheads = new Bulkheads() }: LinkOptions,
): LinkedNotes {
  const targets = found.map((note, index): NoteTarget => {
    return { id: `n${String(index + 1)}`, note, form: markForm(markOf(note)), linked: false };
  });
  const trimmings: Trimming[] = found.map((note) => ({
    text: trimmingsOf(markOf(note), [note.label]),
    page: note.page,
  }));
  const each = (blocks: readonly Block[], change: (block: Block) => readonly Block[]): readonly Block[] =>
    blocks.flatMap((block) =>
      bulkheads.run(
        'notes',
        pagesOf(block)[0] ?? null,
        () => change(block),
        () => [block],
      ),
    );
  const pass = (blocks: readonly Block[], rule: LinkRule): readonly Block[] =>
    each(blocks, (block) =>
      changeInlines([block], (inline, before) => linkRaised({ inline, before, rule }, targets, trimmings)),
    );
  const exact = pass(body, 'exact');
  // Where marks and notes are of one series, what is left over are exponents and citations.
  const series = new Set(targets.filter((target) => target.linked).map((target) => target.form));
  const isOpen = targets.some((target) => !target.linked && !series.has(target.form));
  const raised = pass(isOpen ? pass(exact, 'loose') : exact, 'none');
  return {
    body: each(raised, (block) => linkPlain(block, targets, trimmings)),
    notes: Object.fromEntries(
      targets.map(({ id, note }) => [
        id,
        bulkheads.run(
          'notes',
          note.page,
          () => noteOf(note, join),
          () => plainNoteOf(note, join.labels),
        ),
      ]),
    ),
    trimmings: trimmings.filter(({ text }) => text !== ''),
    unreferenced: targets
      .filter((target) => !target.linked)
      .map(({ note }) => ({ label: note.label, page: note.page })),
  };
}

/** The mark that a note begins with, as printed. */
function markOf({ lines, markLength }: FoundNote): string {
  return (lines[0]?.text ?? '').slice(0, markLength);
}

function pagesOf(block: Block): readonly number[] {
  return block.origins.flatMap((origin) => (origin.kind === 'pdf' ? [origin.page] : []));
}

function noteOf(note: FoundNote, join: JoinOptions): Note {
  return { label: note.label, children: [paragraphOf(note.lines, join, note.markLength)] };
}

/** The note as plain text, for one that cannot be joined otherwise. */
function plainNoteOf({ label, lines, markLength }: FoundNote, labels: readonly string[] = []): Note {
  const value = lines
    .map((line) => line.text)
    .join('')
    .slice(markLength);
  return {
    label,
    children: [{ type: 'paragraph', origins: originsOf(lines, labels), children: [{ type: 'text', value }] }],
  };
}

/**
 * `exact` links marks to notes that are marked in the same form; `loose` links what is left to notes of any form;
 * `none` makes ordinary superscripts of the rest.
 */
type LinkRule = 'exact' | 'loose' | 'none';

/** A raised 2 or 3 behind a unit is an exponent. */
const UNIT = /(?:^|[^A-Za-z])(?:[kcdhmnμ]?m|ft|in|yd|10|R|x|s)$/u;
const EXPONENT = /^[23]$/u;

/** An inline, the text right before it, and how far linking goes. */
interface RaisedInline {
  readonly inline: Inline;
  readonly before: string;
  readonly rule: LinkRule;
}

function linkRaised(
  { inline, before, rule }: RaisedInline,
  targets: readonly NoteTarget[],
  trimmings: Trimming[],
): Inline[] {
  if (inline.type !== 'superscript') return [inline];
  const { page } = inline as Partial<RaisedText>;
  if (page === undefined || rule === 'none') return [{ type: 'superscript', children: inline.children }];
  const mark = inlineText(inline.children);
  if (EXPONENT.test(mark) && UNIT.test(before)) return [inline];
  const form = markForm(mark);
  const open = targets.filter((target) => rule === 'loose' || target.form === form);
  const labels = readReference(mark);
  const meant = labels.flatMap((label) => targetFor(label, page, open) ?? []);
  if (labels.length === 0 || meant.length < labels.length) return [inline];
  trimmings.push({ text: trimmingsOf(mark, labels), page });
  return meant.map((target) => {
    target.linked = true;
    return { type: 'noteReference', noteId: target.id };
  });
}

/** The note on the same page, or on the next where the last line of a page carries the mark. */
function targetFor(label: string, page: number, targets: readonly NoteTarget[]): NoteTarget | null {
  const on = (wanted: number): NoteTarget[] =>
    targets.filter(({ note }) => note.page === wanted && note.label === label);
  const here = on(page);
  return (
    here.find((target) => !target.linked) ?? here[0] ?? on(page + 1).find((target) => !target.linked) ?? null
  );
}

/** Links notes that no raised mark met to a mark of their own shape in the text of their page. */
function linkPlain(block: Block, targets: readonly NoteTarget[], trimmings: Trimming[]): readonly Block[] {
  const pages = new Set(pagesOf(block));
  const open = targets.filter(
    ({ linked, note }) => !linked && pages.has(note.page) && SELF_EVIDENT.test(note.label),
  );
  if (open.length === 0) return [block];
  return changeInlines([block], (inline) =>
    inline.type === 'text' ? splitAtMarks(inline.value, open, trimmings) : [inline],
  );
}

function splitAtMarks(value: string, open: readonly NoteTarget[], trimmings: Trimming[]): Inline[] {
  for (const target of open) {
    if (target.linked) continue;
    const marks = /^\d/.test(target.note.label)
      ? [`[${target.note.label}]`, `［${target.note.label}］`, `〔${target.note.label}〕`]
      : [target.note.label];
    for (const mark of marks) {
      const at = value.indexOf(mark);
      if (at <= 0) continue;
      target.linked = true;
      trimmings.push({ text: trimmingsOf(mark, [target.note.label]), page: target.note.page });
      const [before, after] = [value.slice(0, at), value.slice(at + mark.length)];
      return [
        { type: 'text', value: before },
        { type: 'noteReference', noteId: target.id },
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
