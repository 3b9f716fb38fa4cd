/** Why a search could not be made. `missing`: index not there or not readable; `stale`: the site was published anew. */
export type FailureKind = 'network' | 'missing' | 'stale' | 'unsupported';

/** Thrown instead of an empty list. */
export class SearchFailure extends Error {
  override readonly name = 'SearchFailure';
  readonly kind: FailureKind;

  constructor(kind: FailureKind, cause?: unknown) {
    super(`Search failed: ${kind}`, { cause });
    this.kind = kind;
  }
}

const KINDS: readonly FailureKind[] = ['network', 'missing', 'stale', 'unsupported'];

/** The kind of any error that a search can end with. */
export function failureKind(error: unknown): FailureKind {
  if (error instanceof SearchFailure) return error.kind;
  if (error instanceof Error && error.name === 'IndexMismatchError') return 'stale';
  return 'missing';
}

/** Reads back what a worker sent. */
export function failureFrom(sent: string): SearchFailure {
  return new SearchFailure(KINDS.find((kind) => kind === sent) ?? 'missing');
}

/** What a reader is told. */
export const FAILURE_WORDS: Readonly<Record<FailureKind, string>> = {
  network: '没能取到搜索索引：网络似乎断开了。',
  missing: '没能读取搜索索引：文件缺失或已损坏。',
  stale: '网站内容刚刚更新，请刷新页面后再搜索。',
  unsupported: '这个浏览器版本较旧，无法读取搜索索引。',
};
