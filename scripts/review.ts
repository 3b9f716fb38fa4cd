import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { slugSchema } from '../src/schema/report.ts';
import { IngestError } from './ingest/model/errors.ts';
import { readPdfSource } from './ingest/pdf-source.ts';
import type { PagePicture } from './ingest/readers/pdf/pictures/page-picture.ts';
import { callInChild } from './ingest/readers/pdf/process/child.ts';
import { describeProgress } from './ingest/report-results.ts';
import { findSources, readSource } from './ingest/writers/report-folder.ts';
import { ReviewSession } from './review/review-session.ts';
import { serveReview } from './review/review-server.ts';
import { newCommand } from './steps/new-command.ts';
import { onStopSignal } from './steps/stop-signals.ts';

const CONTENT_FOLDER = process.env['CONTENT_DIR'] ?? 'content';
/** Loaded in the child only. */
const DRAWER = new URL('ingest/readers/pdf/pictures/page-picture.ts', import.meta.url).href;

interface Options {
  readonly pdf?: string;
  readonly port?: string;
}

const command = newCommand('npm run review --')
  .description(
    'Shows each page of a report’s PDF beside what was read from it, what is unsure first, and writes corrections into overrides.yaml.',
  )
  .argument('<id>', 'the report')
  .option('--pdf <file>', 'the PDF (default: the one in the report’s sources/)')
  .option('--port <number>', 'the port to serve on (default: a free one)')
  .parse();
const { pdf, port } = command.opts<Options>();
const [id] = command.processedArgs as [string];
const folder = join(CONTENT_FOLDER, 'reports', id);
if (!slugSchema.safeParse(id).success || !existsSync(folder))
  command.error(`error: there is no report ${folder}; npm run ingest -- ${id} --pdf FILE makes it`);
if (port !== undefined && !/^\d{1,5}$/u.test(port)) command.error('error: a port is a number');

const [kept] = findSources(folder, /\.pdf$/iu);
const path = pdf ?? (kept === undefined ? null : join(folder, kept));
const bytes =
  (path === null ? null : readSource(path)) ??
  command.error(`error: there is no PDF ${path ?? `in ${folder}/sources`}; name one with --pdf FILE`);

try {
  await review(bytes);
} catch (error) {
  if (!(error instanceof IngestError)) throw error;
  console.error(`${id}: ${error.message}\n  ${error.hint} [${error.code}]`);
  process.exitCode = 1;
}

async function review(file: Uint8Array): Promise<void> {
  let stage = '';
  const { document } = await readPdfSource({ bytes: file, withTrace: false }, (progress) => {
    if (progress.stage !== stage) console.log(`${id}: ${describeProgress({ stage: progress.stage })}`);
    stage = progress.stage;
  });
  const drawPage = (page: number): Promise<PagePicture> =>
    callInChild<PagePicture>({
      moduleUrl: DRAWER,
      exportName: 'drawPageHere',
      argument: { bytes: file, page },
    });
  const session = new ReviewSession(id, folder, document);
  const server = await serveReview({ session, drawPage, port: Number(port ?? 0) });
  onStopSignal(() => server.close());
  const { unsurePages, pages } = session;
  console.log(
    `\n${String(unsurePages.length)} of ${String(pages.length)} pages are not sure in all they hold.`,
  );
  console.log(`The review is at ${server.url}\nCtrl-C ends it.`);
}
