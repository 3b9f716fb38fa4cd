/** A whole page as a picture, for a person who compares it with what was read. Runs in a child process. */
import { openPdf } from '../gate/open.ts';
import { encode, renderBox } from './crops.ts';

/** Which page of which file. */
export interface PagePictureCall {
  readonly bytes: Uint8Array;
  /** Physical page, from 1. */
  readonly page: number;
}

export interface PagePicture {
  /** WebP. */
  readonly bytes: Uint8Array;
  /** Of the page as it is displayed, in points: what the boxes of a document are measured by. */
  readonly width: number;
  readonly height: number;
}

/** Draws a page with everything that stands on it. @throws IngestError where the file cannot be opened */
export async function drawPageHere({ bytes, page: number }: PagePictureCall): Promise<PagePicture> {
  const opened = await openPdf(bytes);
  try {
    const page = await opened.pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const pixels = await renderBox(page, { x: 0, y: 0, width, height }, new Set());
    return { bytes: await encode([pixels]), width, height };
  } finally {
    await opened.close();
  }
}
