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

/** The problems that concern a reader, one entry for each rule, in the order of their first appearance. */
export function summarise(messages: Audit['messages']): readonly AuditNote[] {
  const problems = messages.filter(({ severity }) => severity !== 'info');
  const groups = Map.groupBy(problems, (message) => message.ruleId);
  return [...groups].flatMap(([ruleId, group]) => {
    const words = RULE_NAMES[ruleId];
    if (!words) return [];
    const places = [...new Set(group.map(placeOf).filter((place) => place !== undefined))];
    return [{ words, places, count: group.length }];
  });
}

/** What kinds of furniture are, in a reader's words. */
const FURNITURE_NAMES: Readonly<Record<string, string>> = {
  header: '页眉',
  footer: '页脚',
  pageNumber: '页码',
  contents: '目录（见本站的目录）',
  cover: '封面、标题与发布信息（见报告首页）',
  watermark: '水印',
  advert: '推广与关注提示',
  figureText: '图片里的文字（用作图片的文字说明）',
  interface: '网页按钮等界面文字',
  other: '其他',
};

type FurnitureCount = Audit['sources'][number]['furnitureByReason'][number];

/** One row for each kind of furniture, the largest first. */
export function groupFurniture(counts: readonly FurnitureCount[]) {
  return [...Map.groupBy(counts, ({ kind }) => FURNITURE_NAMES[kind] ?? kind)]
    .map(([name, group]) => ({
      name,
      items: group.reduce((sum, { items }) => sum + items, 0),
      characters: group.reduce((sum, { characters }) => sum + characters, 0),
    }))
    .sort((a, b) => b.characters - a.characters || a.name.localeCompare(b.name));
}
