import { Socket } from 'node:net';

/** Where tests may connect to: this machine. */
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/u;

/**
 * Loaded before every test file, and (through NODE_OPTIONS) into every Node process that a test starts: any connection
 * to another machine fails at once with an error that says so.
 */
function forbidNetwork(): void {
  const connect = Socket.prototype.connect as (this: Socket, ...values: unknown[]) => Socket;
  function guarded(this: Socket, ...values: unknown[]): Socket {
    const host = hostOf(values);
    if (host === undefined || LOOPBACK.test(host)) return connect.apply(this, values);
    const error = new Error(`Tests have no network: something tried to connect to ${host}.`);
    return this.destroy(Object.assign(error, { code: 'ENETUNREACH' }));
  }
  Socket.prototype.connect = guarded as typeof Socket.prototype.connect;
}

/** `connect` takes (options), (port, host), (path), or one array of these that Node has already put in order. */
function hostOf(values: readonly unknown[]): string | undefined {
  const [first, second] = values;
  if (Array.isArray(first)) return hostOf(first);
  if (typeof first === 'object' && first !== null) return 'host' in first ? String(first.host) : undefined;
  return typeof second === 'string' ? second : undefined;
}

forbidNetwork();
const preload = `--import=${import.meta.url}`;
const options = process.env['NODE_OPTIONS'] ?? '';
if (!options.includes(preload)) process.env['NODE_OPTIONS'] = `${options} ${preload}`.trim();
