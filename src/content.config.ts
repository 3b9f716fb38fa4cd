import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { auditSchema } from './schema/audit.ts';
import { chapterSchema, introductionSchema, viewpointSchema } from './schema/chapter.ts';
import { permalinksSchema } from './schema/permalinks.ts';
import { reportSchema } from './schema/report.ts';

const base = `${process.env['CONTENT_DIR'] ?? 'content'}/reports`;

/** `caict-ai-2024/chapters/overview.mdx` → `caict-ai-2024/overview`; a file of the report itself → its id. */
function entryId({ entry }: { entry: string }): string {
  const [report = '', ...rest] = entry.replace(/\.[^.]+$/u, '').split('/');
  return rest.length > 1 ? `${report}/${rest.at(-1)}` : report;
}

const load = (pattern: string) => glob({ base, pattern, generateId: entryId });

export const collections = {
  reports: defineCollection({ loader: load('*/report.yaml'), schema: reportSchema }),
  chapters: defineCollection({ loader: load('*/chapters/*.mdx'), schema: chapterSchema }),
  viewpoints: defineCollection({ loader: load('*/viewpoints/*.mdx'), schema: viewpointSchema }),
  introductions: defineCollection({ loader: load('*/introduction.mdx'), schema: introductionSchema }),
  permalinks: defineCollection({ loader: load('*/permalinks.yaml'), schema: permalinksSchema }),
  audits: defineCollection({ loader: load('*/audit.yaml'), schema: auditSchema }),
};
