import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian's package puts it; its command needs one more package to run, Java does not. */
const JAR = '/usr/share/java/epubcheck.jar';

/** For a program that runs for seconds: half the time. */
const QUICK_START = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** Why a book cannot be checked on this machine; undefined where it can. */
export function whyNoEpubCheck(): string | undefined {
  return existsSync(JAR) ? undefined : 'epubcheck is not installed (on Debian: apt-get install epubcheck).';
}

/** What epubcheck finds, down to warnings. A valid book has none. */
export async function checkEpub(path: string): Promise<readonly string[]> {
  const { stdout, stderr } = await run('java', [...QUICK_START, '-jar', JAR, path]).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  const found = `${stdout}\n${stderr}`.split('\n').filter((line) => /^(?:FATAL|ERROR|WARNING)/u.test(line));
  if (found.length === 0 && !/No errors or warnings/u.test(stdout)) throw new Error(`${stdout}\n${stderr}`);
  return found;
}
