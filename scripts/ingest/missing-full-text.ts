import { join } from 'node:path';
import type { Report } from '../../src/schema/report.ts';
import { readDownloaded } from './download-pdf.ts';
import { parseReport } from './pipeline.ts';
import { findSources, readFolderText } from './writers/report-folder.ts';
import { CACHE_FOLDER } from './writers/source-cache.ts';

/** A report that is made of its article alone. */
export interface WithoutFullText {
  readonly id: string;
  /** Whether `--download` knows where to fetch its PDF from, and which file it must be. */
  readonly canDownload: boolean;
}

/** Which of these reports have an article but no PDF, neither among their sources nor downloaded before. */
export function findWithoutFullText(
  reportsFolder: string,
  ids: readonly string[],
  cacheFolder: string = CACHE_FOLDER,
): readonly WithoutFullText[] {
  return ids.flatMap((id) => {
    const folder = join(reportsFolder, id);
    if (findSources(folder, /\.(?:md|html?)$/iu).length === 0 || findSources(folder, /\.pdf$/iu).length > 0)
      return [];
    const report = readReport(folder);
    if (report === undefined) return [];
    if (readDownloaded(report, cacheFolder) !== null) return [];
    const { url, sha256 } = report?.pdf ?? {};
    return [{ id, canDownload: url?.startsWith('https://') === true && sha256 !== undefined }];
  });
}

/** Undefined where it cannot be used: ingest says why. */
function readReport(folder: string): Report | null | undefined {
  try {
    return parseReport(readFolderText(folder, 'report.yaml'), folder);
  } catch {
    return undefined;
  }
}

/** One line on how to get the full text; undefined where nothing is missing. */
export function describeWithoutFullText(reports: readonly WithoutFullText[]): string | undefined {
  const [first] = reports;
  if (!first) return undefined;
  const others = reports.length - 1;
  const names = others === 0 ? first.id : `${first.id} and ${String(others)} more`;
  const options = first.canDownload ? '--download, or --pdf FILE' : '--pdf FILE';
  const has = others === 0 ? 'has only its article' : 'have only their articles';
  return `${names} ${has}; the full text comes with: npm run ingest -- ${first.id} ${options}`;
}
