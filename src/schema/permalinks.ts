import { z } from 'zod';
import { permanentIdSchema } from './chapter.ts';
import { slugSchema } from './report.ts';

/** One address that was ever published. */
const permalinkSchema = z.strictObject({
  id: permanentIdSchema,
  /** Slug of the chapter on whose page it stands; '' for the report's home. */
  chapter: z.union([slugSchema, z.literal('')]),
  /** The first characters of its text, for people and for the nearest match. */
  starts: z.string(),
  /** Characters of its text; not kept by early versions. */
  length: z.int().nonnegative().optional(),
  /** First 16 hexadecimal digits of the SHA-256 of its text, for the exact match. */
  digest: z.string(),
  /** MinHash of its character bigrams in hexadecimal, for the nearest match once the text was changed. */
  sketch: z.string(),
  /** Chapters on whose page it stood earlier: they keep a link to where it is now. */
  formerly: z.array(z.union([slugSchema, z.literal('')])).optional(),
  /** The id whose content took its place, or the nearest heading, where its own is gone. */
  replacedBy: permanentIdSchema.optional(),
});

/** `content/reports/<id>/permalinks.yaml`. Entries are never removed. */
export const permalinksSchema = z.strictObject({
  version: z.literal(1),
  /** Chapter slugs that were renamed: old → new. */
  redirects: z.record(slugSchema, slugSchema).default({}),
  entries: z.array(permalinkSchema),
});

export type Permalink = z.infer<typeof permalinkSchema>;
export type Permalinks = z.infer<typeof permalinksSchema>;
