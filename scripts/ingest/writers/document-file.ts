import type { ReportDocument } from '../model/document.ts';

/** `document.json`: the document as its reader gave it, for measuring and for other tools. */
export function documentFile(document: ReportDocument): string {
  return `${JSON.stringify(document, null, 1)}\n`;
}
