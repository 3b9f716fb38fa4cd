import type { IngestResult } from './ingest-report.ts';
import { IngestError } from './model/errors.ts';
import type { Message } from './model/messages.ts';
import type { ReadingProgress } from './readers/pdf/process/child-messages.ts';
import type { SourceSummary } from './pipeline.ts';

const STAGES: Readonly<Record<string, string>> = {
  article: 'reading the article',
  pages: 'reading the PDF',
  structure: 'finding the structure of the PDF',
  lines: 'reading lines',
  furniture: 'finding running heads',
  tables: 'finding tables',
  boxes: 'finding boxed text',
  figures: 'finding figures',
  notes: 'finding notes',
  outline: 'finding headings',
  flow: 'joining paragraphs',
  confidence: 'judging the reading',
  pictures: 'drawing the pictures of figures',
  chapters: 'making chapters',
  files: 'writing files',
};

/** One line that says what is going on: `reading the PDF, page 12 of 64`. */
export function describeProgress({ stage, page, pageCount }: ReadingProgress): string {
  const unit = stage === 'pictures' ? '' : 'page ';
  const where = page === undefined ? '' : `, ${unit}${String(page)} of ${String(pageCount ?? '?')}`;
  return `${STAGES[stage] ?? stage}${stage === 'structure' ? '' : where}`;
}

/** What a person wants to know at the end: what became of the text, what to look at, what was written. */
export function describeResult(id: string, { output, changed }: IngestResult): readonly string[] {
  const { chapters, viewpoints } = output.book;
  const files = changed.length === 0 ? 'nothing changed' : `${String(changed.length)} files changed`;
  return [
    `${id}: ${output.report.title}, ${String(chapters.length)} chapters, ${String(viewpoints.length)} viewpoints; ${files}.`,
    ...output.sources.map((source) => `  ${describeSource(source)}`),
    ...output.messages.flatMap(describeMessage),
  ];
}

function describeSource({ kind, account }: SourceSummary): string {
  const { characters, kept, furniture, lost } = account;
  const share = (count: number): string =>
    characters === 0 ? '' : ` (${((100 * count) / characters).toFixed(1)} %)`;
  const name = kind === 'pdf' ? 'PDF' : 'article';
  return `${name}: ${String(characters)} characters, kept ${String(kept)}${share(kept)}, set aside ${String(furniture)}${share(furniture)}, lost ${String(lost)}`;
}

function describeMessage(message: Message): readonly string[] {
  const { origin } = message;
  const where =
    origin === undefined
      ? ''
      : origin.kind === 'pdf'
        ? ` (page ${String(origin.page)})`
        : ` (line ${String(origin.line)})`;
  const hint = message.hint === undefined ? [] : [`    ${message.hint}`];
  return [`  ${message.severity} ${message.ruleId}${where}: ${message.reason}`, ...hint];
}

/** How an error is told: what happened, then what to do. */
export function describeError(id: string, error: unknown): readonly string[] {
  if (error instanceof IngestError) return [`${id}: ${error.message}`, `  ${error.hint} [${error.code}]`];
  return [`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
}

/** The same for machines. */
export function resultJson(id: string, { output, changed }: IngestResult): object {
  return {
    id,
    title: output.report.title,
    chapters: output.book.chapters.map(({ slug, title }) => ({ slug, title })),
    viewpoints: output.book.viewpoints.length,
    sources: output.sources.map(({ kind, account }) => ({ kind, ...account })),
    messages: output.messages,
    changed,
  };
}

export function errorJson(id: string, error: unknown): object {
  if (error instanceof IngestError)
    return { id, error: { code: error.code, message: error.message, hint: error.hint } };
  return {
    id,
    error: { code: 'unexpected', message: error instanceof Error ? error.message : String(error) },
  };
}
