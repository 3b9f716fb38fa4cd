/** The accounts: what of the file's text became what. */
import { type CharacterComparison, compareCharacters } from '../../../model/account.ts';
import type { ReportDocument } from '../../../model/document.ts';
import type { Message } from '../../../model/messages.ts';
import { keptText } from './document-text.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import { allRuns, runText } from '../glyphs/page-content.ts';

/** The account of a PDF, copies for fake bold counted once. */
export type PdfAudit = CharacterComparison;

/**
 * Counts the characters of the file against those of the document.
 * @param pages What was drawn out of the file.
 */
export function auditDocument(document: ReportDocument, pages: readonly PageContent[]): PdfAudit {
  return compareCharacters(
    pages.flatMap(allRuns).map(runText),
    [keptText(document)],
    document.furniture.map((item) => item.text),
  );
}

/** The accounts as a message: information where they come out even, a warning where not. */
export function accountMessage(audit: PdfAudit): Message {
  const { characters, kept, furniture, lost, invented } = audit;
  const counts = `Of ${String(characters)} characters ${String(kept)} are kept and ${String(furniture)} are furniture`;
  if (lost === 0 && invented === 0)
    return { ruleId: 'pdf/accounted', severity: 'info', reason: `${counts}; none is lost.` };
  const show = (list: PdfAudit['lostCharacters']): string =>
    list
      .slice(0, 20)
      .map(([character, count]) => `${character}×${String(count)}`)
      .join(' ');
  const parts = [
    ...(lost > 0 ? [`${String(lost)} are nowhere in the document (${show(audit.lostCharacters)})`] : []),
    ...(invented > 0
      ? [`${String(invented)} are in the document but not in the file (${show(audit.inventedCharacters)})`]
      : []),
  ];
  return {
    ruleId: 'pdf/accounted',
    severity: 'warning',
    reason: `${counts}; ${parts.join('; ')}.`,
    hint: 'Compare the chapters with the original; a correction goes into overrides.yaml.',
  };
}
