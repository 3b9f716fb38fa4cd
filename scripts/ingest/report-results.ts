import type { IngestResult } from './ingest-report.ts';
import { DOUBTS } from './model/confidence.ts';
import { IngestError } from './model/errors.ts';
import type { Message } from './model/messages.ts';
import type { ReadingProgress } from './readers/pdf/process/child-messages.ts';
import type { SourceSummary } from './pipeline.ts';
import {
  summariseReading,
  type ReadingSummary,
  type SureCount,
  type UnsurePage,
} from './summarise-reading.ts';

const STAGES: Readonly<Record<string, string>> = {
  article: 'reading the article',
  pages: 'reading the PDF',
  recognition: 'recognising characters in pictures',
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

/** So many of the pages to look at are named; all of them are in `document.json` and on the page of `npm run review`. */
const MOST_PAGES = 5;
/** So many reasons are given for one page. */
const MOST_REASONS = 2;
/** What is told apart from other messages: a person can write it down. */
const isGuess = ({ ruleId }: Message): boolean => ruleId === 'report/is-valid';

/** Says again what the line about the source says. */
const isSaid = ({ ruleId, severity }: Message): boolean => ruleId === 'pdf/accounted' && severity === 'info';

/** What a person wants to know at the end: what was read, how sure that is, what to look at, and what was guessed. */
export function describeResult(id: string, { output, folder, changed }: IngestResult): readonly string[] {
  const { chapters, viewpoints } = output.book;
  const parts = [
    counted(chapters.length, 'chapter'),
    ...(viewpoints.length > 0 ? [counted(viewpoints.length, 'viewpoint')] : []),
  ];
  const files = changed.length === 0 ? 'nothing changed' : `${counted(changed.length, 'file')} changed`;
  const guesses = output.messages.filter(isGuess);
  return [
    `${id}: ${output.report.title}, ${parts.join(', ')}; ${files}.`,
    ...output.sources.map((source) => `  ${describeSource(source)}`),
    ...(output.reading ? describeReading(id, summariseReading(output.reading)) : []),
    ...describeMessages(output.messages.filter((message) => !isGuess(message) && !isSaid(message))),
    ...(guesses.length > 0
      ? [`  Guessed, or told by nobody; ${folder}/report.yaml is the place for it:`]
      : []),
    ...guesses.flatMap(({ reason, hint }) => [
      `    ${reason}`,
      ...(hint === undefined ? [] : [`      ${hint}`]),
    ]),
  ];
}

/** `1 page`, `2 pages`. */
function counted(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}

/** What was read of a PDF and how sure it is, then the pages to look at first, each with its reasons. */
function describeReading(id: string, summary: ReadingSummary): readonly string[] {
  const { headings, paragraphs, tables, figures, pages, notes, unsurePages } = summary;
  const sure = ({ total, sure: count }: SureCount, what: string): readonly string[] =>
    total === 0 ? [] : [`${String(count)} of ${String(total)} ${what}`];
  const parts = [
    ...sure(headings, 'headings'),
    ...sure(paragraphs, 'paragraphs and items'),
    ...sure(tables, 'tables'),
    ...sure(figures, 'figures'),
  ];
  const shown = unsurePages.slice(0, MOST_PAGES);
  const rest = unsurePages.length - shown.length;
  return [
    `  Read: ${counted(pages.total, 'page')}, ${counted(headings.total, 'heading')}, ${counted(figures.total, 'figure')}, ${counted(tables.total, 'table')}, ${counted(notes, 'note')}.`,
    `  Sure: ${parts.join(', ')}; ${String(pages.sure)} of ${String(pages.total)} pages in all they hold.`,
    ...(shown.length > 0 ? ['  Look first at:'] : []),
    ...shown.map((page) => `    ${describePage(page)}`),
    ...(rest > 0
      ? [`    and ${String(rest)} more; npm run review -- ${id} shows each beside what was read.`]
      : []),
    ...(shown.length > 0 && rest <= 0
      ? [`    npm run review -- ${id} shows them beside what was read.`]
      : []),
  ];
}

function describePage({ page, label, doubts }: UnsurePage): string {
  const printed = label === '' || label === String(page) ? '' : `, printed ${label}`;
  const reasons = doubts.slice(0, MOST_REASONS).map(({ id, count }) => {
    const times = count > 1 ? ` (${String(count)} times)` : '';
    return `${DOUBTS[id]}${times}`;
  });
  const more = doubts.length > MOST_REASONS ? '; …' : '';
  return `page ${String(page)}${printed}: ${reasons.join('; ') || 'something on it goes on from an unsure page'}${more}`;
}

function describeSource({ kind, account }: SourceSummary): string {
  const { characters, kept, furniture, lost } = account;
  const share = (count: number): string =>
    characters === 0 ? '' : ` (${((100 * count) / characters).toFixed(1)} %)`;
  const name = kind === 'pdf' ? 'PDF' : 'article';
  return `${name}: ${String(characters)} characters, kept ${String(kept)}${share(kept)}, set aside ${String(furniture)}${share(furniture)}, lost ${String(lost)}`;
}

/** So many messages of one kind are told, and one more where it is the last: a line that counts it would be as long. */
const MOST_ALIKE = 3;

/** A message quotes what it is about, which may be a paragraph: so many characters tell which one. */
const LONGEST_REASON = 240;

function shorten(reason: string): string {
  const characters = [...reason];
  return characters.length > LONGEST_REASON ? `${characters.slice(0, LONGEST_REASON).join('')}…` : reason;
}

/** Messages of one kind stand together, with what to do said once; many of a kind are told by the first ones. */
function describeMessages(messages: readonly Message[]): readonly string[] {
  const kinds = Map.groupBy(messages, ({ ruleId, severity }) => `${severity} ${ruleId}`);
  return [...kinds].flatMap(([kind, alike]) => {
    const shown =
      kind.startsWith('error') || alike.length === MOST_ALIKE + 1 ? alike : alike.slice(0, MOST_ALIKE);
    const rest = alike.length - shown.length;
    return [
      ...shown.flatMap((message, at) => [
        `  ${kind}${describePlace(message)}: ${shorten(message.reason)}`,
        ...(message.hint === undefined || message.hint === shown[at + 1]?.hint
          ? []
          : [`    ${message.hint}`]),
      ]),
      ...(rest > 0 ? [`    and ${String(rest)} more of this kind; audit.yaml has them all.`] : []),
    ];
  });
}

function describePlace({ origin }: Message): string {
  if (origin === undefined) return '';
  return origin.kind === 'pdf' ? ` (page ${String(origin.page)})` : ` (line ${String(origin.line)})`;
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
    ...(output.reading ? { reading: summariseReading(output.reading) } : {}),
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
