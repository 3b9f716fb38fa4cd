import { z } from 'zod';

const textSchema = z.string().min(1);

/** Other text in place of some words of one block. */
const replaceSchema = z.strictObject({
  replace: textSchema,
  with: z.string(),
  /** Words of the block that is meant, where several hold the text. */
  within: textSchema.optional(),
});
/** A heading of another level, or a paragraph that is a heading (or the reverse: level 0). The text is the whole block's. */
const levelSchema = z.strictObject({ heading: textSchema, level: z.int().min(0).max(4) });
/** A block that is none of the report's text. The text is the whole block's. */
const dropSchema = z.strictObject({ drop: textSchema, reason: textSchema.optional() });
/** Two paragraphs that were read as one: the first ends with this text. */
const splitSchema = z.strictObject({ splitAfter: textSchema });
/** One paragraph that was read as two: the second begins with this text. */
const joinSchema = z.strictObject({ joinBefore: textSchema });

export const correctionSchema = z.union([replaceSchema, levelSchema, dropSchema, splitSchema, joinSchema], {
  error: 'a correction has replace and with, heading and level, drop, splitAfter, or joinBefore',
});

/**
 * `content/reports/<id>/overrides.yaml`: what people corrected, applied to every new reading. White space does not count in the
 * texts. An empty file, or one of comments, has no corrections.
 */
export const overridesSchema = z.preprocess(
  (value) => value ?? {},
  z.strictObject({ corrections: z.array(correctionSchema).default([]) }),
);

export type Correction = z.infer<typeof correctionSchema>;
export type Overrides = z.infer<typeof overridesSchema>;
