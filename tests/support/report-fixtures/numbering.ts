/**
 * How headings are numbered:
 * `chinese` 一、（一）1.（1）; `chapters` 第一章 第一节 一、（一）; `decimal` 1 1.1 1.1.1; `plain` no numbers, size alone.
 */
export type Numbering = 'chinese' | 'chapters' | 'decimal' | 'plain';

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The number printed before a heading of `level`, with its punctuation; '' where the style has none. */
export function numberFor(style: Numbering, level: 1 | 2 | 3 | 4, path: readonly number[]): string {
  const last = path.at(-1) ?? 1;
  const numeral = NUMERALS[last] ?? String(last);
  switch (style) {
    case 'plain':
      return '';
    case 'decimal':
      return `${path.join('.')} `;
    case 'chinese':
      return [`${numeral}、`, `（${numeral}）`, `${last}.`, `（${last}）`][level - 1]!;
    case 'chapters':
      return [`第${numeral}章`, `第${numeral}节`, `${numeral}、`, `（${numeral}）`][level - 1]!;
  }
}
