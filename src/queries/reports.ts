/** The reports of the content folder, arranged for the routes. The only place that asks for content collections. */
import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Report } from '../schema/report.ts';

export type ChapterEntry = CollectionEntry<'chapters'>;
export type ViewpointEntry = CollectionEntry<'viewpoints'>;

export interface LoadedReport {
  readonly id: string;
  readonly data: Report;
  /** In reading order. */
  readonly chapters: readonly ChapterEntry[];
  readonly viewpoints: readonly ViewpointEntry[];
}

const reportOf = (entry: { id: string }): string => entry.id.split('/')[0] ?? '';

/** All reports, newest first. */
export async function loadReports(): Promise<readonly LoadedReport[]> {
  const [reports, chapters, viewpoints] = await Promise.all([
    getCollection('reports'),
    getCollection('chapters'),
    getCollection('viewpoints'),
  ]);
  return reports
    .map((report) => ({
      id: report.id,
      data: report.data,
      chapters: chapters
        .filter((chapter) => reportOf(chapter) === report.id)
        .sort((a, b) => a.data.order - b.data.order),
      viewpoints: viewpoints
        .filter((viewpoint) => reportOf(viewpoint) === report.id)
        .sort((a, b) => a.data.number - b.data.number),
    }))
    .sort((a, b) => (b.data.released ?? '').localeCompare(a.data.released ?? '') || a.id.localeCompare(b.id));
}

/** One path for each report, for what is made once of it. */
export async function reportPaths() {
  return (await loadReports()).map((report) => ({ params: { report: report.id }, props: { report } }));
}

/** @throws Error where a chapter names a viewpoint that its report does not have. */
export async function loadViewpoint(report: string, number: number): Promise<ViewpointEntry> {
  const viewpoints = (await loadReports()).find(({ id }) => id === report)?.viewpoints;
  const viewpoint = viewpoints?.find(({ data }) => data.number === number);
  if (!viewpoint)
    throw new Error(`Report “${report}” has no viewpoint ${number}; run “npm run ingest -- ${report}”.`);
  return viewpoint;
}

/** What stands before the first chapter, if anything. */
export async function loadIntroduction(
  report: string,
): Promise<CollectionEntry<'introductions'> | undefined> {
  return (await getCollection('introductions')).find((entry) => reportOf(entry) === report);
}

/** The permalinks manifest of a report. */
export async function loadPermalinks(
  report: string,
): Promise<CollectionEntry<'permalinks'>['data'] | undefined> {
  return (await getCollection('permalinks')).find((entry) => reportOf(entry) === report)?.data;
}

/** What became of the text of the report's sources. */
export async function loadAudit(report: string): Promise<CollectionEntry<'audits'>['data'] | undefined> {
  return (await getCollection('audits')).find((entry) => reportOf(entry) === report)?.data;
}

/** @throws Error where a page names a report that is not on the reports. */
export async function loadReport(id: string): Promise<Report> {
  const entry = await getEntry('reports', id);
  if (!entry) throw new Error(`There is no report “${id}” on the reports.`);
  return entry.data;
}

/** What the layouts and structured data need of a report. */
export interface ReportIdentity extends Pick<
  Report,
  'title' | 'publisher' | 'released' | 'number' | 'notice' | 'sample'
> {
  readonly id: string;
  /** Official address of the PDF. */
  readonly pdfUrl: string | undefined;
}

export function reportIdentity(report: LoadedReport): ReportIdentity {
  const { title, publisher, released, number, notice, sample, pdf } = report.data;
  return { id: report.id, title, publisher, released, number, notice, sample, pdfUrl: pdf?.url };
}
