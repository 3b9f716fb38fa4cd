/** A thread in the child process that ends it when it takes too much memory or computing, hangs, or has lost its parent. */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { describeLimit } from './limit-notice.ts';
import type { LimitName } from './limit-notice.ts';
import { MAX_IDLE_MS, MAX_RESIDENT_BYTES } from './limits.ts';
import type { ChildLimits } from './child-messages.ts';
import { ProgressReader } from './shared-progress.ts';

/** A stream that unpacks grows by some 200 MB in this time. */
const INTERVAL_MS = 100;
/** A process that waits for something still computes a little in the time of `MAX_IDLE_MS`: less than this. */
const IDLE_CPU_MS = 50;
const ERROR_OUTPUT = 2;

const { limits, shared } = workerData as { limits: ChildLimits; shared: SharedArrayBuffer };
const progress = new ProgressReader(shared);
const parent = process.ppid;

/** Milliseconds that this process has computed: a busy machine gives it less of them a second, and takes nothing away. */
function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

let seen = -1;
let atLastSign = computed();
let lastComputed = atLastSign;
let idleSince = performance.now();

function exceeded(): LimitName | null {
  const now = computed();
  if (progress.count !== seen) {
    seen = progress.count;
    atLastSign = now;
    idleSince = performance.now();
  }
  if (now - lastComputed > IDLE_CPU_MS) {
    lastComputed = now;
    idleSince = performance.now();
  }
  if (process.memoryUsage.rss() > MAX_RESIDENT_BYTES) return 'memory';
  if (now - atLastSign > limits.silenceMs) return 'part';
  if (now > limits.totalMs) return 'total';
  return performance.now() - idleSince > MAX_IDLE_MS ? 'idle' : null;
}

setInterval(() => {
  const limit = process.ppid === parent ? exceeded() : 'memory';
  if (limit === null) return;
  writeSync(ERROR_OUTPUT, describeLimit(limit, progress.last));
  process.kill(process.pid, 'SIGKILL');
}, INTERVAL_MS);
