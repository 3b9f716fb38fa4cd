/** A Han character → whether Chinese is written with it: two national character sets, from the platform's decoders. */

/** Rows 16–87 of GB 2312 (6,763 characters), and level 1 of Big5 (5,401 characters): lead and trail bytes. */
const SETS = [
  { encoding: 'gbk', lead: [0xb0, 0xf7], trail: [[0xa1, 0xfe]] },
  {
    encoding: 'big5',
    lead: [0xa4, 0xc6],
    trail: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  },
] as const;

let common: ReadonlySet<string> | undefined;

function decodeSets(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { encoding, lead, trail } of SETS) {
    const bytes: number[] = [];
    for (let first = lead[0]; first <= lead[1]; first++) {
      for (const [from, to] of trail) {
        for (let second: number = from; second <= to; second++) bytes.push(first, second);
      }
    }
    // All at once: a call for each character would take longer than all else that is asked of a page.
    for (const character of new TextDecoder(encoding).decode(Uint8Array.from(bytes))) found.add(character);
  }
  found.delete('\uFFFD');
  return found;
}

/** Whether a Han character is in GB 2312 or in level 1 of Big5, which write all but rare names. */
export function isCommonHan(character: string): boolean {
  common ??= decodeSets();
  return common.has(character);
}
