import { reportSchema } from '../../src/schema/report.ts';
import { displayPath, readYaml } from './content.ts';
import type { ContentRule } from './rule.ts';

/** `npm run sample` keeps its report elsewhere; one that was copied here would be published. */
export const noSample: ContentRule = {
  id: 'content/no-sample',
  good: 'No report under content/ is a sample.',
  check: (content) =>
    content.files
      .filter(({ path }) => /^reports\/[^/]+\/report\.yaml$/u.test(path))
      .filter((file) => readYaml(reportSchema, file)?.sample === true)
      .map((file) => ({ file: displayPath(file), reason: 'It says “sample: true”.' })),
};
