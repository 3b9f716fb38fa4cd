import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface ReportFolder {
  readonly id: string;
  readonly folder: string;
  /** Whether something is there that ingest can read. */
  readonly hasSources: boolean;
}

/** The reports of a content folder, by id. A folder without `report.yaml` is none. */
export function listReportFolders(contentFolder: string): readonly ReportFolder[] {
  const reports = join(contentFolder, 'reports');
  if (!existsSync(reports)) return [];
  return readdirSync(reports, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        !entry.name.startsWith('.') &&
        existsSync(join(reports, entry.name, 'report.yaml')),
    )
    .map((entry) => entry.name)
    .sort()
    .map((id) => {
      const folder = join(reports, id);
      const sources = join(folder, 'sources');
      return { id, folder, hasSources: existsSync(sources) && readdirSync(sources).length > 0 };
    });
}
