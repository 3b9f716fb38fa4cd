import type { SourceAccount } from './model/account.ts';
import type { ReportDocument } from './model/document.ts';
import { callInChild } from './readers/pdf/process/child.ts';
import type { ReadingProgress } from './readers/pdf/process/child-messages.ts';

/** A picture that the PDF reader made; `path` is the one that the document's figure or table names. */
export interface ReadAsset {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the pipeline needs of a PDF. */
export interface ReadPdfSource {
  readonly document: ReportDocument;
  readonly assets: readonly ReadAsset[];
  readonly account: SourceAccount;
  /** What the stages of the reader found, by their names; empty unless it was asked for. */
  readonly stages: Readonly<Record<string, unknown>>;
}

/** What the child is asked to read. */
export interface PdfCall {
  readonly bytes: Uint8Array;
  readonly withTrace: boolean;
  /** Where the data for the recognition of characters lies; absent where pictures are not to be read. */
  readonly recognition?: string | undefined;
}

/** Loaded in the child only: pdf.js takes its time to load. */
const READER = new URL('pdf-source-child.ts', import.meta.url).href;

/** A page takes ten seconds of computing; three hundred of them an hour. */
const RECOGNITION_LIMITS = { silenceMs: 120_000, totalMs: 2 * 3_600_000 };

export type OnProgress = (progress: ReadingProgress) => void;

/** Reads a PDF in a child process, so that a hostile file can end neither this process nor its memory. */
export async function readPdfSource(argument: PdfCall, onProgress: OnProgress): Promise<ReadPdfSource> {
  const call = { moduleUrl: READER, exportName: 'readPdfHere', argument };
  const limits = argument.recognition === undefined ? undefined : RECOGNITION_LIMITS;
  return await callInChild<ReadPdfSource>(call, { onProgress, limits });
}
