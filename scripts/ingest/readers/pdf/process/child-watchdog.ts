/** A thread in the child process that ends it when it takes too much memory or has lost its parent. */
import { MAX_RESIDENT_BYTES } from './limits.ts';

/** A stream that unpacks grows by some 200 MB in this time. */
const INTERVAL_MS = 100;

const parent = process.ppid;

setInterval(() => {
  if (process.memoryUsage.rss() > MAX_RESIDENT_BYTES || process.ppid !== parent)
    process.kill(process.pid, 'SIGKILL');
}, INTERVAL_MS);
