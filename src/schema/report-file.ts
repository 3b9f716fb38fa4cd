import { z } from 'zod';

const id = z
  .string()
  .meta({ description: 'Permanent: a letter for the kind, and a number unique in the report.' });
const address = z.string().meta({
  description: 'Absolute where the site knows its public address; otherwise a path of the site.',
});
const place = {
  page: z.int().min(1).optional().meta({ description: 'Page of the PDF, from 1.' }),
  label: z.string().optional().meta({ description: 'Page as it is printed in the report.' }),
};
const common = {
  id,
  address,
  /** Plain text of all that is printed of it: lines end with \n, cells of tables are parted by \t. */
  text: z.string(),
  language: z.string().optional().meta({ description: 'BCP 47; absent where it is that of the report.' }),
  ...place,
};
const image = z
  .strictObject({ address, width: z.number(), height: z.number() })
  .meta({ description: 'Sizes are in CSS pixels.' });
const exhibit = {
  number: z.string(),
  caption: z.string(),
  source: z.string().meta({ description: 'The printed line: 来源：…; empty where there is none.' }),
  image: image.optional(),
};
const cell = z.strictObject({
  text: z.string(),
  header: z.boolean().optional(),
  columnSpan: z.int().min(2).optional(),
  rowSpan: z.int().min(2).optional(),
});

const passage = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('heading'),
      ...common,
      level: z.int().min(2).max(4),
      number: z.string(),
    }),
    z.strictObject({
      kind: z.literal('text'),
      ...common,
      marker: z.string().optional().meta({ description: 'Of a list item, as printed.' }),
      notes: z.array(id).optional().meta({ description: 'Notes marked in it.' }),
    }),
    z.strictObject({ kind: z.literal('listing'), ...common }),
    z.strictObject({ kind: z.literal('figure'), ...common, ...exhibit, alt: z.string() }),
    z.strictObject({
      kind: z.literal('table'),
      ...common,
      ...exhibit,
      headerRows: z.int().min(0),
      rows: z.array(z.array(cell)).meta({ description: 'A place covered by a span has no cell of its own.' }),
    }),
    z.strictObject({ kind: z.literal('note'), ...common, mark: z.string() }),
  ])
  .meta({ description: 'What can be linked to by itself.' });

const chapter = z.strictObject({
  id,
  slug: z.string(),
  number: z.string(),
  title: z.string(),
  matter: z.enum(['front', 'body', 'back']),
  complete: z
    .boolean()
    .meta({ description: 'False where the text is not there, only headings and viewpoints.' }),
  address,
  markdown: address,
  ...place,
  viewpoints: z.array(z.int()).meta({ description: 'Numbers of the viewpoints that stand in it.' }),
  passages: z.array(passage).meta({ description: 'In reading order; notes last.' }),
});

const viewpoint = z.strictObject({
  id,
  number: z.int().min(1),
  title: z.string(),
  address,
  chapter: z.string().meta({ description: 'Slug of the chapter in which it stands.' }),
  section: id,
  evidence: z
    .array(z.strictObject({ id, address, page: z.int(), label: z.string() }))
    .meta({ description: 'Paragraphs of the report that carry it.' }),
  passages: z.array(passage),
});

/** `<report>/report.json`: a report as a document for machines. */
export const reportFileSchema = z
  .strictObject({
    $schema: z.string(),
    version: z.literal(1),
    id: z.string(),
    title: z.string(),
    subtitle: z.string().optional(),
    publisher: z.string(),
    number: z.string().optional(),
    released: z.string().optional().meta({ description: 'ISO 8601, as precise as it is known.' }),
    notice: z.string().meta({ description: 'The line by which the publisher asks to be named.' }),
    sample: z.boolean().optional().meta({ description: 'True for an invented report.' }),
    language: z.string(),
    address,
    pdf: z.url().optional().meta({ description: 'Official address of the original.' }),
    introduction: z.array(passage).meta({ description: 'What stands before the first chapter.' }),
    chapters: z.array(chapter),
    viewpoints: z.array(viewpoint),
  })
  .meta({
    title: 'Report',
    description: 'A report with its permanent addresses and the pages of its original.',
  });

export type ReportFile = z.infer<typeof reportFileSchema>;
export type PassageEntry = z.infer<typeof passage>;

/** A line of `<report>/corpus.jsonl`. */
export const corpusLineSchema = z.strictObject({
  report: z.string(),
  id,
  address,
  kind: z.enum(['heading', 'text', 'listing', 'figure', 'table', 'note']),
  chapter: z
    .string()
    .meta({ description: 'Number and title; empty for what stands before the first chapter.' }),
  section: z
    .string()
    .meta({ description: 'Number and title of the nearest heading above; empty where there is none.' }),
  ...place,
  text: z.string(),
});

export type CorpusLine = z.infer<typeof corpusLineSchema>;
