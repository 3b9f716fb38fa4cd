import { encode } from 'uqr';
import type { AreaMark } from './drawing.ts';
import { PALETTE } from './palette.ts';

/** Modules that must be empty around a code (ISO/IEC 18004): the paper of the card, which is as good as white, is. */
export const QUIET_ZONE = 4;

/**
 * A QR code whose top right corner is at `right`, `top`, on empty paper. Modules are whole pixels.
 * @param room in pixels: the code is as large as fits into a square of that side
 */
export function qrMarks(
  address: string,
  { right, top, room }: { right: number; top: number; room: number },
): AreaMark[] {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const module = Math.max(1, Math.floor(room / size));
  const left = right - size * module;
  const marks: AreaMark[] = [];
  for (const [row, modules] of data.entries()) {
    for (let from = 0; from < size; from++) {
      let to = from;
      while (modules[to]) to++;
      if (to === from) continue;
      const [x, y] = [left + from * module, top + row * module];
      marks.push({ kind: 'area', x, y, width: (to - from) * module, height: module, color: PALETTE.ink });
      from = to;
    }
  }
  return marks;
}
