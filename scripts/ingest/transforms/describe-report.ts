import type { GUESSED_FIELDS, Report } from '../../../src/schema/report.ts';
import type { ReportDocument } from '../model/document.ts';
import { IngestError } from '../model/errors.ts';
import type { Message } from '../model/messages.ts';
import { textOf } from '../model/text-of.ts';
import { similarity } from './text-similarity.ts';

/** Titles of the same report differ by a year in brackets or a subtitle, not by more. */
const SAME_TITLE = 0.5;
const YEAR = /(?:19|20)\d{2}(?=年)/u;
/** The standard's words where no publisher is named. @see GB/T 7714-2025 */
const UNKNOWN_PUBLISHER = '出版者不详';

/** What people and earlier runs have written down; any of it may be missing. */
export type KnownFields = { readonly [Field in keyof Report]?: Report[Field] | undefined };

export interface GivenSources {
  readonly article: { readonly document: ReportDocument; readonly file: string } | null;
  readonly pdf: ReportDocument | null;
}

type GuessedField = (typeof GUESSED_FIELDS)[number];

/** A value, and whether it is only a guess. */
interface Found {
  readonly value: string | undefined;
  readonly guessed: boolean;
}

/**
 * What is known about a report: what `report.yaml` says, completed by what the sources say of themselves. What nobody
 * tells is guessed and named under `guessed`; a date that cannot even be guessed is left out.
 * @param known the parsed `report.yaml`, null for a new report
 * @throws IngestError where a source belongs to another report
 */
export function describeReport(id: string, known: KnownFields | null, sources: GivenSources): Report {
  if (known) requireSameReport(known, sources);
  const [article, pdf] = [sources.article?.document.metadata, sources.pdf?.metadata];
  const find = (field: GuessedField, told: string | undefined, guess: string | undefined): Found => {
    const isWritten = known?.[field] !== undefined && !known.guessed?.includes(field);
    if (isWritten) return { value: known[field], guessed: false };
    if (told) return { value: told, guessed: false };
    return { value: known?.[field] ?? guess, guessed: (known?.[field] ?? guess) !== undefined };
  };
  const title = find('title', orNothing(pdf?.title) ?? article?.reportTitle, id);
  const publisher = find('publisher', pdf?.publisher ?? article?.publisher, UNKNOWN_PUBLISHER);
  const released = find(
    'released',
    article?.released ?? pdf?.date,
    lastResortDate(title.value, sources.pdf) ?? article?.date,
  );
  const name = publisher.value ?? UNKNOWN_PUBLISHER;
  const guessed = Object.entries({ title, publisher, released }).flatMap(([field, found]) =>
    found.guessed ? [field as GuessedField] : [],
  );
  const subtitle = known?.subtitle ?? pdf?.subtitle;
  const number = known?.number ?? pdf?.number;
  return {
    title: title.value ?? id,
    ...(subtitle ? { subtitle } : {}),
    publisher: name,
    ...(number ? { number } : {}),
    ...(released.value ? { released: released.value } : {}),
    ...(guessed.length > 0 ? { guessed } : {}),
    notice: known?.notice ?? `来源：${name === UNKNOWN_PUBLISHER ? `《${title.value ?? id}》` : name}`,
    ...describeArticle(known, sources),
    ...describePdf(known, sources),
    chapters: known?.chapters ?? [],
    viewpoints: known?.viewpoints ?? [],
    mentions: known?.mentions ?? [],
  };
}

/** For a report that does not date itself: the year in its title, the day on which the file was made, the year it names most. */
function lastResortDate(title: string | undefined, pdf: ReportDocument | null): string | undefined {
  const inTitle = YEAR.exec(title ?? '')?.[0];
  if (inTitle !== undefined || pdf === null) return inTitle;
  if (pdf.source.created) return pdf.source.created;
  const years = pdf.body.flatMap((block) => textOf([block]).match(new RegExp(YEAR, 'gu')) ?? []);
  const counts = [...Map.groupBy(years, (year) => year)].map(([year, all]) => ({ year, count: all.length }));
  return counts.toSorted(
    (first, second) => second.count - first.count || second.year.localeCompare(first.year),
  )[0]?.year;
}

const GUESSED_NAMES: Readonly<Record<GuessedField, string>> = {
  title: 'title',
  publisher: 'publisher',
  released: 'date of release',
};

/** What is guessed or missing, as messages that say where a person who knows it can write it. */
export function describeGuesses(report: Report): readonly Message[] {
  const guesses = (report.guessed ?? []).map((field): Message => ({
    ruleId: 'report/is-valid',
    severity: 'info',
    reason: `No source tells the ${GUESSED_NAMES[field]}, so “${field}: ${report[field] ?? ''}” is a guess.`,
    hint: `Write the right one into report.yaml and take ${field} out of “guessed” there.`,
  }));
  if (report.released !== undefined) return guesses;
  const missing: Message = {
    ruleId: 'report/is-valid',
    severity: 'info',
    reason: 'No source tells when the report was released; its pages say 日期不详.',
    hint: `Write “released: '2024-11'” (or a year, or a day) into report.yaml.`,
  };
  return [...guesses, missing];
}

function orNothing(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function describeArticle(known: KnownFields | null, { article }: GivenSources): Pick<Report, 'article'> {
  if (!article) return known?.article ? { article: known.article } : {};
  const { account, original, url, date } = article.document.metadata;
  const found = {
    file: article.file,
    ...(account ? { account } : {}),
    ...(original ? { original } : {}),
    ...(url && URL.canParse(url) ? { url: articleAddress(url) } : {}),
    ...(date ? { published: date } : {}),
  };
  return { article: { ...found, ...known?.article, file: article.file } };
}

/** Parameters by which WeChat names an article; the others only say how a reader came to it. */
const NAMING_PARAMETERS: readonly string[] = ['__biz', 'mid', 'idx', 'sn'];

/** The address of an article without tracking parameters, where it still names the article. */
export function articleAddress(address: string): string {
  const url = new URL(address);
  if (url.hostname !== 'mp.weixin.qq.com') return address;
  url.hash = '';
  const isNamed = NAMING_PARAMETERS.every((name) => url.searchParams.has(name));
  if (isNamed) {
    const query = NAMING_PARAMETERS.map((name) => `${name}=${url.searchParams.get(name) ?? ''}`).join('&');
    return `${url.origin}${url.pathname}?${query}`;
  }
  return url.pathname.length > '/s/'.length ? `${url.origin}${url.pathname}` : url.href;
}

function describePdf(known: KnownFields | null, { article, pdf }: GivenSources): Pick<Report, 'pdf'> {
  const url = article?.document.metadata.pdfUrl?.replace(/^http:/iu, 'https:');
  const entry = {
    ...(url ? { url } : {}),
    ...known?.pdf,
    ...(pdf ? { sha256: pdf.source.sha256 } : {}),
  };
  return Object.keys(entry).length > 0 ? { pdf: entry } : {};
}

function requireSameReport(known: KnownFields, { article, pdf }: GivenSources): void {
  const about = article?.document.metadata.reportTitle;
  if (about !== undefined && known.title !== undefined && similarity(about, known.title) < SAME_TITLE) {
    throw new IngestError(
      'article/matches-report',
      `The article is about 《${about}》, but report.yaml names 《${known.title}》.`,
      'Give the article of this report, or another report id.',
    );
  }
  if (pdf) requireNamedPdf(known, pdf.source.sha256);
}

/**
 * A sum beside an address names the official file; a sum alone is only that of the file read last.
 * @throws IngestError where `report.yaml` names another PDF by its address and SHA-256
 */
export function requireNamedPdf(known: KnownFields | null, sha256: string): void {
  const { url, sha256: expected } = known?.pdf ?? {};
  if (url === undefined || expected === undefined || expected === sha256) return;
  throw new IngestError(
    'pdf/matches-report',
    `The PDF has the SHA-256 ${sha256}, but report.yaml names ${expected}.`,
    'Give the file that report.yaml names; if the publisher has issued a new one, change pdf.sha256 in report.yaml.',
  );
}
