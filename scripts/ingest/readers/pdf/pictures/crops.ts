/** Pictures of figures, and of tables whose structure is uncertain, cut out of the pages of an open PDF. */
import { createCanvas } from '@napi-rs/canvas';
import { AnnotationMode, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import type { Asset, Block, Box, PdfOrigin, ReportDocument } from '../../../model/document.ts';
import { itemAt } from '../../../model/item-at.ts';
import type { Message } from '../../../model/messages.ts';
import { mapBlocks, visitBlocks } from '../../../model/walk.ts';
import { initialState, type GraphicsState } from '../glyphs/graphics-state.ts';
import type { OperatorList } from '../glyphs/interpreter-state.ts';
import { paintedPlaces, PaintFilter, repeatedPlaces } from './paint-filter.ts';

/** A picture as a file; `path` is the one that the document's figure or table names. */
export interface CroppedAsset {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface CroppedDocument {
  readonly document: ReportDocument;
  readonly assets: readonly CroppedAsset[];
}

/** CSS pixels in a point: pictures are shown as large as they are printed. */
const PIXELS_PER_POINT = 96 / 72;

/** Device pixels in a CSS pixel: sharp on screens of double density. */
const DENSITY = 2;

/** Device pixels of one picture: a whole A3 page at double density has 11 million. */
const MAX_CROP_PIXELS = 12_000_000;

/** Pages that are looked at to learn what stands on most of them: watermarks. */
const SAMPLED_PAGES = 8;

/** Photographs keep their look at this quality; drawings are stored without loss when that is not larger. */
const PHOTO_QUALITY = 82;

/** Origins of the pictures that are wanted: every figure's, and those of tables that ask for one by a null asset. */
function wantedOrigins(block: Block): readonly PdfOrigin[] {
  if (block.type !== 'figure' && !(block.type === 'table' && block.asset === null)) return [];
  return block.origins.filter((origin) => origin.kind === 'pdf');
}

/** The figures and tables that want a picture, those inside of boxes and lists too. */
function blocksWanted(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  visitBlocks(blocks, (block) => {
    if (wantedOrigins(block).length > 0) found.push(block);
  });
  return found;
}

function stateOf(page: PDFPageProxy): GraphicsState {
  const viewport = page.getViewport({ scale: 1 });
  const [a, b, c, d, e, f] = viewport.transform as [number, number, number, number, number, number];
  return initialState([a, b, c, d, e, f], viewport.width, viewport.height);
}

/** Keys of what stands at the same place on most of some pages spread over the file. */
async function learnRepeated(pdf: PDFDocumentProxy): Promise<ReadonlySet<string>> {
  const step = Math.max(1, Math.floor(pdf.numPages / SAMPLED_PAGES));
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1).filter(
    (page) => page % step === 0,
  );
  const pages = [];
  for (const number of numbers.slice(0, SAMPLED_PAGES)) {
    const page = await pdf.getPage(number);
    const operators = (await page.getOperatorList({
      annotationMode: AnnotationMode.DISABLE,
    })) as OperatorList;
    pages.push(paintedPlaces(operators, stateOf(page)));
    page.cleanup();
  }
  return repeatedPlaces(pages);
}

interface Pixels {
  readonly rgba: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** What a page shows within a box, without what is repeated. @param usual Pixels in a point, where that is not too many in all. */
export async function renderBox(
  page: PDFPageProxy,
  box: Box,
  repeated: ReadonlySet<string>,
  usual = PIXELS_PER_POINT * DENSITY,
): Promise<Pixels> {
  const scale = Math.min(usual, Math.sqrt(MAX_CROP_PIXELS / (box.width * box.height)));
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const filter = new PaintFilter(box, repeated, stateOf(page));
  await page.render({
    canvas: null,
    // The typings name the browser's class; pdf.js takes any context with its methods.
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport: page.getViewport({ scale, offsetX: -box.x * scale, offsetY: -box.y * scale }),
    annotationMode: AnnotationMode.DISABLE,
    background: '#ffffff',
    operationsFilter: (index: number, operators: unknown) => filter.keeps(index, operators as OperatorList),
  } as Parameters<PDFPageProxy['render']>[0]).promise;
  return { rgba: context.getImageData(0, 0, width, height).data, width, height };
}

/** The smaller of a picture without loss and one with little: drawings are smaller in the first, photographs in the second. */
export async function encode(pictures: readonly Pixels[]): Promise<Uint8Array> {
  const width = Math.max(...pictures.map((each) => each.width));
  const height = pictures.reduce((sum, each) => sum + each.height, 0);
  const white = { create: { width, height, channels: 3, background: '#ffffff' } } as const;
  let top = 0;
  const layers = pictures.map((each) => {
    const raw = { width: each.width, height: each.height, channels: 4 } as const;
    const layer = { input: Buffer.from(each.rgba), raw, left: 0, top };
    top += each.height;
    return layer;
  });
  const whole = sharp(white).composite(layers);
  const [drawing, photo] = await Promise.all([
    whole.clone().webp({ lossless: true, effort: 4 }).toBuffer(),
    whole.clone().webp({ quality: PHOTO_QUALITY, effort: 4 }).toBuffer(),
  ]);
  return new Uint8Array(drawing.length <= 2 * photo.length ? drawing : photo);
}

function withoutPicture(origin: PdfOrigin, error: unknown): Message {
  return {
    ruleId: 'pdf/readable',
    severity: 'warning',
    reason: `The picture on page ${String(origin.page)} could not be drawn (${error instanceof Error ? error.message : String(error)}); the figure has none.`,
    hint: 'Compare the page with the original.',
    origin,
  };
}

/**
 * Renders the pictures of a document's figures (2×, WebP, without watermarks and without text around them) and names
 * them in the document. The same file gives the same bytes.
 *
 * @param onProgress Called before each picture with its number and how many there are.
 */
export async function cropFigures(
  pdf: PDFDocumentProxy,
  document: ReportDocument,
  onProgress?: (done: number, total: number) => void,
): Promise<CroppedDocument> {
  const wanted = blocksWanted(document.body);
  if (wanted.length === 0) return { document, assets: [] };
  const repeated = await learnRepeated(pdf);
  const assets: CroppedAsset[] = [];
  /** For each of `wanted`, in its order. */
  const named: (Asset | null)[] = [];
  const messages: Message[] = [];
  for (const [index, block] of wanted.entries()) {
    onProgress?.(index, wanted.length);
    const origins = wantedOrigins(block);
    try {
      const pictures: Pixels[] = [];
      for (const { page: number, box } of origins) {
        const page = await pdf.getPage(number);
        pictures.push(await renderBox(page, box, repeated));
        page.cleanup();
      }
      const path = `figures/crop-${String(index + 1)}.webp`;
      assets.push({ path, bytes: await encode(pictures) });
      const width = Math.max(...pictures.map((each) => each.width));
      const height = pictures.reduce((sum, each) => sum + each.height, 0);
      named.push({ path, width: Math.round(width / DENSITY), height: Math.round(height / DENSITY) });
    } catch (error) {
      named.push(null);
      messages.push(withoutPicture(itemAt(origins, 0), error));
    }
  }
  let next = 0;
  const body = mapBlocks(document.body, {
    block: (block) => {
      if (wantedOrigins(block).length === 0) return block;
      const asset = named[next++] ?? null;
      return asset !== null && (block.type === 'figure' || block.type === 'table')
        ? { ...block, asset }
        : block;
    },
  });
  return { document: { ...document, body, messages: [...document.messages, ...messages] }, assets };
}
