import { InvalidArgumentError } from 'commander';
import { join } from 'node:path';
import { describeWithoutFullText, findWithoutFullText } from './ingest/missing-full-text.ts';
import { serveSite, type SiteServer } from './serve/site-server.ts';
import { newCommand } from './steps/new-command.ts';
import { listReportFolders } from './steps/report-folders.ts';
import { runNode } from './steps/run-node.ts';
import { findShelf, layShelf } from './steps/sample-shelf.ts';
import { onStopSignal } from './steps/stop-signals.ts';

/** Where Astro's users look for a site under development. */
const USUAL_PORT = 4321;
const CONTENT_FOLDER = process.env['CONTENT_DIR'] ?? 'content';
/** Where `npm run sample` was run, nothing of it may come into a folder that is published. */
const shelf = findShelf();
const OUT_FOLDER = shelf?.outFolder ?? process.env['OUT_DIR'] ?? 'dist';

const options = newCommand('npm start --')
  .description('Reads the sources of every report, builds the site with its search index, and serves it.')
  .option(
    '--port <number>',
    `the port to serve on (default: ${USUAL_PORT}, or a free one if it is taken)`,
    parsePort,
  )
  .option('--no-ingest', 'build what is in content/ without reading the sources again')
  .option('--no-build', 'serve the site that is already built')
  .addHelpText('after', '\nBASE=/reports serves it under that path, as `npm run build` builds it.')
  .parse()
  .opts<{ port?: number; ingest: boolean; build: boolean }>();

let stopCurrent = (): Promise<void> => Promise.resolve();
let stopped = false;

onStopSignal(async () => {
  stopped = true;
  await stopCurrent();
  process.stdout.write('\nStopped.\n');
});

if (options.build) {
  if (options.ingest) await ingestReports();
  if (shelf) layShelf(shelf, CONTENT_FOLDER);
  const content = shelf ? { CONTENT_DIR: shelf.contentFolder } : {};
  await step('scripts/build.ts', ['--out', OUT_FOLDER], content);
}
const server = await serve();
const ids = listReportFolders(CONTENT_FOLDER).map(({ id }) => id);
const missing = describeWithoutFullText(findWithoutFullText(join(CONTENT_FOLDER, 'reports'), ids));
if (missing) process.stdout.write(`\n${missing}\n`);
stopCurrent = server.close;
process.stdout.write(`\nThe site is at ${server.url}\nCtrl-C ends it.\n`);

async function ingestReports(): Promise<void> {
  for (const report of listReportFolders(CONTENT_FOLDER)) {
    if (report.hasSources) await step('scripts/ingest.ts', [report.id]);
    else process.stdout.write(`${report.id}: no source in ${report.folder}/sources, shown as it is.\n`);
  }
}

/** Runs a command to its end; its failure is ours, and it has already said why. */
async function step(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  if (stopped) return waitForExit();
  const running = runNode(script, args, env);
  stopCurrent = running.stop;
  const code = await running.done;
  if (stopped) return waitForExit();
  if (code !== 0) process.exit(code ?? 1);
}

/** The signal handler is about to end the process; nothing more may be started meanwhile. */
function waitForExit(): Promise<never> {
  return new Promise(() => {});
}

async function serve(): Promise<SiteServer> {
  const site = { folder: OUT_FOLDER, base: process.env['BASE'] ?? '/' };
  try {
    return await serveSite({ ...site, port: options.port ?? USUAL_PORT });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    if (options.port === undefined) return serveSite(site);
    process.stderr.write(
      `Port ${options.port} is taken. Choose another, or leave --port out to get a free one.\n`,
    );
    process.exit(2);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/u.test(text) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError('A port is a number from 1 to 65535.');
  }
  return port;
}
