import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listReportFolders } from '../steps/report-folders.ts';
import { runNode } from '../steps/run-node.ts';
import { readContent, type Content } from './content.ts';
import { compareRegenerated } from './regenerated.ts';
import type { RuleResult } from './run-rules.ts';

const RULE = {
  id: 'content/regenerated',
  good: 'Ingest writes again, byte for byte, the files that are under content/.',
};

/**
 * Ingests a copy of the content and compares. A report without its sources at hand (a PDF that is not committed) is
 * left out, and said to be.
 * @param onStart is given the function that ends the ingest that is running
 */
export async function checkRegenerated(
  content: Content,
  onStart: (stop: () => Promise<void>) => void = () => {},
): Promise<readonly RuleResult[]> {
  const original = resolve(process.env['CONTENT_DIR'] ?? 'content');
  const copy = await mkdtemp(join(tmpdir(), 'report-reader-content-'));
  try {
    await cp(original, copy, { recursive: true });
    const results: RuleResult[] = [];
    for (const { id, hasSources } of listReportFolders(copy)) {
      if (!hasSources) {
        results.push({ ...RULE, findings: [], skipped: `The sources of ${id} are not here.` });
        continue;
      }
      const ingest = runNode('scripts/ingest.ts', [id, '--quiet'], { CONTENT_DIR: copy });
      onStart(ingest.stop);
      const code = await ingest.done;
      const findings =
        code === 0
          ? compareRegenerated(content, readContent(copy), id)
          : [{ file: `content/reports/${id}`, reason: `Ingest ended with exit code ${code}.` }];
      results.push({ ...RULE, findings });
    }
    return results;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
