/**
 * Loaded before every command (`node -r ./scripts/needs-node.cjs …`): says in plain words that Node is too old, where
 * Node itself would only say that it cannot read a .ts file. Plain old JavaScript, so that any Node can run it.
 */
'use strict';

/** The first Node that runs TypeScript files as they are; astro, vitest and pdfjs-dist ask for no newer one. */
const NEEDED = [22, 18];
const found = process.versions.node.split('.').map(Number);

if (found[0] < NEEDED[0] || (found[0] === NEEDED[0] && found[1] < NEEDED[1])) {
  process.stderr.write(
    [
      '',
      `This project needs Node ${NEEDED.join('.')} or later, and this is Node ${process.versions.node} (${process.platform} ${process.arch}).`,
      'Usually nothing has to be installed for that: "npm ci" brings Node 24 along as an optional package for Linux with',
      'glibc (x64, arm64), macOS (x64, arm64) and Windows (x64), and npm commands then use it. It is not here, because',
      '- either the packages were installed with --omit=optional or on another system: run "npm ci" again;',
      '- or there is no such package for this system (Alpine and other musl systems, 32-bit and other processors):',
      '  install Node 24 from https://nodejs.org/ or from your system, and run the command again;',
      '- or the command was not started by npm: use "npm start", "npm test", "npm run build" and so on.',
      '',
    ].join('\n'),
  );
  process.exit(2);
}
