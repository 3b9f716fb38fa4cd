/** Nobody else can open an address of the reader's own machine. */
const OWN_MACHINE = /^(?:localhost|127\.|\[::1\]|$)/u;

/** `path` as others can open it, where the site is read at an address that is open to them. */
export function publicAddress(path: string): string | undefined {
  return OWN_MACHINE.test(location.hostname) ? undefined : new URL(path, location.href).href;
}
