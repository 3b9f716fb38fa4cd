import { createHash } from 'node:crypto';
import { extname, join } from 'node:path';
import type { Report } from '../../src/schema/report.ts';
import { downloadPdf, readDownloaded } from './download-pdf.ts';
import { IngestError } from './model/errors.ts';
import { type OnProgress, readPdfSource } from './pdf-source.ts';
import { parseReport, type PipelineOutput, runPipeline, type SourceFile } from './pipeline.ts';
import { requireNamedPdf } from './transforms/describe-report.ts';
import { DIGESTS_FILE, digestsFile, refuseToOverwriteEdits } from './writers/edited-files.ts';
import { documentFile } from './writers/document-file.ts';
import {
  findSources,
  readFolderText,
  readSource,
  replaceFolder,
  writeTrace,
} from './writers/report-folder.ts';
import { recoverFolder } from './writers/swap-folder.ts';
import { INSTALL_RECOGNITION, recognitionData } from './writers/recognition-packages.ts';
import { CACHE_FOLDER } from './writers/source-cache.ts';

export interface IngestRequest {
  readonly id: string;
  /** The report's folder, `content/reports/<id>`, which may not be there yet. */
  readonly folder: string;
  /** Where to write everything, `document.json` too; the report's folder where it is not given. */
  readonly outFolder?: string | undefined;
  readonly articlePath?: string | undefined;
  readonly pdfPath?: string | undefined;
  /** Fetches the PDF that report.yaml names. */
  readonly download?: boolean | undefined;
  /** Whether pages that are pictures are recognised. */
  readonly recognise?: boolean | undefined;
  /** Whether files that people changed by hand, though ingest writes them, are written anew. */
  readonly force?: boolean | undefined;
  /** Where each step's result is written as JSON. */
  readonly traceFolder?: string | undefined;
  readonly onProgress: OnProgress;
  /** Waits until nobody reads the folder, and gives what lets it go again; it is taken for the moment of writing only. */
  readonly lockContent: () => Promise<() => void>;
}

export interface IngestResult {
  readonly output: PipelineOutput;
  /** Where people write what is known about the report. */
  readonly folder: string;
  readonly changed: readonly string[];
}

/**
 * Reads one report's sources and renews its folder.
 * @throws IngestError where a source or a file of people's cannot be used; nothing is changed then
 */
export async function ingestReport(request: IngestRequest): Promise<IngestResult> {
  const { id, folder, outFolder, onProgress, lockContent } = request;
  const target = outFolder ?? folder;
  recoverFolder(target);
  const read = (path: string): string => readFolderText(folder, path) || readFolderText(target, path);
  // A mistake of a person's in report.yaml should not cost the reading of a PDF.
  const known = parseReport(read('report.yaml'), folder);
  const article = articleSource(request);
  const recognition = request.recognise ? requireRecognition() : undefined;
  const pdfFile = await pdfSource(request, known);
  const pdf =
    pdfFile &&
    (await readPdfSource(
      { bytes: pdfFile.bytes, withTrace: request.traceFolder !== undefined, recognition },
      onProgress,
    ));
  onProgress({ stage: 'chapters' });
  const output = runPipeline({
    id,
    folder,
    article,
    pdf,
    // Read again: people may have written more while the PDF was read, and the file is about to be replaced.
    reportYaml: read('report.yaml'),
    overridesYaml: read('overrides.yaml'),
    permalinksYaml: read('permalinks.yaml'),
  });
  onProgress({ stage: 'files' });
  if (request.traceFolder !== undefined)
    writeTrace(join(request.traceFolder, id), [
      ...Object.entries(pdf?.stages ?? {}).map(([name, value]) => [`0-${name}`, value] as const),
      ...output.trace,
    ]);
  const files = new Map(output.files);
  if (!request.force) refuseToOverwriteEdits(target, files);
  files.set(DIGESTS_FILE, digestsFile(files));
  if (outFolder !== undefined && pdf) files.set('document.json', documentFile(pdf.document));
  // What was given is kept beside the chapters, so that the next run finds it; a PDF stays out of other folders.
  if (article) files.set(article.file, article.bytes);
  if (pdfFile?.file && outFolder === undefined) files.set(pdfFile.file, pdfFile.bytes);
  const release = await lockContent();
  try {
    return { output, folder, changed: await replaceFolder(target, files) };
  } finally {
    release();
  }
}

/** @throws IngestError that names the one command to run, where the packages are not installed */
function requireRecognition(): string {
  const folder = recognitionData();
  if (folder !== null) return folder;
  throw new IngestError(
    'pdf/recognition-available',
    'The packages that recognise characters in pictures are not installed: they take 80 MB, which few need.',
    `Run “${INSTALL_RECOGNITION}”, then the same command again. Nothing leaves this machine.`,
  );
}

const ARTICLE_FILE = /\.(?:md|html?)$/iu;
const PDF_FILE = /\.pdf$/iu;

function articleSource({ folder, articlePath, onProgress }: IngestRequest): SourceFile | null {
  const kept = onlySource(folder, ARTICLE_FILE, '--article');
  const path = articlePath ?? (kept === null ? null : join(folder, kept));
  if (path === null) return null;
  if (articlePath !== undefined && kept !== null && extname(kept) !== extname(articlePath)) {
    throw new IngestError(
      'report/has-source',
      `The report already has the article ${join(folder, kept)}, of another kind than ${articlePath}.`,
      'Remove the file that is no longer wanted, then run ingest again.',
    );
  }
  onProgress({ stage: 'article' });
  return { bytes: requireFile(path), file: kept ?? `sources/article${extname(path).toLowerCase()}` };
}

interface PdfFile {
  readonly bytes: Uint8Array;
  /** Where it is kept in the report's folder; null for one from the cache. */
  readonly file: string | null;
}

/** The PDF that was given, else that of the report's folder, else one that was downloaded before. */
async function pdfSource(request: IngestRequest, known: Report | null): Promise<PdfFile | null> {
  const { folder, pdfPath, download, onProgress } = request;
  if (download) {
    const onStage = (stage: string): void => {
      onProgress({ stage });
    };
    return {
      bytes: await downloadPdf(known, { cacheFolder: CACHE_FOLDER, onProgress: onStage }),
      file: null,
    };
  }
  const kept = onlySource(folder, PDF_FILE, '--pdf');
  const path = pdfPath ?? (kept === null ? null : join(folder, kept));
  if (path !== null) {
    const bytes = requireFile(path);
    requireNamedPdf(known, createHash('sha256').update(bytes).digest('hex'));
    return { bytes, file: kept ?? 'sources/report.pdf' };
  }
  const cached = readDownloaded(known, CACHE_FOLDER);
  return cached === null ? null : { bytes: cached, file: null };
}

function onlySource(folder: string, pattern: RegExp, option: string): string | null {
  const found = findSources(folder, pattern);
  if (found.length > 1) {
    throw new IngestError(
      'report/has-source',
      `There are ${String(found.length)} files of one kind in ${folder}/sources: ${found.join(', ')}.`,
      `Keep one of them there, or name one with ${option}.`,
    );
  }
  return found[0] ?? null;
}

function requireFile(path: string): Uint8Array {
  const bytes = readSource(path);
  if (bytes) return bytes;
  throw new IngestError('report/has-source', `There is no file ${path}.`, 'Check the path.');
}
