import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { overridesSchema } from '../../src/schema/overrides.ts';
import { IngestError } from '../../scripts/ingest/model/errors.ts';
import {
  DIGESTS_FILE,
  digestsFile,
  refuseToOverwriteEdits,
} from '../../scripts/ingest/writers/edited-files.ts';

const CHAPTER = `---
title: 一
---

<Passage id="p1">
水位在三年中下降了两米，河口的湿地因此缩小。
</Passage>

<Passage id="p2">
第二段没有人改过。
</Passage>
`;
const PICTURE = new Uint8Array([1, 2, 3]);
const WRITTEN = new Map<string, string | Uint8Array>([
  ['report.yaml', 'title: 水'],
  ['chapters/one.mdx', CHAPTER],
  ['figures/f1.webp', PICTURE],
]);

describe('files that were written by ingest', () => {
  let folder = '';
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const edit = (path: string, from: string, to: string): void =>
    write(path, readFileSync(join(folder, path), 'utf8').replace(from, to));
  /** The error that says what would be lost. */
  const refusal = (files: ReadonlyMap<string, string | Uint8Array> = WRITTEN): IngestError | undefined => {
    try {
      refuseToOverwriteEdits(folder, files);
      return undefined;
    } catch (error) {
      expect(error).toBeInstanceOf(IngestError);
      return error as IngestError;
    }
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'edited-files-'));
    for (const [path, content] of WRITTEN) write(path, content);
    write(DIGESTS_FILE, digestsFile(WRITTEN));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('may be written anew while nobody changed them, whatever the next reading says', () => {
    expect(refusal()).toBeUndefined();
    expect(refusal(new Map([['chapters/one.mdx', 'another reading']]))).toBeUndefined();
  });

  it('are not overwritten once a person changed them, and the message has the correction that lasts', () => {
    edit('chapters/one.mdx', '下降了两米', '下降了一米半');
    const error = refusal();
    expect(error?.code).toBe('report/written-by-ingest');
    expect(error?.message).toContain(join(folder, 'chapters/one.mdx'));
    expect(error?.hint).toContain('overrides.yaml');
    expect(error?.hint).toContain('--force');
    const yaml = error?.hint.slice(error.hint.indexOf('\n')) ?? '';
    expect(overridesSchema.parse(parse(yaml))).toEqual({
      corrections: [{ replace: '三年中下降了两米，河口的湿地', with: '三年中下降了一米半，河口的湿地' }],
    });
  });

  it('may be written where the next reading says what the person wrote', () => {
    edit('chapters/one.mdx', '下降了两米', '下降了一米半');
    const next = new Map([...WRITTEN, ['chapters/one.mdx', CHAPTER.replace('下降了两米', '下降了一米半')]]);
    expect(refusal(next as ReadonlyMap<string, string>)).toBeUndefined();
  });

  it('may have other line ends, and may be gone', () => {
    write('chapters/one.mdx', CHAPTER.replaceAll('\n', '\r\n'));
    rmSync(join(folder, 'figures/f1.webp'));
    expect(refusal()).toBeUndefined();
  });

  it('are pictures, too, for which no correction is proposed', () => {
    write('figures/f1.webp', new Uint8Array([1, 2, 4]));
    expect(refusal()?.message).toContain('f1.webp');
    expect(refusal()?.hint).not.toContain('corrections');
  });

  it('are named though a person broke the MDX', () => {
    edit('chapters/one.mdx', '</Passage>', '');
    expect(refusal()?.message).toContain('one.mdx');
  });

  it('are told from those that people write, too', () => {
    write('report.yaml', 'title: 水利');
    expect(refusal()).toBeUndefined();
  });

  it('are not known where there are no digests', () => {
    edit('chapters/one.mdx', '两米', '一米');
    rmSync(join(folder, DIGESTS_FILE));
    expect(refusal()).toBeUndefined();
    write(DIGESTS_FILE, 'a: [1, 2]\n');
    expect(refusal()).toBeUndefined();
  });
});
