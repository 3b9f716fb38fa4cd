import { basename, join } from 'node:path';
import { IngestError } from './model/errors.ts';
import { type PipelineOutput, runPipeline, type SourceFile } from './pipeline.ts';
import {
  findSources,
  readFolderText,
  readSource,
  recoverFolder,
  replaceFolder,
} from './writers/report-folder.ts';

export interface IngestRequest {
  readonly id: string;
  /** The report's folder under content/reports, which may not be there yet. */
  readonly folder: string;
  /** Where to write; the report's folder where it is not given. */
  readonly outFolder?: string | undefined;
  readonly articlePath?: string | undefined;
  readonly pdfPath?: string | undefined;
}

export interface IngestResult {
  readonly output: PipelineOutput;
  readonly changed: readonly string[];
}

/**
 * Reads one report's sources and renews its folder.
 * @throws IngestError where a source or a file of people's cannot be used; nothing is changed then
 */
export function ingestReport(request: IngestRequest): IngestResult {
  const { id, folder } = request;
  const target = request.outFolder ?? folder;
  recoverFolder(folder);
  recoverFolder(target);
  const output = runPipeline({
    id,
    article: articleSource(request),
    reportYaml: readFolderText(folder, 'report.yaml') || readFolderText(target, 'report.yaml'),
    overridesYaml: readFolderText(folder, 'overrides.yaml') || readFolderText(target, 'overrides.yaml'),
    permalinksYaml: readFolderText(folder, 'permalinks.yaml') || readFolderText(target, 'permalinks.yaml'),
  });
  const files = new Map(output.files);
  if (request.articlePath !== undefined) addSource(files, request.articlePath);
  return { output, changed: replaceFolder(target, files) };
}

function articleSource({ folder, articlePath }: IngestRequest): SourceFile | null {
  if (articlePath !== undefined) {
    return { bytes: requireSource(articlePath, '--article'), file: `sources/${basename(articlePath)}` };
  }
  const articles = findSources(folder, /\.(?:md|html?)$/iu);
  if (articles.length > 1) {
    throw new IngestError(
      'report/has-source',
      `There are ${String(articles.length)} articles in ${folder}/sources: ${articles.join(', ')}.`,
      'Keep one of them there, or name one with --article.',
    );
  }
  const [file] = articles;
  return file === undefined ? null : { bytes: requireSource(join(folder, file), 'sources'), file };
}

function requireSource(path: string, option: string): Uint8Array {
  const bytes = readSource(path);
  if (bytes) return bytes;
  throw new IngestError('report/has-source', `There is no file ${path} (${option}).`, 'Check the path.');
}

/** A source that was given on the command line is kept beside the others, byte for byte. */
function addSource(files: Map<string, string | Uint8Array>, path: string): void {
  files.set(`sources/${basename(path)}`, requireSource(path, 'source'));
}
