/**
 * Everything that this site may keep in a reader's browser. `src/client/storage.ts` takes no other key, and the page
 * 本机保存的内容 lists these. A key that ends in `:` is kept once for each report and goes on with the report's id.
 */
export const KEPT = [
  { key: 'theme', name: '外观', meaning: '选定的浅色、米色或深色' },
  { key: 'reading', name: '阅读设置', meaning: '字号、行距、栏宽和字体' },
  { key: 'single-keys-off', name: '键盘操作', meaning: '单键操作已关闭' },
  { key: 'recent-searches', name: '最近的搜索', meaning: '最近搜索过的词' },
  { key: 'place:', name: '阅读进度', meaning: '上次读到的段落，读过哪些段落' },
] as const satisfies readonly KeptThing[];

/** One kind of thing that is kept. */
export interface KeptThing {
  /** As it stands in local storage. */
  readonly key: string;
  /** What readers call it. */
  readonly name: string;
  /** What of it is kept. */
  readonly meaning: string;
}

type Listed = (typeof KEPT)[number]['key'];

/** A key of local storage that the list above names. */
export type KeptKey = Listed extends infer Key ? (Key extends `${string}:` ? `${Key}${string}` : Key) : never;
