import { existsSync, readdirSync } from 'node:fs';
import { Argument } from 'commander';
import { newCommand } from './steps/new-command.ts';
import { runNode, type Running } from './steps/run-node.ts';
import { onStopSignal } from './steps/stop-signals.ts';

const FOLDER = 'scripts/bench';
const names = existsSync(FOLDER)
  ? readdirSync(FOLDER)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -'.ts'.length))
      .sort()
  : [];

const command = newCommand('npm run bench --')
  .description('Runs benchmarks one after another. They report ratios measured in one run, never bare times.')
  .addArgument(new Argument('[names...]', 'which to run (default: all)').choices(names))
  .parse();

let running: Running | undefined;
onStopSignal(async () => running?.stop());

for (const name of command.args.length > 0 ? command.args : names) {
  process.stdout.write(`\n# ${name}\n`);
  running = runNode(`${FOLDER}/${name}.ts`, []);
  const code = await running.done;
  if (code !== 0) process.exit(code ?? 1);
}
