import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPipeline } from '../../scripts/ingest/pipeline.ts';
import { readArticle } from '../../scripts/ingest/readers/article/read-article.ts';
import { expectGolden } from '../support/golden.ts';
import { ROOT } from '../support/source-files.ts';

const CASES = join(ROOT, 'tests/golden/article');

const inputs = readdirSync(CASES).map((name) => {
  const folder = join(CASES, name);
  const file = readdirSync(folder).find((entry) => entry.startsWith('input.')) ?? '';
  return { name, folder, file, bytes: new Uint8Array(readFileSync(join(folder, file))) };
});

describe.each(inputs)('article $name', ({ name, folder, file, bytes }) => {
  const { document, account } = readArticle(bytes, { fileName: file });

  it('is read into the golden document', () => {
    const { messages, ...rest } = document;
    expectGolden(join(folder, 'document.json'), `${JSON.stringify(rest, null, 2)}\n`);
    expectGolden(join(folder, 'messages.json'), `${JSON.stringify(messages, null, 2)}\n`);
    expect(account).toMatchObject({ lost: 0, invented: 0 });
  });

  it('is written as the golden files, and the same again over its own output', () => {
    const input = {
      id: name,
      article: { bytes, file },
      pdf: null,
      reportYaml: '',
      permalinksYaml: '',
      overridesYaml: '',
    };
    const { files } = runPipeline(input);
    for (const [path, content] of files) expectGolden(join(folder, path), String(content));
    const again = runPipeline({
      ...input,
      reportYaml: String(files.get('report.yaml')),
      permalinksYaml: String(files.get('permalinks.yaml')),
    });
    expect([...again.files]).toEqual([...files]);
  });
});
