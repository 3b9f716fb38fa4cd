/** What the service worker and the pages say to each other about the copy on this device. */
export type OfflineMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'failure'; readonly failure: OfflineFailure };

/** Why a copy could not be made. */
export type OfflineFailure = 'unsupported' | 'storage' | 'network' | 'missing';

/** Tells a waiting service worker to take over at once. */
export const TAKE_OVER = 'take-over';

/** The cache of Workbox that holds the copy: its own name for it, and the scope. */
export const offlineCacheName = (scope: string): string => `workbox-precache-v2-${scope}`;

const KIB = 1024;

/** `1.1 MB`, `340 kB`: as precise as a decision needs; in steps of 1024, as file managers of phones count. */
export function formatBytes(bytes: number): string {
  const inKib = Math.ceil(bytes / KIB);
  return inKib < KIB ? `${inKib} kB` : `${(bytes / KIB / KIB).toFixed(1)} MB`;
}

/** Why the copy was not made and what helps, in a sentence. @param size as `formatBytes` says it */
export function describeOfflineFailure(failure: OfflineFailure, size: string): string {
  switch (failure) {
    case 'unsupported':
      return '这个浏览器不能保存网页供离线阅读（微信内置浏览器、无痕窗口常常如此）。请换一个浏览器打开本页。';
    case 'storage':
      return `没有保存：本机剩余空间不足（需要 ${size}）。腾出空间后请再试。`;
    case 'network':
      return '没有保存：网络中断。联网后请再试。';
    case 'missing':
      return '没有保存：网站的一部分文件暂时取不到。请稍后再试。';
  }
}

/** The reports that a service worker keeps, from its address: `sw.js?reports=a,b`. */
export function reportsOfWorker(scriptUrl: string): readonly string[] {
  return (new URL(scriptUrl).searchParams.get('reports') ?? '').split(',').filter((id) => id !== '');
}

/** The address of the service worker that keeps these reports: the same set gives the same address. */
export function workerAddress(base: string, reports: readonly string[]): string {
  return `${base}sw.js?reports=${[...new Set(reports)].sort().map(encodeURIComponent).join(',')}`;
}
