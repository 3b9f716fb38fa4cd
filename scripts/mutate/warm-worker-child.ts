import { Worker } from 'node:worker_threads';
import { init, runBaseTests, setupEnvironment } from 'vitest/worker';

type State = Parameters<typeof runBaseTests>[1];
type Modules = State['evaluatedModules'];

/** A mutant may be in an endless loop when the command ends, and then hears nothing: a thread looks whether it is there. */
const PARENT_CHECK_MS = 500;
const WATCHDOG = `
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, ${PARENT_CHECK_MS});
`;

if (process.send === undefined)
  throw new Error('This file is started by warm-worker.ts, with a channel to it.');
const send = process.send.bind(process);
const on = process.on.bind(process);
const off = process.off.bind(process);
/** What this process has evaluated in its earlier runs. */
let evaluated: Modules | undefined;

/** Forgets a file and everything that imports it, so that the next import evaluates these anew. */
function forget(modules: Modules, file: string): void {
  const waiting = [...(modules.getModulesByFile(file) ?? [])];
  const seen = new Set(waiting);
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    for (const id of module.importers) {
      const importer = modules.getModuleById(id);
      if (importer === undefined || seen.has(importer)) continue;
      seen.add(importer);
      waiting.push(importer);
    }
  }
  for (const module of seen) modules.invalidateModule(module);
}

new Worker(WATCHDOG, { eval: true }).unref();
init({
  post: (message) => send(message),
  on: (listener) => on('message', listener),
  off: (listener) => off('message', listener),
  runTests: async (state, traces) => {
    for (const file of state.ctx.invalidates ?? []) if (evaluated !== undefined) forget(evaluated, file);
    await runBaseTests('run', state, traces);
    evaluated = state.evaluatedModules;
  },
  collectTests: (state, traces) => runBaseTests('collect', state, traces),
  setup: setupEnvironment,
});
