import type { z } from 'zod';
import { type Overrides, overridesSchema } from '../../src/schema/overrides.ts';
import { parseYaml, yamlProblemLine } from '../../src/schema/parse-yaml.ts';
import { type Permalinks, permalinksSchema } from '../../src/schema/permalinks.ts';
import { type Report, reportSchema } from '../../src/schema/report.ts';
import type { SourceAccount } from './model/account.ts';
import type { Book } from './model/book.ts';
import type { ReportDocument } from './model/document.ts';
import { IngestError, type RuleId } from './model/errors.ts';
import type { Message } from './model/messages.ts';
import type { ReadPdfSource } from './pdf-source.ts';
import { readArticle } from './readers/article/read-article.ts';
import { applyOverrides } from './transforms/apply-overrides.ts';
import { buildBook } from './transforms/build-book.ts';
import { describeGuesses, describeReport, type KnownFields } from './transforms/describe-report.ts';
import { linkAddresses } from './transforms/link-addresses.ts';
import { linkCrossReferences } from './transforms/link-cross-references.ts';
import { mergeSources } from './transforms/merge-sources.ts';
import { nameAssets } from './transforms/name-assets.ts';
import { auditFile } from './writers/audit-file.ts';
import { bookFiles } from './writers/book-files.ts';
import { yamlFile } from './writers/mdx-file.ts';
import { reportFile } from './writers/report-file.ts';

export interface SourceFile {
  readonly bytes: Uint8Array;
  /** As it is to be named in messages and in `report.yaml`, relative to the report's folder. */
  readonly file: string;
}

/** Everything that a run depends on. The same input gives the same output, byte for byte. */
export interface PipelineInput {
  readonly id: string;
  /** The report's folder as errors name it, which no file says: the same bytes go into every folder; `content/reports/<id>` where none is given. */
  readonly folder?: string;
  readonly article: SourceFile | null;
  /** The PDF as its reader read it: that takes a process of its own. */
  readonly pdf: ReadPdfSource | null;
  /** What people and earlier runs wrote, '' where there is nothing. */
  readonly reportYaml: string;
  readonly overridesYaml: string;
  readonly permalinksYaml: string;
}

/** How a source was accounted for, for the log. */
export interface SourceSummary {
  readonly kind: 'article' | 'pdf';
  readonly account: SourceAccount;
}

export interface PipelineOutput {
  /** Path in the report's folder → content. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly report: Report;
  readonly book: Book;
  readonly messages: readonly Message[];
  readonly sources: readonly SourceSummary[];
  /** The PDF as it was read, before corrections; null where there is none. */
  readonly reading: ReportDocument | null;
  /** What each step made, by its name, for `--trace`. */
  readonly trace: ReadonlyMap<string, unknown>;
}

/** Reads the article, joins it with the PDF and makes all files of the report's folder; touches no disk. */
export function runPipeline(input: PipelineInput): PipelineOutput {
  const { id, pdf, folder = `content/reports/${id}` } = input;
  const written = parseReport(input.reportYaml, folder);
  const overrides = parseOverrides(input.overridesYaml, folder);
  const manifest = parsePermalinks(input.permalinksYaml, folder);
  const article = input.article && readArticle(input.article.bytes, { fileName: input.article.file });
  requireChapters({ ...input, folder }, article?.document ?? null);
  // Before merging: sources of different reports must never meet.
  const given = {
    article: article && input.article && { document: article.document, file: input.article.file },
    pdf: pdf?.document ?? null,
  };
  const report = describeReport(id, withCorrections(written, overrides.report), given);
  const merged = mergeSources(article?.document ?? null, pdf?.document ?? null);
  // Corrections come before everything that reads the text, so that slugs, places and ids follow what people decided.
  const corrected = applyOverrides(merged, overrides.corrections);
  const linked = linkAddresses(corrected);
  // Slugs come before ids, because a permalink names the chapter on whose page it stands.
  const { chapters: slugs, viewpoints: places, mentions } = report;
  const known = { id, chapters: slugs, viewpoints: places, mentions, permalinks: manifest };
  const built = buildBook(linked, known);
  // …and before links inside the book, which lead to them.
  const crossed = linkCrossReferences(built.book);
  // Ids come before pictures, which are named after them.
  const { book, files: pictures } = nameAssets(crossed, pdf?.assets ?? []);
  const described: Report = {
    ...report,
    chapters: built.chapters,
    viewpoints: [...built.viewpoints],
    mentions: [...built.mentions],
  };
  const messages = [...describeGuesses(described), ...book.messages];
  const sources = [
    ...(pdf ? [{ document: pdf.document, account: pdf.account }] : []),
    ...(article ? [{ document: article.document, account: article.account }] : []),
  ];
  return {
    files: new Map<string, string | Uint8Array>([
      ...bookFiles(book),
      ...pictures,
      ['report.yaml', reportFile(input.reportYaml, described)],
      ['permalinks.yaml', yamlFile(built.permalinks, PERMALINKS_COMMENT)],
      ['audit.yaml', auditFile(sources, messages)],
    ]),
    report: described,
    book,
    messages,
    sources: sources.map(({ document, account }) => ({ kind: document.source.kind, account })),
    reading: pdf?.document ?? null,
    trace: new Map<string, unknown>([
      ['1-article', article?.document ?? null],
      ['2-pdf', pdf?.document ?? null],
      ['3-merged', merged],
      ['4-corrected', corrected],
      ['5-book', book],
    ]),
  };
}

/** What `overrides.yaml` says of the report is no guess any more. A new report has nothing else yet. */
function withCorrections(known: Report | null, corrected: Overrides['report']): KnownFields | null {
  if (corrected === undefined) return known;
  const guessed = known?.guessed?.filter((field) => corrected[field] === undefined);
  return { ...known, ...corrected, guessed };
}

const PERMALINKS_COMMENT =
  'Written by `npm run ingest`: every address ever published. Never remove an entry.';

/** What is known before a source is read: mistakes of people’s should not cost the reading of a PDF. */
export function parseReport(source: string, folder: string): Report | null {
  if (source.trim() === '') return null;
  const file = `${folder}/report.yaml`;
  return requireYaml(reportSchema, source, file, 'report/is-valid');
}

/** A report without chapters is none. */
function requireChapters({ id, folder = '', pdf }: PipelineInput, article: ReportDocument | null): void {
  if (!article && !pdf) {
    throw new IngestError(
      'report/has-source',
      `The report ${id} has neither an article nor a PDF to be read.`,
      `Put the article into ${folder}/sources/, or give --article FILE or --pdf FILE.`,
    );
  }
  if (!pdf && article?.contents.length === 0) {
    throw new IngestError(
      'article/has-contents',
      `The article of ${id} lists no contents (a line such as 报告目录, then 一、 or 第一章 …), and there is no PDF.`,
      'Give the PDF of the report with --pdf.',
    );
  }
  if (pdf?.document.body.length === 0) {
    throw new IngestError(
      'pdf/is-a-report',
      `The PDF of ${id} has no running text: there are no chapters to be made of it.`,
      'Check that it is the report and not, for instance, a single leaflet or a set of slides.',
    );
  }
}

function parseOverrides(source: string, folder: string): Overrides {
  const file = `${folder}/overrides.yaml`;
  return requireYaml(overridesSchema, source, file, 'overrides/apply');
}

function parsePermalinks(source: string, folder: string): Permalinks {
  if (source.trim() === '') return { version: 1, redirects: {}, entries: [] };
  const file = `${folder}/permalinks.yaml`;
  return requireYaml(permalinksSchema, source, file, 'permalinks/kept');
}

/** What a file of people's says. @throws IngestError with a line for everything that is wrong in it. */
function requireYaml<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
  rule: RuleId,
): z.output<Schema> {
  const { value, problems } = parseYaml(schema, { text });
  if (problems === undefined) return value;
  throw new IngestError(
    rule,
    [`${file} cannot be used.`, ...problems.map(yamlProblemLine)].join('\n  '),
    'Correct the file by hand; nothing was changed.',
  );
}
