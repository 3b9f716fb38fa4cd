import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Argument } from 'commander';
import { readBuiltSite } from './checks/built-site.ts';
import { readContent } from './checks/content.ts';
import { checkRegenerated } from './checks/regenerate.ts';
import { runContentRules, runSiteRules, type RuleResult } from './checks/run-rules.ts';
import { takeBuildLock } from './steps/build-lock.ts';
import { newCommand } from './steps/new-command.ts';
import { runNode } from './steps/run-node.ts';
import { onStopSignal } from './steps/stop-signals.ts';

const PARTS = ['types', 'lint', 'format', 'content', 'site'] as const;
type Part = (typeof PARTS)[number];

const command = newCommand('npm run check --')
  .description('Says what is wrong with the code, the content and the built site. Changes nothing.')
  .addArgument(new Argument('[parts...]', 'what to check (default: all)').choices(PARTS))
  .addHelpText(
    'after',
    '\nThe site is checked where it is built (dist/), with the BASE and SITE that it was built with.',
  )
  .parse();
const parts = (command.args.length > 0 ? command.args : PARTS) as readonly Part[];

const root = process.cwd();
const content = readContent(process.env['CONTENT_DIR'] ?? 'content');
let stopCurrent = (): Promise<void> => Promise.resolve();
onStopSignal(() => stopCurrent());

const failed: Part[] = [];
for (const part of parts) {
  process.stdout.write(`\n# ${part}\n`);
  if (!(await check(part))) failed.push(part);
}
process.stdout.write(failed.length === 0 ? '\nAll is well.\n' : `\nNot in order: ${failed.join(', ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function check(part: Part): Promise<boolean> {
  switch (part) {
    case 'types':
      await takeBuildLock();
      return tool('astro', 'check', '--minimumFailingSeverity', 'warning', '--minimumSeverity', 'warning');
    case 'lint':
      return tool('eslint', '.', '--max-warnings', '0');
    case 'format':
      return tool('prettier', '--check', '--log-level', 'warn', '.');
    case 'content':
      return checkContent();
    case 'site':
      return checkSite();
  }
}

/** Runs the command of an npm package; true where it ends with 0. */
async function tool(name: string, ...args: readonly string[]): Promise<boolean> {
  const manifestPath = createRequire(import.meta.url).resolve(`${name}/package.json`);
  // npm itself holds the manifests of packages to this form.
  const { bin } = createRequire(import.meta.url)(manifestPath) as { bin: string | Record<string, string> };
  const script = typeof bin === 'string' ? bin : bin[name];
  if (script === undefined) throw new TypeError(`The package ${name} has no command of its name.`);
  const running = runNode(join(dirname(manifestPath), script), args, { ASTRO_TELEMETRY_DISABLED: '1' });
  stopCurrent = running.stop;
  return (await running.done) === 0;
}

async function checkContent(): Promise<boolean> {
  const regenerated = await checkRegenerated(content, (stop) => (stopCurrent = stop));
  return print([...runContentRules(content, root), ...regenerated]);
}

function checkSite(): boolean {
  const folder = process.env['OUT_DIR'] ?? 'dist';
  if (!existsSync(join(folder, 'index.html'))) {
    process.stdout.write(`There is no built site in ${folder}/; "npm run build" makes one.\n`);
    return true;
  }
  const site = readBuiltSite(folder, { base: process.env['BASE'] ?? '/', origin: process.env['SITE'] });
  return print(runSiteRules(site, content));
}

function print(results: readonly RuleResult[]): boolean {
  for (const { id, good, findings, skipped } of results) {
    process.stdout.write(
      `${findings.length === 0 ? (skipped ? '-' : '✓') : '✗'} ${id}${skipped ? `: ${skipped}` : ''}\n`,
    );
    if (findings.length > 0) process.stdout.write(`  It should be: ${good}\n`);
    for (const { file, line, reason } of findings) {
      process.stdout.write(`  ${file}${line === undefined ? '' : `:${line}`}: ${reason}\n`);
    }
  }
  return results.every(({ findings }) => findings.length === 0);
}
