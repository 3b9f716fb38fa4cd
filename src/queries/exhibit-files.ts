import type { Figure, Table } from '../lib/book/model.ts';
import { listExhibits } from '../lib/book/list-exhibits.ts';
import { loadBook } from './book.ts';
import { loadReports, type LoadedReport } from './reports.ts';

/** A figure or table with its report. */
export interface ReportExhibit<Exhibit> {
  readonly report: LoadedReport;
  readonly exhibit: Exhibit;
}

/** All figures and tables of all reports, those before the first chapter too. */
async function loadExhibits(): Promise<readonly ReportExhibit<Figure | Table>[]> {
  const reports = await loadReports();
  const all = await Promise.all(
    reports.map(async (report) => {
      const { introduction, chapters } = await loadBook(report);
      return [introduction, ...chapters]
        .flatMap(({ blocks }) => listExhibits(blocks))
        .map((exhibit) => ({ report, exhibit }));
    }),
  );
  return all.flat();
}

/** One file for each table. */
export async function tableFiles(): Promise<readonly ReportExhibit<Table>[]> {
  return (await loadExhibits()).flatMap(({ report, exhibit }) =>
    exhibit.type === 'table' ? [{ report, exhibit }] : [],
  );
}

/** One file for each figure whose picture the report has. */
export async function figureFiles(): Promise<
  readonly ReportExhibit<Figure & { picture: NonNullable<Figure['picture']> }>[]
> {
  return (await loadExhibits()).flatMap(({ report, exhibit }) =>
    exhibit.type === 'figure' && exhibit.picture !== undefined
      ? [{ report, exhibit: { ...exhibit, picture: exhibit.picture } }]
      : [],
  );
}
