/** A reading that a person goes through: its pages and blocks with the corrections made so far, and how to make more. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Correction, type Overrides, overridesSchema } from '../../src/schema/overrides.ts';
import { parseYaml, yamlProblemLine } from '../../src/schema/parse-yaml.ts';
import type { Block, PageReading, PdfOrigin, ReportDocument } from '../ingest/model/document.ts';
import type { MergedSources } from '../ingest/model/merged-sources.ts';
import { visitBlocks } from '../ingest/model/walk.ts';
import { summariseReading, type UnsurePage } from '../ingest/summarise-reading.ts';
import { applyOverrides } from '../ingest/transforms/apply-overrides.ts';
import { mergeSources } from '../ingest/transforms/merge-sources.ts';
import { readFolderText } from '../ingest/writers/report-folder.ts';
import { withCorrection, withReportFields } from './write-overrides.ts';

const FILE = 'overrides.yaml';

/** A block where it stands on a page. Its number is its place among all blocks of the reading. */
export interface PlacedBlock {
  readonly number: number;
  readonly block: Block;
  readonly origin: PdfOrigin;
}

export class ReviewSession {
  readonly id: string;
  readonly document: ReportDocument;
  readonly unsurePages: readonly UnsurePage[];
  readonly #folder: string;
  readonly #merged: MergedSources;

  constructor(id: string, folder: string, document: ReportDocument) {
    this.id = id;
    this.#folder = folder;
    this.document = document;
    this.#merged = { ...mergeSources(null, document), messages: [] };
    this.unsurePages = summariseReading(document).unsurePages;
  }

  /** The pages as the reader judged them. */
  get pages(): readonly PageReading[] {
    return this.document.pages ?? [];
  }

  /** What people have written so far. @throws Error where the file cannot be used: with the lines that are wrong */
  overrides(): Overrides {
    const { value, problems } = parseYaml(overridesSchema, { text: this.#text() });
    if (problems === undefined) return value;
    throw new Error(`${FILE}: ${problems.map(yamlProblemLine).join(' ')}`);
  }

  /** Every block, at any depth, as corrections leave it. */
  blocks(): readonly Block[] {
    const blocks: Block[] = [];
    visitBlocks(applyOverrides(this.#merged, this.overrides().corrections).body, (block) =>
      blocks.push(block),
    );
    return blocks;
  }

  /** The blocks that stand on a page, in reading order. */
  blocksOn(page: number): readonly PlacedBlock[] {
    return this.blocks().flatMap((block, number): readonly PlacedBlock[] => {
      const origin = block.origins.find((each) => each.kind === 'pdf' && each.page === page);
      return origin?.kind === 'pdf' ? [{ number, block, origin }] : [];
    });
  }

  /**
   * Writes a correction, where it applies.
   * @returns null, or a sentence that says why it does not; nothing is written then
   */
  correct(correction: Correction): string | null {
    const corrections = this.overrides().corrections;
    const before = applyOverrides(this.#merged, corrections).messages.length;
    const { messages } = applyOverrides(this.#merged, [...corrections, correction]);
    if (messages.length > before) return messages.at(-1)?.reason ?? '';
    this.#write(withCorrection(this.#text(), correction));
    return null;
  }

  /** Writes what the cover should have said; an empty field goes back to what was read. */
  describe(fields: NonNullable<Overrides['report']>): void {
    this.#write(withReportFields(this.#text(), fields));
  }

  #text(): string {
    return readFolderText(this.#folder, FILE);
  }

  /** Whole or not at all: beside the old file, then in its place. */
  #write(text: string): void {
    const fresh = join(this.#folder, `.${FILE}.${String(process.pid)}`);
    writeFileSync(fresh, text);
    renameSync(fresh, join(this.#folder, FILE));
  }
}
