import { z } from 'zod';

/** An address part that is never percent-encoded: lower-case ASCII words joined by hyphens. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'use lower-case letters, digits and hyphens');
const dateSchema = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'write a date as 2024, 2024-11 or 2024-11-29');
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/u, 'a SHA-256 is 64 hexadecimal digits in lower case');

/** Slugs that the site uses itself below a report's address. */
export const RESERVED_SLUGS: readonly string[] = [
  'v',
  'figures',
  'tables',
  'source',
  'assets',
  'cards',
  'numbers',
  'search',
  'cite',
  'print',
];

const chapterSchema = z.strictObject({
  slug: slugSchema.refine(
    (slug) => !RESERVED_SLUGS.includes(slug),
    'this word is an address of the site itself',
  ),
  /** As in the report, without its number. */
  title: z.string().min(1),
});

/** What may be guessed where no source tells it. */
export const GUESSED_FIELDS = ['title', 'publisher', 'released'] as const;

const viewpointPlaceSchema = z.strictObject({
  number: z.int().min(1),
  /** Slug of the chapter. */
  chapter: slugSchema,
  /** Printed number of the section, `（一）`; absent where the viewpoint belongs to the whole chapter. */
  section: z.string().optional(),
  /** True once a person has looked at it: ingest then follows it and only warns where its own match differs. */
  checked: z.boolean().default(false),
});

const mentionSchema = z.strictObject({
  /** Slug of the chapter. */
  chapter: slugSchema,
  /** Printed number of the section, `（一）`; absent for a chapter without sections. */
  section: z.string().optional(),
  /** Numbers of the viewpoints that speak of it. */
  viewpoints: z.array(z.int().min(1)).min(1),
  /** True once a person has looked at it: ingest then follows it. */
  checked: z.boolean().default(false),
});

const pdfPagesSchema = z.strictObject({
  /** Printed page on which each chapter begins, by its slug. */
  chapters: z.record(slugSchema, z.int().min(1)),
  /** Physical page less printed page. */
  offset: z.int(),
  /** Where this is known from, for readers. */
  source: z.string().min(1),
  /** True once somebody has compared it with the PDF. */
  checked: z.boolean().default(false),
});

/** `content/reports/<id>/report.yaml`: what is known about a report, written by ingest and changed by people. */
export const reportSchema = z.strictObject({
  title: z.string().min(1),
  subtitle: z.string().optional(),
  publisher: z.string().min(1),
  /** The publisher's number of the report. */
  number: z.string().optional(),
  /** Absent where no source tells it and nobody has written it. */
  released: dateSchema.optional(),
  /** Of the fields above those that no source tells and ingest guessed: a person who knows better changes both. */
  guessed: z.array(z.enum(GUESSED_FIELDS)).optional(),
  /** The line by which the publisher asks to be named: `来源：中国信息通信研究院`. */
  notice: z.string().min(1),
  /** An invented report that only shows what one looks like; it is kept out of search engines and of published sites. */
  sample: z.boolean().optional(),
  article: z
    .strictObject({
      /** Relative to the report's folder. */
      file: z.string(),
      /** The account that published the article, and where it took it from. */
      account: z.string().optional(),
      original: z.string().optional(),
      url: z.url().optional(),
      published: dateSchema.optional(),
    })
    .optional(),
  pdf: z
    .strictObject({
      url: z.url({ protocol: /^https?$/u }).optional(),
      sha256: sha256Schema.optional(),
      /** For chapters whose text, and so whose pages, no source has. */
      pages: pdfPagesSchema.optional(),
    })
    .optional(),
  chapters: z.array(chapterSchema).default([]),
  viewpoints: z.array(viewpointPlaceSchema).default([]),
  /** Sections without text, and the viewpoints standing elsewhere that speak of them. */
  mentions: z.array(mentionSchema).default([]),
});

export type Report = z.infer<typeof reportSchema>;
