/** What of a report can be cited, with the addresses that the site has for it. */
import { chapterAddress, reportAddress, viewpointAddress } from '../lib/address.ts';
import { citePart, citeReport, type CitedReport } from '../lib/citation/cite.ts';
import type { CslItem } from '../lib/citation/csl-item.ts';
import { originalStart } from '../lib/original-pages.ts';
import type { ChapterEntry, LoadedReport, ViewpointEntry } from './reports.ts';

/** The name of the files for the report as a whole: `report.bib`. Those of its parts are named by their permanent ids. */
export const WHOLE_REPORT = 'report';

/** Something that has references of its own. */
export interface Citable {
  /** `report`, or the permanent id of a chapter, viewpoint, figure or table. */
  readonly id: string;
  readonly item: CslItem;
  /** On the site, below the base. */
  readonly address: string;
}

/** The chapters, viewpoints, figures or tables of a report under one heading. */
export interface CitableGroup {
  readonly name: string;
  readonly citables: readonly Citable[];
}

function citedReport(report: LoadedReport): CitedReport {
  return { ...report.data, id: report.id, language: report.chapters[0]?.data.language };
}

const absolute = (address: string, site: URL | undefined): string | undefined =>
  site && new URL(address, site).href;

/** The report as a whole. Where the site does not know its public address, that of the official PDF stands for it. */
export function citableReport(report: LoadedReport, site: URL | undefined): Citable {
  const address = reportAddress(report.id);
  return {
    id: WHOLE_REPORT,
    item: citeReport(citedReport(report), absolute(address, site) ?? report.data.pdf?.url),
    address,
  };
}

function part(
  report: LoadedReport,
  site: URL | undefined,
  { address, ...cited }: { id: string; title: string; label?: string | undefined; address: string },
): Citable {
  return { id: cited.id, item: citePart(citedReport(report), cited, absolute(address, site)), address };
}

/** A chapter; its page may be known though its text is not. */
export function citableChapter(report: LoadedReport, { data }: ChapterEntry, site: URL | undefined): Citable {
  return part(report, site, {
    id: data.id,
    title: data.title,
    label: data.label ?? originalStart(report.data.pdf, data.slug)?.label,
    address: chapterAddress(report.id, data.slug),
  });
}

/** A viewpoint, at its own page. */
export function citableViewpoint(
  report: LoadedReport,
  { data }: ViewpointEntry,
  site: URL | undefined,
): Citable {
  return part(report, site, {
    id: data.id,
    title: `核心观点 ${data.number}：${data.title}`,
    address: viewpointAddress(report.id, data.number),
  });
}

/** All parts of a report that have references of their own; kinds that it has none of are left out. */
export function citableGroups(report: LoadedReport, site: URL | undefined): readonly CitableGroup[] {
  const exhibits = report.chapters.flatMap(({ data }) =>
    data.exhibits.map((exhibit) => ({
      kind: exhibit.kind,
      citable: part(report, site, {
        id: exhibit.id,
        title: [exhibit.number, exhibit.caption].filter(Boolean).join(' ') || '无标题',
        label: exhibit.label,
        address: chapterAddress(report.id, data.slug, exhibit.id),
      }),
    })),
  );
  const exhibitsOf = (wanted: string) =>
    exhibits.filter(({ kind }) => kind === wanted).map(({ citable }) => citable);
  return [
    { name: '核心观点', citables: report.viewpoints.map((entry) => citableViewpoint(report, entry, site)) },
    { name: '各章', citables: report.chapters.map((entry) => citableChapter(report, entry, site)) },
    { name: '图', citables: exhibitsOf('figure') },
    { name: '表', citables: exhibitsOf('table') },
  ].filter(({ citables }) => citables.length > 0);
}
