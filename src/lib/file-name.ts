/** Signs that file systems keep for themselves, and what cannot be seen. */
const RESERVED = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu;
/** File systems take 255 bytes, three for a Chinese character; the extension needs some. */
const LONGEST = 60;

/** A name for a file that a reader keeps: `表 1 各区路灯能耗.csv`. */
export function fileName(title: string, extension: string): string {
  const name = title
    .replace(RESERVED, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(/[. ]+$/u, '');
  return `${name || '未命名'}.${extension}`;
}
