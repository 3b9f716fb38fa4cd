import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);
const CACHE_FOLDER = fileURLToPath(new URL('../../.cache/', import.meta.url));
const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Quiet, private and the same everywhere; names other than the machine's own resolve to nothing. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** A browser that can be started here; plain data, so that test workers can be given it. */
export interface BrowserProgram {
  readonly kind: 'system' | 'bundled';
  readonly executablePath: string;
  /** Beside the process's own environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly version: string;
}

/**
 * Finds a Chromium that really starts: CHROMIUM_PATH, one on PATH, then the one inside @sparticuz/chromium (unpacked once
 * into `.cache/`). REPORT_READER_BROWSER=system or =bundled allows only that kind.
 * @throws Error that names everything that was tried. Nothing is skipped for want of a browser.
 */
export async function prepareChromium(): Promise<BrowserProgram> {
  const wanted = process.env['REPORT_READER_BROWSER'];
  const failures: string[] = [];
  if (wanted !== 'bundled') {
    for (const executablePath of systemBrowsers()) {
      const program = await tryProgram({ kind: 'system', executablePath, environment: {} }, failures);
      if (program) return program;
    }
  }
  if (wanted !== 'system') {
    try {
      const program = await tryProgram(await unpackBundled(), failures);
      if (program) return program;
    } catch (error) {
      failures.push(`@sparticuz/chromium could not be unpacked: ${String(error)}`);
    }
  }
  throw new Error(
    `No Chromium can be started, so the browser tests cannot run.\n${failures.join('\n') || 'None was found.'}\n` +
      'Install Chromium, or name one in CHROMIUM_PATH. The one that comes with the packages is for Linux on x64 only.',
  );
}

/** Starts the browser with a fresh profile. Close it when done. */
export function launch(program: Omit<BrowserProgram, 'version'>): Promise<Browser> {
  return chromium.launch({
    executablePath: program.executablePath,
    args: FLAGS,
    env: { ...(process.env as Record<string, string>), ...program.environment },
  });
}

function systemBrowsers(): readonly string[] {
  const named = process.env['CHROMIUM_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(named ? [named] : []), ...onPath.filter((path) => existsSync(path)).slice(0, 1)];
}

async function tryProgram(
  program: Omit<BrowserProgram, 'version'>,
  failures: string[],
): Promise<BrowserProgram | undefined> {
  try {
    const browser = await launch(program);
    const version = browser.version();
    const page = await browser.newPage();
    await page.setContent('<p>Started</p>');
    await browser.close();
    return { ...program, version };
  } catch (error) {
    failures.push(`${program.executablePath}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Unpacks beside its final place and renames, so that a killed or parallel run never leaves half a browser. */
async function unpackBundled(): Promise<Omit<BrowserProgram, 'version'>> {
  const manifest: unknown = JSON.parse(
    await readFile(new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url), 'utf8'),
  );
  const folder = join(CACHE_FOLDER, `chromium-${(manifest as { version: string }).version}`);
  if (!existsSync(folder)) {
    await mkdir(CACHE_FOLDER, { recursive: true });
    const unfinished = await mkdtemp(`${folder}-`);
    const script = fileURLToPath(new URL('unpack-chromium.ts', import.meta.url));
    await run(process.execPath, [script], { env: { ...process.env, TMPDIR: unfinished } });
    await rename(unfinished, folder).catch(async (error: unknown) => {
      await rm(unfinished, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    });
  }
  await writeFontConfiguration(join(folder, 'fonts'));
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']];
  return {
    kind: 'bundled',
    executablePath: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

/** The package's own configuration names folders of AWS Lambda. The system's fonts, where there are any, bring Chinese. */
async function writeFontConfiguration(folder: string): Promise<void> {
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'cache')}</cachedir>`,
    '</fontconfig>',
  ];
  await writeFile(join(folder, 'fonts.conf'), `${lines.join('\n')}\n`);
}
