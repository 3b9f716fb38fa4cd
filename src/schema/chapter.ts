import { z } from 'zod';
import { slugSchema } from './report.ts';

/** A permanent id: letter for the kind, number unique in the report. */
export const permanentIdSchema = z
  .string()
  .regex(/^[spvftcn]\d+$/u, 'an id is one of the letters s, p, v, f, t, c, n and a number');

/** A heading below the chapter's own, as the contents of a chapter show it. */
export const sectionSchema = z.strictObject({
  id: permanentIdSchema,
  /** 2 for （一）, 3 for 1., 4 for （1）. */
  level: z.int().min(2).max(4),
  number: z.string(),
  title: z.string(),
  /** Printed page on which it starts, where the source is paged. */
  label: z.string().optional(),
  /** False where the text of the section is not there. */
  complete: z.boolean(),
  viewpoints: z.array(z.int()),
});

/** A figure or table of the chapter, for the lists of them. */
export const exhibitSchema = z.strictObject({
  id: permanentIdSchema,
  kind: z.enum(['figure', 'table']),
  number: z.string(),
  caption: z.string(),
  source: z.string(),
  page: z.int().optional(),
  label: z.string().optional(),
  asset: z.strictObject({ path: z.string(), width: z.number(), height: z.number() }).optional(),
});

/** Front matter of `chapters/<slug>.mdx`. */
export const chapterSchema = z.strictObject({
  id: permanentIdSchema,
  slug: slugSchema,
  order: z.int().min(1),
  number: z.string(),
  title: z.string(),
  matter: z.enum(['front', 'body', 'back']),
  /** False where at least one section's text is not there. */
  complete: z.boolean(),
  /** Han characters, and Latin words counted as one, of its text. */
  characters: z.int().min(0),
  /** Of the whole report, absent where it is Chinese. */
  language: z.enum(['en']).optional(),
  /** Printed and physical page on which it starts. */
  label: z.string().optional(),
  page: z.int().optional(),
  viewpoints: z.array(z.int()),
  sections: z.array(sectionSchema),
  exhibits: z.array(exhibitSchema),
});

/** Front matter of `viewpoints/<number>.mdx`. */
export const viewpointSchema = z.strictObject({
  id: permanentIdSchema,
  number: z.int().min(1),
  /** The bold lead without its closing punctuation. */
  title: z.string(),
  /** Of its text, as those of chapters. */
  characters: z.int().min(0),
  chapter: slugSchema,
  section: permanentIdSchema,
  /** Paragraphs of the report that carry it. */
  evidence: z.array(
    z.strictObject({ id: permanentIdSchema, chapter: slugSchema, label: z.string(), page: z.int() }),
  ),
});

/** Front matter of `introduction.mdx`: what stands before the first chapter. */
export const introductionSchema = z.strictObject({ kind: z.literal('introduction') });

export type ChapterData = z.infer<typeof chapterSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Exhibit = z.infer<typeof exhibitSchema>;
export type ViewpointData = z.infer<typeof viewpointSchema>;
