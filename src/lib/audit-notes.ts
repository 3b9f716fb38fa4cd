import type { Audit } from '../schema/audit.ts';
import { RULE_NAMES } from './rule-names.ts';

export interface AuditNote {
  readonly words: string;
  /** `PDF 第 12 页`, `文章第 40 行`; each once, in order. */
  readonly places: readonly string[];
  readonly count: number;
}

function placeOf(message: Audit['messages'][number]): string | undefined {
  if (message.page !== undefined) return `PDF 第 ${message.page} 页`;
  return message.line === undefined ? undefined : `文章第 ${message.line} 行`;
}

/** The messages that concern a reader, one entry for each rule, in the order of their first appearance. */
export function summarise(messages: Audit['messages']): readonly AuditNote[] {
  const groups = Map.groupBy(messages, (message) => message.ruleId);
  return [...groups].flatMap(([ruleId, group]) => {
    const words = RULE_NAMES[ruleId];
    if (!words) return [];
    const places = [...new Set(group.map(placeOf).filter((place) => place !== undefined))];
    return [{ words, places, count: group.length }];
  });
}
