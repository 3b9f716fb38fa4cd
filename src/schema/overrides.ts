import { z } from 'zod';
import { reportSchema } from './report.ts';

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
/** Two paragraphs, or a heading and a paragraph, that were read as one: the first ends with this text. */
const splitSchema = z.strictObject({ splitAfter: textSchema });
/** One paragraph, item or heading that was read as two: the second begins with this text. */
const joinSchema = z.strictObject({ joinBefore: textSchema });
/** A place for what has no words of its own: the physical page, and points from its top to the block. */
const placeSchema = z.strictObject({ page: z.int().min(1), top: z.number().min(0) });
/** What a figure shows, for those who do not see it. The figure is named by its number, its whole caption, or its place. */
const altSchema = z.strictObject({ alt: textSchema, figure: z.union([textSchema, placeSchema]) });
/** A figure that is none of the report's: a logo, an ornament. */
const dropFigureSchema = z.strictObject({
  dropFigure: z.union([textSchema, placeSchema]),
  reason: textSchema.optional(),
});

export const KINDS_TO_CHANGE = [
  'heading',
  'paragraph',
  'list',
  'quote',
  'listing',
  'table',
  'callout',
] as const;
/** A block that is of another kind. It is named by what it was taken for and by how its text begins. */
const kindSchema = z.strictObject({
  begins: textSchema,
  was: z.enum(KINDS_TO_CHANGE),
  kind: z.enum(['paragraph', 'quote', 'list']),
});

export const correctionSchema = z.union(
  [replaceSchema, levelSchema, dropSchema, splitSchema, joinSchema, altSchema, dropFigureSchema, kindSchema],
  {
    error:
      'a correction has replace and with, heading and level, drop, splitAfter, joinBefore, alt and figure, dropFigure, or begins, was and kind',
  },
);

/** What the cover says, where it was guessed or read wrongly. */
export const reportFieldsSchema = reportSchema
  .pick({ title: true, subtitle: true, publisher: true, number: true, released: true })
  .partial();

/**
 * `content/reports/<id>/overrides.yaml`: what people corrected, applied to every new reading. White space does not count in the
 * texts. An empty file, or one of comments, has no corrections.
 */
export const overridesSchema = z.preprocess(
  (value) => value ?? {},
  z.strictObject({
    report: reportFieldsSchema.optional(),
    corrections: z.array(correctionSchema).default([]),
  }),
);

export type Correction = z.infer<typeof correctionSchema>;
export type Overrides = z.infer<typeof overridesSchema>;
/** How a figure is named. */
export type FigureName = z.infer<typeof altSchema>['figure'];
