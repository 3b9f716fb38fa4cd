import { z } from 'zod';

const countSchema = z.strictObject({
  kind: z.string(),
  reason: z.string(),
  characters: z.int(),
  items: z.int(),
});

/** What became of one source's text. Characters are code points that are not white space. */
const sourceAuditSchema = z.strictObject({
  kind: z.enum(['pdf', 'article']),
  sha256: z.string(),
  pageCount: z.int(),
  encrypted: z.boolean().optional(),
  forbidden: z.array(z.string()).optional(),
  characters: z.int(),
  kept: z.int(),
  furniture: z.int(),
  lost: z.int(),
  furnitureByReason: z.array(countSchema),
  contentsEntries: z.int(),
  contentsMatched: z.int(),
  badCharacters: z.int(),
});

/** `content/reports/<id>/audit.yaml`, shown to readers on the source page. */
export const auditSchema = z.strictObject({
  version: z.literal(1),
  sources: z.array(sourceAuditSchema),
  messages: z.array(
    z.strictObject({
      ruleId: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      reason: z.string(),
      hint: z.string().optional(),
      page: z.int().optional(),
      line: z.int().optional(),
    }),
  ),
});

export type Audit = z.infer<typeof auditSchema>;
