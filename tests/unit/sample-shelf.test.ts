import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findShelf, layShelf } from '../../scripts/steps/sample-shelf.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-reader-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), '');
}
const find = () => findShelf(join(folder, 'sample'), join(folder, 'shelf'));
const has = (path: string): boolean => existsSync(join(folder, path));

describe('the shelf', () => {
  it('is there only where the sample is', () => {
    expect(find()).toBeUndefined();
    write('sample/reports/sample/report.yaml');
    expect(find()).toEqual({
      contentFolder: join(folder, 'shelf/content'),
      outFolder: join(folder, 'shelf/dist'),
    });
  });

  it('has the reports and the sample side by side, nothing of before, and leaves the content folder alone', () => {
    write('content/reports/a/report.yaml');
    write('sample/reports/sample/report.yaml');
    write('shelf/content/reports/gone/report.yaml');
    const shelf = find();
    if (!shelf) throw new Error('There is no shelf.');
    layShelf(shelf, join(folder, 'content'), join(folder, 'sample'));
    expect(has('shelf/content/reports/a/report.yaml')).toBe(true);
    expect(has('shelf/content/reports/sample/report.yaml')).toBe(true);
    expect(has('shelf/content/reports/gone')).toBe(false);
    expect(has('content/reports/sample')).toBe(false);
  });
});
