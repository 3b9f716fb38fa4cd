import type { RecordRange } from '../../src/lib/search/record-ranges.ts';
import type { SectionRecord } from '../../src/lib/search/model.ts';

/** Where reports and chapters begin and end among the records. */
export interface RecordRanges {
  readonly reports: readonly RecordRange[];
  readonly chapters: readonly RecordRange[];
}

/**
 * Finds the ranges of records that belong to a report, and to a chapter.
 * @throws Error where the sections of one stand apart: filters could not tell them by a range.
 */
export function findRecordRanges(records: readonly SectionRecord[]): RecordRanges {
  const reports: { id: string; title: string; from: number; to: number }[] = [];
  const chapters: { id: string; title: string; from: number; to: number }[] = [];
  const put = (ranges: typeof reports, id: string, title: string, number: number): void => {
    const last = ranges.at(-1);
    if (last?.id === id) last.to = number + 1;
    else if (ranges.some((range) => range.id === id))
      throw new Error(`The sections of ${id} do not stand together.`);
    else ranges.push({ id, title, from: number, to: number + 1 });
  };
  records.forEach(({ report, reportTitle, chapter, chapterTitle }, number) => {
    put(reports, report, reportTitle, number);
    put(chapters, `${report}/${chapter}`, chapterTitle || reportTitle, number);
  });
  return { reports, chapters };
}
