import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Between two looks at a lock whose holder does not answer, in milliseconds. */
const RETRY_MS = 50;

/**
 * Waits until no other process works at `path`, then keeps others waiting until the lock is let go or this process ends.
 *
 * The lock is a socket that the holder listens on. The system closes it with the process, however that ends, so that no lock
 * outlives its holder: there is no file that a kill could leave behind, no process id that another may have got since, no clock.
 * Processes on other machines that share the folder are not seen.
 * @param path what is worked at; it need not be there
 * @param onWait is called once where there is something to wait for, with the process id of the holder
 * @returns lets go of the lock
 */
export async function takeProcessLock(path: string, onWait: (pid: number) => void): Promise<() => void> {
  const address = socketAddress(resolve(path));
  for (let told = false; ;) {
    const lock = await listenAt(address);
    if (lock !== null) return () => lock.close();
    const answered = await waitForHolder(address, (pid) => {
      if (!told) onWait(pid);
      told = true;
    });
    if (answered) continue;
    removeDeadSocket(address);
    await sleep(RETRY_MS);
  }
}

/** Linux and Windows have names for sockets that are no files; elsewhere it is a file, which a dead process leaves behind. */
function socketAddress(path: string): string {
  const name = `report-reader-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

/** Null where another process listens there. Whoever connects is told the process id, and hears of the end by the end of the connection. */
async function listenAt(address: string): Promise<{ readonly close: () => void } | null> {
  const waiting = new Set<Socket>();
  const server: Server = createServer((socket) => {
    waiting.add(socket.unref());
    socket.on('error', () => socket.destroy()).on('close', () => waiting.delete(socket));
    socket.write(`${String(process.pid)}\n`);
  });
  try {
    await once(server.listen(address), 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return null;
    throw error;
  }
  server.unref();
  return {
    close: () => {
      server.close();
      for (const socket of waiting) socket.destroy();
    },
  };
}

/** Waits for the end of the process that holds the lock; false where nobody answers. */
async function waitForHolder(address: string, onHolder: (pid: number) => void): Promise<boolean> {
  const socket = connect(address);
  let answered = false;
  socket.setEncoding('utf8').on('data', (pid: string) => {
    answered = true;
    onHolder(Number(pid));
  });
  await new Promise<void>((done) => socket.on('error', () => socket.destroy()).on('close', () => done()));
  return answered;
}

function removeDeadSocket(address: string): void {
  if (process.platform !== 'linux' && process.platform !== 'win32') rmSync(address, { force: true });
}
