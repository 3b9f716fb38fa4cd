import type { z } from 'zod';
import { aliasesSchema } from '../../src/schema/aliases.ts';
import { auditSchema } from '../../src/schema/audit.ts';
import { chapterSchema, introductionSchema, viewpointSchema } from '../../src/schema/chapter.ts';
import { generatedSchema } from '../../src/schema/generated.ts';
import { overridesSchema } from '../../src/schema/overrides.ts';
import { parseYaml } from '../../src/schema/parse-yaml.ts';
import { permalinksSchema } from '../../src/schema/permalinks.ts';
import { reportSchema } from '../../src/schema/report.ts';
import { displayPath, yamlText, type ContentFile } from './content.ts';
import type { ContentRule, Finding } from './rule.ts';

/** Which schema a file must fit, by its path below `content/`; `*` stands for a report's id. */
const SCHEMAS: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^aliases\.yaml$/u, aliasesSchema],
  [/^reports\/\*\/report\.yaml$/u, reportSchema],
  [/^reports\/\*\/overrides\.yaml$/u, overridesSchema],
  [/^reports\/\*\/permalinks\.yaml$/u, permalinksSchema],
  [/^reports\/\*\/audit\.yaml$/u, auditSchema],
  [/^reports\/\*\/generated\.yaml$/u, generatedSchema],
  [/^reports\/\*\/introduction\.mdx$/u, introductionSchema],
  [/^reports\/\*\/chapters\/[^/]+\.mdx$/u, chapterSchema],
  [/^reports\/\*\/viewpoints\/\d+\.mdx$/u, viewpointSchema],
];

/** Every file is one that is known, and has the fields of its schema. */
export const contentSchema: ContentRule = {
  id: 'content/fits-schema',
  good: 'Every file under content/ has the fields that its schema in src/schema asks for.',
  check: (content) => content.files.flatMap(checkFile),
};

function checkFile(file: ContentFile): readonly Finding[] {
  const name = displayPath(file);
  const path = file.path.replace(/^reports\/[^/]+\//u, 'reports/*/');
  const schema = SCHEMAS.find(([pattern]) => pattern.test(path))?.[1];
  if (schema === undefined) return [{ file: name, reason: 'No file of this name belongs here.' }];
  const yaml = yamlText(file);
  if (yaml === undefined) return [{ file: name, reason: 'It has no front matter between two lines of ---.' }];
  return (parseYaml(schema, yaml).problems ?? []).map((problem) => ({ file: name, ...problem }));
}
