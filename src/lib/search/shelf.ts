import type { SearchIndex } from './search-index.ts';

/** The records of a report: `from` is the first, `to` is behind the last. `reports.json` holds a list of them. */
export interface ReportRange {
  readonly id: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** The records of a chapter, likewise; `id` is `report/chapter`. `chapters.json` holds a list of them. */
export type ChapterRange = ReportRange;

/** The ranges that a filter knows. @throws what fetching does: a filter without them would leave everything out. */
export async function rangesOf(
  index: SearchIndex,
  name: 'report' | 'chapter',
): Promise<readonly ReportRange[]> {
  return (await index.json(`${name}s.json`)) as readonly ReportRange[];
}

/** Tells the records of one report or chapter; none where there is no such. */
export async function recordsOf(
  index: SearchIndex,
  name: 'report' | 'chapter',
  id: string,
): Promise<(record: number) => boolean> {
  const range = (await rangesOf(index, name)).find((candidate) => candidate.id === id);
  return (record) => range !== undefined && range.from <= record && record < range.to;
}
