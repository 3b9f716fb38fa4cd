import type { Mark } from './drawing.ts';
import { PALETTE } from './palette.ts';
import { placeText, setText, type Room, type TextBlock, type TextStyle } from './text-block.ts';

/** What stands at the foot of a card. */
export interface CardFoot {
  /** In dark: the title of the report. */
  readonly main: string;
  /** Below, in grey, a line each: publisher and date, how to name the source. */
  readonly lines: readonly string[];
}

const LABEL = {
  weight: 600,
  color: PALETTE.accent,
  leading: 1.4,
  manner: 'balanced',
  tracking: 0.06,
} as const;
const SMALL = { weight: 500, color: PALETTE.muted, leading: 1.5, manner: 'balanced' } as const;

export const TITLE_STYLE = { weight: 700, color: PALETTE.ink, leading: 1.32, manner: 'balanced' } as const;

export const labelStyle = (size: number): TextStyle => ({ ...LABEL, size });
export const smallStyle = (size: number): TextStyle => ({ ...SMALL, size });

/** A hairline. */
export const rule = (x: number, y: number, width: number, color: string = PALETTE.line): Mark => ({
  kind: 'area',
  x,
  y,
  width,
  height: 2,
  color,
});

/** Blocks below one another, each after a distance in pixels. */
export function stackBlocks(
  blocks: readonly (readonly [before: number, block: TextBlock])[],
  x: number,
  y: number,
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  let bottom = y;
  const marks = blocks.flatMap(([before, block]) => {
    const top = bottom + before;
    bottom = top + block.height;
    return placeText(block, x, top);
  });
  return { marks, bottom };
}

/** Marks of the foot, from `y` down. */
export function placeFoot(
  { main, lines }: CardFoot,
  {
    x,
    y,
    size,
    room,
  }: { readonly x: number; readonly y: number; readonly size: number; readonly room: Room },
): readonly Mark[] {
  const strong = setText(main, { ...SMALL, size, weight: 600, color: PALETTE.ink }, room);
  const rest = lines.map(
    (line) => [size / 6, setText(line, smallStyle(Math.round(size * 0.82)), room)] as const,
  );
  return stackBlocks([[0, strong], ...rest], x, y).marks;
}
