import type { ReportDocument } from '../../scripts/ingest/model/document.ts';
import { type PipelineOutput, runPipeline } from '../../scripts/ingest/pipeline.ts';

const ASSET = { path: 'figures/crop-1.webp', bytes: new Uint8Array([1, 2, 3]) };
const ACCOUNT = {
  characters: 0,
  kept: 0,
  furniture: 0,
  lost: 0,
  invented: 0,
  contentsMatched: 0,
  badCharacters: 0,
};

/** All steps over an invented document, over the files of an earlier run where there was one. */
export function runInvented(document: ReportDocument, before?: PipelineOutput): PipelineOutput {
  const yaml = (file: string): string => String(before?.files.get(file) ?? '');
  return runPipeline({
    id: 'invented',
    article: null,
    pdf: { document, assets: [ASSET], account: ACCOUNT, stages: {} },
    reportYaml: yaml('report.yaml'),
    overridesYaml: '',
    permalinksYaml: yaml('permalinks.yaml'),
  });
}
