import type { PassageKind, Replacement, SearchAnswer } from './model.ts';

/** What a kind of passage is called in filters and results. */
export const KIND_NAMES: Readonly<Record<PassageKind, string>> = {
  viewpoint: '核心观点',
  heading: '标题',
  text: '正文',
  figure: '图',
  table: '表',
  note: '注',
};

const REASONS: Readonly<Record<Replacement['reason'], string>> = {
  alias: '同时搜索',
  pinyin: '按拼音搜索',
  sound: '按读音搜索',
  spelling: '按相近拼写搜索',
};

const quote = (text: string): string => `“${text.replaceAll(/[“”"]/gu, '').trim()}”`;

/** `同时搜索：LLM` and its like, one for each way in which words were replaced; '' where none was. */
export function sayReplacements(replacements: readonly Replacement[]): string {
  const byReason = new Map<Replacement['reason'], string[]>();
  for (const { reason, to } of replacements) {
    const names = byReason.get(reason) ?? [];
    if (!names.includes(to)) names.push(to);
    byReason.set(reason, names);
  }
  return [...byReason].map(([reason, names]) => `${REASONS[reason]}：${names.join('、')}`).join('；');
}

/** What `#search-status` says about an answer; `narrowed` where filters left results out. */
export function sayStatus(answer: SearchAnswer, text: string, narrowed: boolean): string {
  const replaced = sayReplacements(answer.replacements);
  const behind = replaced === '' ? '' : `。${replaced}`;
  switch (answer.mode) {
    case 'empty':
      return text.trim() === '' ? '' : '请输入要查找的文字；只有标点或排除词时无法搜索。';
    case 'none':
      return `没有找到${quote(text)}${behind}`;
    case 'near':
      return answer.total === 0
        ? `没有完全匹配${quote(text)}，当前筛选下也没有相近结果`
        : `没有完全匹配，以下为相近结果：${answer.total} 条${behind}`;
    case 'exact': {
      if (answer.total === 0) return `当前筛选下没有${quote(text)}`;
      if (answer.exactTotal === 0) return `没有完全匹配${quote(text)}，另有 ${answer.total} 条${behind}`;
      return `${narrowed ? '当前筛选下' : '共'}找到 ${answer.total} 条结果${behind}`;
    }
  }
}

/** Says which words were left out of a search that found nothing in full; '' where none was. */
export function sayDropped(dropped: readonly string[]): string {
  return dropped.length === 0 ? '' : `报告中没有${dropped.map(quote).join('、')}，已按其余文字查找。`;
}
