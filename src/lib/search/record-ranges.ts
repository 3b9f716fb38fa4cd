import type { SearchIndex } from './search-index.ts';

/**
 * The records of a report or a chapter: `from` is the first, `to` is behind the last. The id of a chapter is `report/chapter`.
 * `reports.json` and `chapters.json` hold a list of them each.
 */
export interface RecordRange {
  readonly id: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** The ranges that a filter knows. @throws what fetching does: a filter without them would leave everything out. */
export async function rangesOf(
  index: SearchIndex,
  name: 'report' | 'chapter',
): Promise<readonly RecordRange[]> {
  // The build wrote the file from such ranges.
  return (await index.json(`${name}s.json`)) as readonly RecordRange[];
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
