import type { Audit } from '../../../src/schema/audit.ts';
import { countCharacters, type SourceAccount } from '../model/account.ts';
import type { Furniture, ReportDocument } from '../model/document.ts';
import type { Message } from '../model/messages.ts';
import { yamlFile } from './mdx-file.ts';

/** `audit.yaml`: what became of every character of every source, and the messages. */
export function auditFile(
  sources: readonly { readonly document: ReportDocument; readonly account: SourceAccount }[],
  messages: readonly Message[],
): string {
  const audit: Audit = {
    version: 1,
    sources: sources.map(({ document, account }) => ({
      kind: document.source.kind,
      sha256: document.source.sha256,
      pageCount: document.source.pageCount,
      ...(document.source.encrypted === undefined ? {} : { encrypted: document.source.encrypted }),
      ...(document.source.forbidden === undefined ? {} : { forbidden: [...document.source.forbidden] }),
      characters: account.characters,
      kept: account.kept,
      furniture: account.furniture,
      lost: account.lost,
      furnitureByReason: countByReason(document.furniture),
      contentsEntries: document.contents.length,
      contentsMatched: account.contentsMatched,
      badCharacters: account.badCharacters,
    })),
    messages: messages.map(toAuditMessage),
  };
  return yamlFile(audit, 'Written by `npm run ingest`: what became of every character of the sources.');
}

function countByReason(furniture: readonly Furniture[]): Audit['sources'][number]['furnitureByReason'] {
  const groups = new Map<string, { kind: string; reason: string; characters: number; items: number }>();
  for (const { kind, reason = '', text } of furniture) {
    const group = groups.get(`${kind} ${reason}`) ?? { kind, reason, characters: 0, items: 0 };
    group.characters += countCharacters([text]);
    group.items += 1;
    groups.set(`${kind} ${reason}`, group);
  }
  return [...groups.values()].sort(
    (first, second) => second.characters - first.characters || compare(first, second),
  );
}

function compare(first: { kind: string; reason: string }, second: { kind: string; reason: string }): number {
  return `${first.kind} ${first.reason}` < `${second.kind} ${second.reason}` ? -1 : 1;
}

function toAuditMessage(message: Message): Audit['messages'][number] {
  const { ruleId, severity, reason, hint, origin } = message;
  return {
    ruleId,
    severity,
    reason,
    ...(hint === undefined ? {} : { hint }),
    ...(origin?.kind === 'pdf' ? { page: origin.page } : {}),
    ...(origin?.kind === 'article' ? { line: origin.line } : {}),
  };
}
