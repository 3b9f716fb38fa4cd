import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { expect } from 'vitest';

/**
 * Compares a text with the golden file at `path`. Only `npm run test:update` (UPDATE_GOLDEN=1) writes one: a missing
 * golden file fails, so that nothing becomes right by being run.
 */
export function expectGolden(path: string, text: string): void {
  const name = relative(process.cwd(), path);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  if (!existsSync(path)) {
    expect.fail(`There is no golden file ${name}. Look at the result; "npm run test:update" writes it.`);
  }
  expect(text, `differs from ${name}; if the new text is right, run "npm run test:update"`).toBe(
    readFileSync(path, 'utf8'),
  );
}
