import { resolve } from 'node:path';
import { build } from 'astro';
import { writeOfflineFiles } from './offline/write-offline-files.ts';
import { buildSearchIndex } from './search/build-index.ts';
import { recoverFolder, replaceWhole } from './ingest/writers/swap-folder.ts';
import { takeBuildLock } from './steps/build-lock.ts';
import { lockContent } from './steps/content-lock.ts';
import { newCommand } from './steps/new-command.ts';
import { listReportFolders } from './steps/report-folders.ts';

const options = newCommand('npm run build --')
  .description('Builds the site out of content/ into a folder that any static host can serve.')
  .option(
    '--out <folder>',
    'where to build; it is replaced once the new site is whole',
    process.env['OUT_DIR'] ?? 'dist',
  )
  .option('--cache <folder>', "where Astro keeps what it need not do again (default: Astro's own place)")
  .option('--quiet', 'only say what is wrong')
  .addHelpText(
    'after',
    '\nEnvironment: BASE=/reports  the path under which the site is published' +
      '\n             SITE=https://example.org  its origin, for all that needs an absolute address: link previews, QR codes, feed, sitemap' +
      '\n             CONTENT_DIR=folder  another content folder',
  )
  .parse()
  .opts<{ out: string; cache?: string; quiet?: true }>();

// Building tells nobody that you do.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const outFolder = resolve(options.out);
await takeBuildLock();
await lockContent(process.env['CONTENT_DIR'] ?? 'content', (words) => process.stdout.write(`${words}\n`));
if (recoverFolder(outFolder) === 'restored')
  process.stdout.write(`A build that was stopped had half replaced ${options.out}; it was put back.\n`);
const reports = listReportFolders(process.env['CONTENT_DIR'] ?? 'content').map(({ id }) => id);
try {
  await replaceWhole(outFolder, async (fresh) => {
    await build({
      outDir: fresh,
      ...(options.cache === undefined ? {} : { cacheDir: resolve(options.cache) }),
      logLevel: options.quiet ? 'warn' : 'info',
    });
    await buildSearchIndex(fresh);
    await writeOfflineFiles(fresh, reports);
  });
  if (!process.env['SITE'] && !options.quiet)
    process.stdout.write(
      'SITE is not set: pages have no canonical address and no picture for link previews, cards no QR code, and there is no feed.\n' +
        'Where the site is to be published: SITE=https://example.org npm run build\n',
    );
} catch (error) {
  process.stderr.write(`\nThe site could not be built. ${describe(error)}\n`);
  process.exit(1);
}
// Astro and Pagefind leave worker threads and a service process behind that would keep this process alive.
process.exit(0);

/** Astro's errors carry a hint and a place beside the message. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { hint, loc } = error as { hint?: string; loc?: { file?: string; line?: number } };
  const place =
    loc?.file === undefined ? '' : `\n  at ${loc.file}${loc.line === undefined ? '' : `:${loc.line}`}`;
  return `${error.message}${hint ? `\n  ${hint}` : ''}${place}${hint || place ? '' : `\n${error.stack ?? ''}`}`;
}
