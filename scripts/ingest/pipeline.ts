import { type Overrides, overridesSchema } from '../../src/schema/overrides.ts';
import { type Permalinks, permalinksSchema } from '../../src/schema/permalinks.ts';
import { type Report, reportSchema } from '../../src/schema/report.ts';
import { parse } from 'yaml';
import type { Book } from './model/book.ts';
import { IngestError, type RuleId } from './model/errors.ts';
import type { Message } from './model/messages.ts';
import { type ReadArticle, readArticle } from './readers/article/read-article.ts';
import { applyOverrides } from './transforms/apply-overrides.ts';
import { buildBook } from './transforms/build-book.ts';
import { describeReport } from './transforms/describe-report.ts';
import { mergeSources } from './transforms/merge-sources.ts';
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
  readonly article: SourceFile | null;
  /** What people and earlier runs wrote, '' where there is nothing. */
  readonly reportYaml: string;
  readonly permalinksYaml: string;
  readonly overridesYaml: string;
}

export interface PipelineOutput {
  /** Path in the report's folder → content. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly report: Report;
  readonly book: Book;
  readonly messages: readonly Message[];
  readonly accounts: readonly {
    readonly kind: 'article' | 'pdf';
    readonly characters: number;
    readonly lost: number;
  }[];
}

/** Reads the sources of one report and makes all files of its folder; touches no disk. */
export function runPipeline(input: PipelineInput): PipelineOutput {
  // What people wrote is checked first: a mistake there should not cost the reading of a PDF.
  const known = parseReport(input.reportYaml, input.id);
  const manifest = parsePermalinks(input.permalinksYaml, input.id);
  const overrides = parseOverrides(input.overridesYaml, input.id);
  const article = input.article && readArticle(input.article.bytes, { fileName: input.article.file });
  if (!article) throw noSource(input.id);
  // Before merging: sources of different reports must never meet.
  const report = describeReport(input.id, known, {
    article: input.article && { document: article.document, file: input.article.file },
    pdf: null,
  });
  // Corrections come before everything that reads the text, so that slugs, places and ids follow what people decided.
  const merged = applyOverrides(mergeSources(article.document, null), overrides.corrections);
  // Slugs come before ids, because a permalink names the chapter on whose page it stands.
  const { book, permalinks, chapters, viewpoints } = buildBook(merged, {
    id: input.id,
    chapters: report.chapters,
    viewpoints: report.viewpoints,
    permalinks: manifest,
  });
  const described: Report = { ...report, chapters, viewpoints: [...viewpoints] };
  const files = new Map<string, string | Uint8Array>([
    ...bookFiles(book),
    ['report.yaml', reportFile(input.reportYaml, described)],
    [
      'permalinks.yaml',
      yamlFile(
        permalinks,
        'Written by `npm run ingest`: every address ever published. Never remove an entry.',
      ),
    ],
    ['audit.yaml', auditFile([accountOf(article)], book.messages)],
  ]);
  return {
    files,
    report: described,
    book,
    messages: book.messages,
    accounts: [{ kind: 'article', characters: article.accounting.characters, lost: article.accounting.lost }],
  };
}

function accountOf({ document, accounting }: ReadArticle): Parameters<typeof auditFile>[0][number] {
  return {
    document,
    account: { ...accounting, contentsMatched: document.contents.length, badCharacters: 0 },
  };
}

function noSource(id: string): IngestError {
  return new IngestError(
    'report/has-source',
    `The report ${id} has neither an article nor a PDF to be read.`,
    `Put the article into content/reports/${id}/sources/, or give --article FILE or --pdf FILE.`,
  );
}

function parseReport(source: string, id: string): Report | null {
  if (source.trim() === '') return null;
  return parseYaml(source, `content/reports/${id}/report.yaml`, 'report/is-valid', (value) =>
    reportSchema.parse(value),
  );
}

function parseOverrides(source: string, id: string): Overrides {
  const file = `content/reports/${id}/overrides.yaml`;
  return parseYaml(source, file, 'overrides/apply', (value) => overridesSchema.parse(value ?? {}));
}

function parsePermalinks(source: string, id: string): Permalinks {
  if (source.trim() === '') return { version: 1, redirects: {}, entries: [] };
  const file = `content/reports/${id}/permalinks.yaml`;
  return parseYaml(source, file, 'permalinks/kept', (value) => permalinksSchema.parse(value));
}

function parseYaml<Value>(
  source: string,
  file: string,
  rule: RuleId,
  check: (value: unknown) => Value,
): Value {
  try {
    return check(parse(source));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new IngestError(
      rule,
      `${file} cannot be used: ${reason}`,
      'Correct the file by hand; nothing was changed.',
      {
        cause,
      },
    );
  }
}
