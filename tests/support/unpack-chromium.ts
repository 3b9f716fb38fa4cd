/**
 * A script of its own because `inflate` writes into the operating system's temporary folder: the caller sets TMPDIR to
 * where the browser is to go.
 */
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';

const archives = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')));
for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(archives + name);
