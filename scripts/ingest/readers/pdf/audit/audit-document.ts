/** The accounts: what of the file's text became what. */
import type { ReportDocument } from '../../../model/document.ts';
import type { Message } from '../../../model/messages.ts';
import { keptText } from './document-text.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import { runText } from '../glyphs/page-content.ts';

/** Characters are code points that are not white space. */
export interface PdfAudit {
  /** In the file's text layer, copies for fake bold counted once. */
  readonly characters: number;
  /** In body, notes and captions. */
  readonly kept: number;
  readonly furniture: number;
  /** In the file, but nowhere in the document; and the reverse. */
  readonly lost: number;
  readonly invented: number;
  /** The characters concerned with their number, most frequent first. */
  readonly lostCharacters: readonly (readonly [character: string, count: number])[];
  readonly inventedCharacters: readonly (readonly [character: string, count: number])[];
}

/**
 * Counts the characters of the file against those of the document.
 * @param pages What was drawn out of the file.
 */
export function auditDocument(document: ReportDocument, pages: readonly PageContent[]): PdfAudit {
  const file = countCharacters(pages.flatMap((page) => page.runs.map(runText)));
  const kept = countCharacters([keptText(document)]);
  const furniture = countCharacters(document.furniture.map((item) => item.text));
  const placed = new Map(kept);
  for (const [character, count] of furniture) placed.set(character, (placed.get(character) ?? 0) + count);
  const lostCharacters = surplus(file, placed);
  const inventedCharacters = surplus(placed, file);
  return {
    characters: total(file),
    kept: total(kept),
    furniture: total(furniture),
    lost: lostCharacters.reduce((sum, [, count]) => sum + count, 0),
    invented: inventedCharacters.reduce((sum, [, count]) => sum + count, 0),
    lostCharacters,
    inventedCharacters,
  };
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

function countCharacters(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const character of text)
      if (character.trim() !== '') counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

function surplus(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): [string, number][] {
  return [...a]
    .flatMap(([character, count]): [string, number][] => {
      const more = count - (b.get(character) ?? 0);
      return more > 0 ? [[character, more]] : [];
    })
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
