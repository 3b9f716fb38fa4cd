import type { Exhibit } from '../schema/chapter.ts';
import { loadReports, type ChapterEntry, type LoadedReport } from './reports.ts';

/** A figure or table and the chapter in which it stands. */
export interface PlacedExhibit {
  readonly chapter: ChapterEntry;
  readonly exhibit: Exhibit;
}

export interface ExhibitPageProps {
  readonly report: LoadedReport;
  /** Of the list: 图目录, 表目录. */
  readonly name: string;
  readonly exhibits: readonly PlacedExhibit[];
}

const NAMES = { figure: '图目录', table: '表目录' } as const;

/** One path for each report that has exhibits of this kind. */
export async function exhibitPaths(kind: Exhibit['kind']) {
  return (await loadReports()).flatMap((report) => {
    const exhibits: PlacedExhibit[] = report.chapters.flatMap((chapter) =>
      chapter.data.exhibits
        .filter((exhibit) => exhibit.kind === kind)
        .map((exhibit) => ({ chapter, exhibit })),
    );
    return exhibits.length > 0
      ? [{ params: { report: report.id }, props: { report, exhibits, name: NAMES[kind] } }]
      : [];
  });
}
