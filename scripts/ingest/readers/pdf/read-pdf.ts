/** The PDF reader: bytes of a report PDF → one document that accounts for every character. */
import { createHash } from 'node:crypto';
import type { ReportDocument } from '../../model/document.ts';
import { buildDocument } from './build-document.ts';
import type { Reading } from './build-document.ts';
import type { CroppedAsset } from './pictures/crops.ts';
import { destinationReader } from './glyphs/destinations.ts';
import { readFileFacts } from './glyphs/file-facts.ts';
import { blankPage, extractPage } from './glyphs/extract-page.ts';
import { readLinks } from './glyphs/link-areas.ts';
import type { LinksByPage } from './glyphs/link-areas.ts';
import { checkTextLayer, checkTextRecoverable, isRecoverable, isWithoutText } from './gate/gate-text.ts';
import { Bulkheads } from './process/bulkheads.ts';
import type { OnEnter, Stage } from './process/bulkheads.ts';
import { recognitionMessages } from './recognition/recognition-messages.ts';
import { COVER_IMAGE_PIXELS, READING_IMAGE_PIXELS } from './process/limits.ts';
import { openPdf } from './gate/open.ts';
import { withUndecodablePictures } from './gate/undecodable-pictures.ts';
import type { PageContent } from './glyphs/page-content.ts';

/** What a reading is doing: pages are drawn out one by one, then each stage goes through them, then pictures are made. */
export interface ReadProgress {
  readonly stage: 'pages' | 'recognition' | 'structure' | 'pictures' | Stage;
  /** Pages or pictures done, of how many. */
  readonly done: number;
  readonly total: number;
}

export interface ReadPdfOptions {
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  /** Whether pictures of the figures are rendered: that takes longer than all the rest. */
  readonly withPictures?: boolean | undefined;
  /** Where the data for the recognition of characters lies: pages that are pictures are then read from these. */
  readonly recognition?: string | undefined;
  /** For tests: called before each part of each stage. */
  readonly onEnter?: OnEnter | undefined;
}

/** What `tracePdf` gives: the reading, and the pictures where they were asked for. */
export interface PicturedReading extends Reading {
  readonly assets: readonly CroppedAsset[];
}

/**
 * Reads a report PDF.
 * @param bytes The whole file.
 * @throws IngestError Only where the file is unusable: `pdf/is-a-pdf`, `pdf/readable`, `pdf/not-encrypted`,
 *   `pdf/within-limits`, `pdf/has-text-layer`, `pdf/text-recoverable`. Everything else becomes a message.
 */
export async function readPdf(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<ReportDocument> {
  return (await tracePdf(bytes, options)).document;
}

/** As `readPdf`, with what the stages found: for `--trace`, tests and pictures of regions. */
export async function tracePdf(
  bytes: Uint8Array,
  { onProgress, withPictures = false, recognition, onEnter }: ReadPdfOptions = {},
): Promise<PicturedReading> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const opened = await openPdf(bytes, { maxImagePixels: READING_IMAGE_PIXELS, draws: false });
  const bulkheads = new Bulkheads((stage, page) => {
    onEnter?.(stage, page);
    // Signs of life from inside the structure: which stage, which page.
    if (stage !== 'glyphs' && page !== null) onProgress?.({ stage, done: page, total: pageCount });
  });
  let pageCount = 0;
  try {
    const { pdf, encrypted, forbidden, producer, created, tagged } = opened;
    pageCount = pdf.numPages;
    const pageOf = destinationReader(pdf);
    const facts = await readFileFacts(pdf, pageOf);
    const links = await bulkheads.runAsync(
      'glyphs',
      null,
      async () => await readLinks(pdf, pageOf),
      () => new Map(),
    );
    const pages: PageContent[] = [];
    for (let page = 1; page <= pdf.numPages; page++) {
      pages.push(
        await bulkheads.runAsync(
          'glyphs',
          page,
          async () => await extractPage(pdf, page, { links, tagged }),
          () => blankPage(page),
        ),
      );
      onProgress?.({ stage: 'pages', done: page, total: pdf.numPages });
    }
    const lookAgain = pages.filter((page) => page.unsure);
    if (lookAgain.length > 0) {
      const onPage = (page: number): void => onProgress?.({ stage: 'pages', done: page, total: pageCount });
      const seen = await lookAtPictures(bytes, lookAgain, { links, tagged, bulkheads, onPage });
      for (const page of seen) pages[page.page - 1] = page;
    }
    const wanted = recognition === undefined ? new Set<number>() : pagesToRecognise(pages);
    const read = await recognise(bytes, pages, wanted, { recognition, onProgress });
    const found = recognitionMessages(read);
    const messages = [...opened.messages, ...checkTextLayer(read), ...checkTextRecoverable(read), ...found];
    onProgress?.({ stage: 'structure', done: pdf.numPages, total: pdf.numPages });
    const file = { encrypted, forbidden, producer, ...(created ? { created } : {}) };
    const source = { kind: 'pdf' as const, sha256, pageCount: pdf.numPages, ...file };
    const reading = buildDocument({ pages: read, facts }, source, { messages, bulkheads });
    return withPictures ? await addPictures(bytes, reading, onProgress) : { ...reading, assets: [] };
  } finally {
    await opened.close();
  }
}

interface LookAgain {
  readonly links: LinksByPage;
  readonly tagged: boolean;
  readonly bulkheads: Bulkheads;
  /** Told the number of each page before it is looked at. */
  readonly onPage: (page: number) => void;
}

/**
 * Opens the file once more for pages on which text may lie under pictures, this time without leaving these out: only then
 * pdf.js tells whether they hide what is below. A page that fails stays as it was read.
 */
async function lookAtPictures(
  bytes: Uint8Array,
  pages: readonly PageContent[],
  { links, tagged, bulkheads, onPage }: LookAgain,
): Promise<readonly PageContent[]> {
  const opened = await openPdf(withUndecodablePictures(bytes), {
    maxImagePixels: COVER_IMAGE_PIXELS,
    draws: false,
  });
  try {
    const options = { links, tagged, decoded: true };
    const seen: PageContent[] = [];
    for (const page of pages) {
      onPage(page.page);
      const look = async (): Promise<PageContent> => await extractPage(opened.pdf, page.page, options);
      seen.push(await bulkheads.runAsync('glyphs', page.page, look, () => page));
    }
    return seen;
  } finally {
    await opened.close();
  }
}

/** Pages without text: whether they are pictures shows when they are looked at. All of them where the text layer is not readable. */
function pagesToRecognise(pages: readonly PageContent[]): ReadonlySet<number> {
  return new Set(
    pages.filter((page) => !isRecoverable(pages) || isWithoutText(page)).map(({ page }) => page),
  );
}

/** Opens the file once more, to draw the pages at full detail. */
async function recognise(
  bytes: Uint8Array,
  pages: readonly PageContent[],
  wanted: ReadonlySet<number>,
  { recognition, onProgress }: Pick<ReadPdfOptions, 'recognition' | 'onProgress'>,
): Promise<readonly PageContent[]> {
  if (recognition === undefined || wanted.size === 0) return pages;
  const { recognisePages } = await import('./recognition/recognise-pages.ts');
  const opened = await openPdf(bytes);
  try {
    return await recognisePages(opened.pdf, pages, wanted, {
      dataFolder: recognition,
      onProgress: (done, total) => onProgress?.({ stage: 'recognition', done, total }),
    });
  } finally {
    await opened.close();
  }
}

/** Opens the file once more, this time to decode what is drawn. */
async function addPictures(
  bytes: Uint8Array,
  reading: Reading,
  onProgress: ReadPdfOptions['onProgress'],
): Promise<PicturedReading> {
  const { cropFigures } = await import('./pictures/crops.ts');
  const opened = await openPdf(bytes);
  try {
    const pictured = await cropFigures(opened.pdf, reading.document, (done, total) => {
      onProgress?.({ stage: 'pictures', done, total });
    });
    return { ...reading, ...pictured };
  } finally {
    await opened.close();
  }
}
