/** PDF files written by hand, object by object: small ones for the reader's gate to judge. */

/** The body of object `number`: what stands between `obj` and `endobj`. */
export type PdfObjects = ReadonlyMap<number, string | Uint8Array>;

/** A stream object. `entries` go into its dictionary. */
export function stream(content: string, entries = ''): string {
  return `<< /Length ${String(Buffer.byteLength(content, 'latin1'))} ${entries} >>\nstream\n${content}\nendstream`;
}

/** A whole file: header, objects, cross-reference table, trailer. Object 1 is the catalogue. */
export function pdfFile(objects: PdfObjects): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')];
  const offsets = new Map<number, number>();
  let offset = parts[0]!.length;
  for (const [number, body] of objects) {
    const content = typeof body === 'string' ? Buffer.from(body, 'latin1') : Buffer.from(body);
    const part = Buffer.concat([
      Buffer.from(`${String(number)} 0 obj\n`),
      content,
      Buffer.from('\nendobj\n'),
    ]);
    offsets.set(number, offset);
    offset += part.length;
    parts.push(part);
  }
  const size = Math.max(...objects.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const at = offsets.get(number);
    return at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `trailer\n<< /Size ${String(size)} /Root 1 0 R >>\nstartxref\n${String(offset)}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 ${String(size)}\n${rows.join('')}${trailer}`, 'latin1'));
  return new Uint8Array(Buffer.concat(parts));
}

export interface PageSpec {
  /** Content stream: drawing operators. */
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
}

/** Font entries of the pages: Helvetica as /F1. */
const LATIN_FONT = '/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** A file of pages with the given contents. `fonts` are entries of the font dictionary, `objects` come along. */
export function pagesFile(
  pages: readonly PageSpec[],
  fonts = LATIN_FONT,
  objects: PdfObjects = new Map(),
  resources = '',
): Uint8Array {
  const first = Math.max(2, ...objects.keys()) + 1;
  const all = new Map<number, string | Uint8Array>(objects);
  const kids = pages.map((_, index) => `${String(first + 2 * index)} 0 R`).join(' ');
  all.set(1, '<< /Type /Catalog /Pages 2 0 R >>');
  all.set(2, `<< /Type /Pages /Count ${String(pages.length)} /Kids [${kids}] >>`);
  for (const [index, { content, width = 595, height = 842 }] of pages.entries()) {
    const number = first + 2 * index;
    const box = `[0 0 ${String(width)} ${String(height)}]`;
    all.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents ${String(number + 1)} 0 R ` +
        `/Resources << /Font << ${fonts} >> ${resources} >> >>`,
    );
    all.set(number + 1, stream(content));
  }
  return pdfFile(new Map([...all].sort((a, b) => a[0] - b[0])));
}

/** Operators that write lines of text from the top of a page downwards. */
export function textLines(lines: readonly string[], top = 760, size = 12): string {
  return lines
    .map(
      (line, index) => `BT /F1 ${String(size)} Tf 72 ${String(top - index * 1.6 * size)} Td (${line}) Tj ET`,
    )
    .join('\n');
}
