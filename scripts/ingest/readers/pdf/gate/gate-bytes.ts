/** The bytes of a file → nothing, or an error that says what they are: what can be told before a PDF is parsed. */
import { IngestError } from '../../../model/errors.ts';
import { MAX_FILE_BYTES } from '../process/limits.ts';

/** Viewers accept the header anywhere in the first 1,024 bytes (PDF 32000-1, implementation note 13). */
const HEADER_WINDOW_BYTES = 1024;

/** The end marker stands in the last 1,024 bytes (the same notes, number 18); some servers pad with zeros. */
const TRAILER_WINDOW_BYTES = 2048;

/** First bytes of what is most often saved under the name of a PDF by mistake. */
const OTHER_FORMATS: readonly { readonly pattern: RegExp; readonly name: string }[] = [
  { pattern: /^\uFEFF?\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/iu, name: 'an HTML page' },
  { pattern: /^\uFEFF?\s*<\?xml\b[^]*?<html\b/iu, name: 'an HTML page' },
  { pattern: /^PK\u0003\u0004/u, name: 'a ZIP archive or an Office document' },
  { pattern: /^\u00D0\u00CF\u0011\u00E0/u, name: 'an old Office document' },
  { pattern: /^\u00FF\u00D8\u00FF/u, name: 'a JPEG picture' },
  { pattern: /^\u0089PNG/u, name: 'a PNG picture' },
  { pattern: /^\s*[{[]\s*"/u, name: 'JSON' },
];

/** One character a byte, so that no byte can be lost in decoding. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/**
 * Checks what can be said about a file before it is parsed.
 *
 * @throws IngestError `pdf/is-a-pdf` when `%PDF-` is not in the first 1,024 bytes, `pdf/within-limits` when the
 * file is larger than any report.
 */
export function checkBytes(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new IngestError(
      'pdf/is-a-pdf',
      'The file is empty (0 bytes).',
      'Fetch the PDF again and try once more.',
    );
  }
  const start = latin1(bytes.subarray(0, HEADER_WINDOW_BYTES));
  if (!start.includes('%PDF-')) {
    const other = OTHER_FORMATS.find(({ pattern }) => pattern.test(start));
    const looks = other === undefined ? '' : ` It looks like ${other.name}.`;
    const html = other?.name === 'an HTML page';
    throw new IngestError(
      'pdf/is-a-pdf',
      `The file does not hold %PDF- in its first ${String(HEADER_WINDOW_BYTES)} bytes, so it is not a PDF.${looks}`,
      html
        ? 'The server probably sent an error or log-in page instead of the PDF: open the address in a browser and save the PDF itself.'
        : 'Check that the path names the PDF of the report.',
    );
  }
  if (bytes.length > MAX_FILE_BYTES) {
    throw new IngestError(
      'pdf/within-limits',
      `The file has ${String(bytes.length)} bytes; at most ${String(MAX_FILE_BYTES)} are read.`,
      'Save the PDF with smaller pictures (for example “reduced size”) and try again.',
    );
  }
}

/** Whether the end of the file is there: a download that broke off lacks `%%EOF`. */
export function hasEndMarker(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(Math.max(0, bytes.length - TRAILER_WINDOW_BYTES))).includes('%%EOF');
}
