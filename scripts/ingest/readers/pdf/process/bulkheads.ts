/** Keeps a fault where it is: a part that a stage fails on is read in a simpler way, and a message says so. */
import { IngestError } from '../../../model/errors.ts';
import type { Message } from '../../../model/messages.ts';

/** The stages in which faults are caught, as messages name them. */
export type Stage =
  | 'glyphs'
  | 'lines'
  | 'furniture'
  | 'slides'
  | 'tables'
  | 'boxes'
  | 'listings'
  | 'figures'
  | 'notes'
  | 'outline'
  | 'flow'
  | 'confidence'
  | 'pictures';

/** What became of the part: completes the sentence “…, so …”. */
const CONSEQUENCES: Readonly<Record<Stage, string>> = {
  glyphs: 'its text is missing',
  lines: 'its lines were put together in a simpler way',
  furniture: 'running heads, page numbers or contents may stand in the text',
  slides: 'slides are read like pages of a report',
  tables: 'tables there are read as plain lines',
  listings: 'lines of program text are joined into paragraphs',
  boxes: 'boxed text there is read as plain lines',
  figures: 'figures there have no picture, and their labels stand in the text',
  notes: 'notes there stand in the text, or are not linked',
  outline: 'a heading may be missing or on another level',
  flow: 'each line there is a paragraph by itself',
  confidence: 'nothing in the file is called sure',
  pictures: 'a figure has no picture',
};

/** Called before each part; a test throws from it to see that nothing is lost. */
export type OnEnter = (stage: Stage, page: number | null) => void;

/** One reading's bulkheads, with the faults that they held. */
export class Bulkheads {
  readonly #onEnter: OnEnter;
  readonly #messages: Message[] = [];
  readonly #stacks: string[] = [];

  constructor(onEnter: OnEnter = () => undefined) {
    this.#onEnter = onEnter;
  }

  /**
   * Runs a part of a stage; where it throws, `fallback` takes its place.
   * @param page Physical page, from 1; null for a part that concerns the whole file.
   * @throws IngestError when the part refuses the file: only the gate does.
   */
  run<Result>(stage: Stage, page: number | null, part: () => Result, fallback: () => Result): Result {
    try {
      this.#onEnter(stage, page);
      return part();
    } catch (error) {
      this.#note(stage, page, error);
      return fallback();
    }
  }

  /** The same for a part that takes its time. */
  async runAsync<Result>(
    stage: Stage,
    page: number | null,
    part: () => Promise<Result>,
    fallback: () => Promise<Result> | Result,
  ): Promise<Result> {
    try {
      this.#onEnter(stage, page);
      return await part();
    } catch (error) {
      this.#note(stage, page, error);
      return await fallback();
    }
  }

  /** A message for each fault, in the order in which they were met. */
  get messages(): readonly Message[] {
    return this.#messages;
  }

  /** Where each fault arose, for `--trace`. */
  get stacks(): readonly string[] {
    return this.#stacks;
  }

  #note(stage: Stage, page: number | null, error: unknown): void {
    if (error instanceof IngestError) throw error;
    const what = error instanceof Error ? error.message : String(error);
    const where = page === null ? 'the whole file' : `page ${String(page)}`;
    this.#stacks.push(error instanceof Error ? (error.stack ?? what) : what);
    this.#messages.push({
      ruleId: 'pdf/read-in-full',
      severity: 'warning',
      reason: `The stage “${stage}” failed on ${where} (${what}), so ${CONSEQUENCES[stage]}.`,
      hint: 'Compare with the original. This is a fault of the reader: please report it with the file.',
      ...(page !== null && {
        origin: { kind: 'pdf', page, label: '', box: { x: 0, y: 0, width: 0, height: 0 } },
      }),
    });
  }
}
