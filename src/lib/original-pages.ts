import type { Report } from '../schema/report.ts';
import { pdfPageAddress } from './address.ts';

/** Where a chapter begins in the original. */
export interface OriginalStart {
  /** Printed page. */
  readonly label: string;
  /** Of the official PDF, opened at that page. */
  readonly address: string;
}

/** Where a chapter begins, as `report.yaml` records it; undefined where that, or the PDF's address, is not known. */
export function originalStart(pdf: Report['pdf'], chapter: string): OriginalStart | undefined {
  const printed = pdf?.pages?.chapters[chapter];
  if (pdf?.url === undefined || pdf.pages === undefined || printed === undefined) return undefined;
  return { label: String(printed), address: pdfPageAddress(pdf.url, printed + pdf.pages.offset) };
}
