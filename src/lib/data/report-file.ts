import type { CorpusLine, PassageEntry, ReportFile } from '../../schema/report-file.ts';
import {
  assetAddress,
  at,
  chapterAddress,
  chapterMarkdownAddress,
  publicAddress,
  reportAddress,
  viewpointAddress,
} from '../address.ts';
import { listPassages, type ListedPassage } from '../book/list-passages.ts';
import type { Body, Book, BookChapter, BookViewpoint, Picture } from '../book/model.ts';
import { numberedTitle } from '../numbered-title.ts';
import { describePassage } from './passage-entry.ts';

/** Where the JSON Schema of `report.json` stands. */
export const reportSchemaAddress = (): string => at('report.schema.json');

/** The addresses of one report. */
interface Addresses {
  readonly chapter: (slug: string, id?: string) => string;
  readonly home: (id?: string) => string;
  readonly picture: (picture: Picture) => string;
  readonly open: (address: string) => string;
}

function addressesOf(report: string, site: URL | undefined): Addresses {
  const open = (address: string): string => publicAddress(address, site);
  return {
    open,
    chapter: (slug, id) => open(chapterAddress(report, slug, id)),
    home: (id) => open(reportAddress(report) + (id === undefined ? '' : `#${id}`)),
    picture: ({ path }) => open(assetAddress(report, path)),
  };
}

/** A report as the document for machines that `reportFileSchema` describes. */
export function reportFile(book: Book, site: URL | undefined): ReportFile {
  const { id, report, language, introduction, chapters, viewpoints } = book;
  const addresses = addressesOf(id, site);
  const { title, subtitle, publisher, number, released, notice, sample, pdf } = report;
  return {
    $schema: addresses.open(reportSchemaAddress()),
    version: 1,
    id,
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    publisher,
    ...(number === undefined ? {} : { number }),
    ...(released === undefined ? {} : { released }),
    notice,
    ...(sample === undefined ? {} : { sample }),
    language,
    address: addresses.home(),
    ...(pdf?.url === undefined ? {} : { pdf: pdf.url }),
    introduction: describeBody(introduction, addresses.home, addresses),
    chapters: chapters.map((chapter) => describeChapter(id, chapter, addresses)),
    viewpoints: viewpoints.map((viewpoint) => describeViewpoint(id, viewpoint, addresses)),
  };
}

/** Its text. */
export function reportFileText(book: Book, site: URL | undefined): string {
  return `${JSON.stringify(reportFile(book, site))}\n`;
}

function describeBody(body: Body, addressOf: (id: string) => string, { picture }: Addresses): PassageEntry[] {
  return listPassages(body).map((passage) => describePassage(passage, addressOf(passage.id), picture));
}

function describeChapter(
  report: string,
  { data, ...body }: BookChapter,
  addresses: Addresses,
): ReportFile['chapters'][number] {
  const { id, slug, number, title, matter, complete, page, label, viewpoints } = data;
  return {
    id,
    slug,
    number,
    title,
    matter,
    complete,
    address: addresses.chapter(slug),
    markdown: addresses.open(chapterMarkdownAddress(report, slug)),
    ...(page === undefined ? {} : { page }),
    ...(label ? { label } : {}),
    viewpoints,
    passages: describeBody(body, (passage) => addresses.chapter(slug, passage), addresses),
  };
}

function describeViewpoint(
  report: string,
  { data, ...body }: BookViewpoint,
  addresses: Addresses,
): ReportFile['viewpoints'][number] {
  const { id, number, title, chapter, section, evidence } = data;
  return {
    id,
    number,
    title,
    address: addresses.open(viewpointAddress(report, number)),
    chapter,
    section,
    evidence: evidence.map((place) => ({
      id: place.id,
      address: addresses.chapter(place.chapter, place.id),
      page: place.page,
      label: place.label,
    })),
    passages: describeBody(body, (passage) => addresses.chapter(chapter, passage), addresses),
  };
}

/** Every passage of a report with its place, for those who index it themselves; viewpoints follow their chapter. */
export function corpusLines(book: Book, site: URL | undefined): readonly CorpusLine[] {
  const { id, introduction, chapters, viewpoints } = book;
  const addresses = addressesOf(id, site);
  const inChapter = ({ data, ...body }: BookChapter): readonly CorpusLine[] => {
    const chapter = numberedTitle(data);
    const own = viewpoints.filter((viewpoint) => viewpoint.data.chapter === data.slug);
    const titles = new Map(data.sections.map((section) => [section.id, numberedTitle(section)]));
    const addressOf = (passage: string): string => addresses.chapter(data.slug, passage);
    return [
      ...linesOf(listPassages(body), { report: id, chapter, section: '', addressOf }),
      ...own.flatMap((viewpoint) =>
        linesOf(listPassages(viewpoint), {
          report: id,
          chapter,
          section: titles.get(viewpoint.data.section) ?? '',
          addressOf,
        }),
      ),
    ];
  };
  const before = { report: id, chapter: '', section: '', addressOf: addresses.home };
  return [...linesOf(listPassages(introduction), before), ...chapters.flatMap(inChapter)];
}

interface LinePlace {
  readonly report: string;
  readonly chapter: string;
  readonly section: string;
  readonly addressOf: (id: string) => string;
}

function linesOf(passages: readonly ListedPassage[], place: LinePlace): readonly CorpusLine[] {
  const { report, chapter, addressOf } = place;
  let { section } = place;
  return passages.map(({ id, kind, text, place: { page, label } }) => {
    if (kind === 'heading') section = text;
    return {
      report,
      id,
      address: addressOf(id),
      kind,
      chapter,
      section,
      ...(page === undefined ? {} : { page }),
      ...(label ? { label } : {}),
      text,
    };
  });
}
