/** Bytes → an open PDF whose every page can be opened, or an error that says why not. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, PermissionFlag, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { IngestError } from '../../../model/errors.ts';
import type { Message } from '../../../model/messages.ts';
import { documentThatTakesFonts } from './fonts-undrawn.ts';
import { checkBytes, hasEndMarker } from './gate-bytes.ts';
import { MAX_IMAGE_PIXELS, MAX_PAGES } from '../process/limits.ts';

/** A PDF that passed the first gate. Call `close` when done. */
export interface OpenedPdf {
  readonly pdf: PDFDocumentProxy;
  readonly encrypted: boolean;
  /** What the owner forbids, in words of the PDF standard; empty where nothing is. */
  readonly forbidden: readonly string[];
  /** The program that wrote the file, '' where it does not say. */
  readonly producer: string;
  /** Day on which the file says it was made, ISO 8601; '' where it does not say. */
  readonly created: string;
  /** Whether the file says that its content is marked with its structure. */
  readonly tagged: boolean;
  readonly messages: readonly Message[];
  readonly close: () => Promise<void>;
}

/** User access permissions, PDF 32000-1 table 22. */
const PERMISSIONS: readonly (readonly [flag: number, words: string])[] = [
  [PermissionFlag.PRINT, 'print'],
  [PermissionFlag.MODIFY_CONTENTS, 'modify contents'],
  [PermissionFlag.COPY, 'copy text and graphics'],
  [PermissionFlag.MODIFY_ANNOTATIONS, 'modify annotations'],
  [PermissionFlag.FILL_INTERACTIVE_FORMS, 'fill in forms'],
  [PermissionFlag.COPY_FOR_ACCESSIBILITY, 'extract for accessibility'],
  [PermissionFlag.ASSEMBLE, 'assemble'],
  [PermissionFlag.PRINT_HIGH_QUALITY, 'print in high quality'],
];

const FETCH_AGAIN = 'Fetch the file again, or open it in a viewer and save it anew, and try once more.';

/** Folders of pdf.js: without them text in fonts that are not embedded comes out empty. They end in a slash. */
function dataFolders(): { cMapUrl: string; standardFontDataUrl: string; wasmUrl: string; iccUrl: string } {
  const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string): string => `${path.join(root, name)}/`;
  return {
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  };
}

function unreadable(bytes: Uint8Array, what: string, cause: unknown): IngestError {
  return hasEndMarker(bytes)
    ? new IngestError('pdf/readable', `The PDF is damaged: ${what}.`, FETCH_AGAIN, { cause })
    : new IngestError(
        'pdf/readable',
        `The PDF is incomplete: ${what}, and the file ends without its end marker (%%EOF) after ${String(bytes.length)} bytes.`,
        'The download probably broke off. Fetch the file again.',
        { cause },
      );
}

function asIngestError(bytes: Uint8Array, error: unknown): IngestError {
  if (error instanceof Error && error.name === 'PasswordException') {
    return new IngestError(
      'pdf/not-encrypted',
      'The PDF is encrypted and needs a password to be opened.',
      'Save a copy without a password (with the permission of its owner) and read that.',
      { cause: error },
    );
  }
  return unreadable(bytes, 'no page can be found in it', error);
}

/** Opens every page once, so that a hole in the page tree is found before any work is done. */
async function checkPages(pdf: PDFDocumentProxy, bytes: Uint8Array): Promise<void> {
  if (pdf.numPages > MAX_PAGES) {
    throw new IngestError(
      'pdf/within-limits',
      `The PDF has ${String(pdf.numPages)} pages; a report of at most ${String(MAX_PAGES)} pages is read.`,
      'Split the file into its reports and read each by itself.',
    );
  }
  for (let page = 1; page <= pdf.numPages; page++) {
    try {
      await pdf.getPage(page);
    } catch (cause) {
      throw unreadable(bytes, `page ${String(page)} of ${String(pdf.numPages)} cannot be opened`, cause);
    }
  }
}

interface FileInformation {
  readonly Producer?: unknown;
  readonly CreationDate?: unknown;
  readonly EncryptFilterName?: unknown;
}

async function describe(
  pdf: PDFDocumentProxy,
): Promise<Pick<OpenedPdf, 'encrypted' | 'forbidden' | 'producer' | 'created' | 'tagged'>> {
  const information: FileInformation = (await pdf.getMetadata()).info;
  const allowed = await pdf.getPermissions();
  return {
    encrypted: information.EncryptFilterName != null,
    forbidden:
      allowed === null ? [] : PERMISSIONS.filter(([flag]) => !allowed.has(flag)).map(([, words]) => words),
    producer: typeof information.Producer === 'string' ? information.Producer : '',
    created: readDay(information.CreationDate),
    tagged: (await pdf.getMarkInfo().catch(() => null))?.['Marked'] === true,
  };
}

/** `D:20230105093000+08'00'` → `2023-01-05`. @see ISO 32000-2, 7.9.4 */
function readDay(date: unknown): string {
  const match = typeof date === 'string' ? /^D:(\d{4})(\d{2})(\d{2})/u.exec(date) : null;
  return match ? match.slice(1, 4).join('-') : '';
}

const WITHOUT_END: Message = {
  ruleId: 'pdf/readable',
  severity: 'warning',
  reason:
    'The file ends without its end marker (%%EOF); its list of objects was rebuilt and every page could be opened.',
  hint: 'Compare the number of pages with the original, or fetch the file again.',
};

/** How a file is opened. */
export interface OpenOptions {
  /** Larger pictures are left out, undecoded. */
  readonly maxImagePixels?: number;
  /** Whether pages are going to be drawn; otherwise no outlines of glyphs are made, which takes a tenth of the time. */
  readonly draws?: boolean;
}

/**
 * The first gate: bytes → an open PDF whose every page can be opened. Never asks for a password, decodes
 * no picture over the pixel limit, and sizes nothing by what the file claims.
 *
 * @throws IngestError `pdf/is-a-pdf`, `pdf/readable`, `pdf/not-encrypted` or `pdf/within-limits`.
 */
export async function openPdf(
  bytes: Uint8Array,
  { maxImagePixels = MAX_IMAGE_PIXELS, draws = true }: OpenOptions = {},
): Promise<OpenedPdf> {
  checkBytes(bytes);
  const task = getDocument({
    // pdf.js transfers the buffer away, so it gets a copy.
    data: bytes.slice(),
    ...dataFolders(),
    cMapPacked: true,
    fontExtraProperties: true,
    disableFontFace: draws,
    ...(!draws && { ownerDocument: documentThatTakesFonts() }),
    useSystemFonts: false,
    maxImageSize: maxImagePixels,
    verbosity: 0,
  });
  const close = async (): Promise<void> => task.destroy();
  try {
    const pdf = await task.promise.catch((error: unknown) => {
      throw asIngestError(bytes, error);
    });
    await checkPages(pdf, bytes);
    const messages = hasEndMarker(bytes) ? [] : [WITHOUT_END];
    return { pdf, ...(await describe(pdf)), messages, close };
  } catch (error) {
    await close();
    throw error;
  }
}
