import { z } from 'zod';
import { auditSchema } from '../../src/schema/audit.ts';
import { chapterSchema, introductionSchema, viewpointSchema } from '../../src/schema/chapter.ts';
import { permalinksSchema } from '../../src/schema/permalinks.ts';
import { reportSchema } from '../../src/schema/report.ts';
import { displayPath, readYaml, type ContentFile } from './content.ts';
import type { ContentRule, Finding } from './rule.ts';

/** Which schema a file below `reports/<id>/` must fit. */
const SCHEMAS: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^report\.yaml$/u, reportSchema],
  [/^permalinks\.yaml$/u, permalinksSchema],
  [/^audit\.yaml$/u, auditSchema],
  [/^introduction\.mdx$/u, introductionSchema],
  [/^chapters\/[^/]+\.mdx$/u, chapterSchema],
  [/^viewpoints\/\d+\.mdx$/u, viewpointSchema],
];

/** Every file is one that is known, and has the fields of its schema. */
export const contentSchema: ContentRule = {
  id: 'content/fits-schema',
  good: 'Every file under content/ has the fields that its schema in src/schema asks for.',
  check: (content) => content.files.flatMap(checkFile),
};

/** Overrides have a schema of their own, which ingest applies. */
const FREE_FORM = /^overrides\.yaml$/u;

function checkFile(file: ContentFile): readonly Finding[] {
  const [, name] = /^reports\/[^/]+\/(.+)$/u.exec(file.path) ?? [];
  if (name !== undefined && FREE_FORM.test(name)) return [];
  const schema = SCHEMAS.find(([pattern]) => name !== undefined && pattern.test(name))?.[1];
  if (schema === undefined) {
    return [{ file: displayPath(file), reason: 'No file of this name belongs to a report.' }];
  }
  try {
    const result = schema.safeParse(readYaml(file));
    return result.success ? [] : [{ file: displayPath(file), reason: z.prettifyError(result.error) }];
  } catch (error) {
    return [{ file: displayPath(file), reason: error instanceof Error ? error.message : String(error) }];
  }
}
