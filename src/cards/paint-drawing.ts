import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { Drawing, TextMark } from '../lib/card/drawing.ts';
import { chooseFont, piecesOf } from './card-font.ts';

/** Shades of the few colours of a card: more are hardly seen, and the file is a fifth as large as with all. */
const COLOURS = 16;

/** Paints a drawing as a PNG. */
export async function paintDrawing({ width, height, paper, marks }: Drawing): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  for (const mark of marks) {
    context.fillStyle = mark.color;
    if (mark.kind === 'area') context.fillRect(mark.x, mark.y, mark.width, mark.height);
    else paintText(context, mark);
  }
  const raw = { width, height, channels: 4 } as const;
  return sharp(canvas.data(), { raw })
    .png({ palette: true, colours: COLOURS, effort: 4, dither: 0 })
    .toBuffer();
}

function paintText(context: SKRSContext2D, { text, x, y, size, weight }: TextMark): void {
  let left = x;
  for (const piece of piecesOf(text)) {
    chooseFont(context, { family: piece.family, size, weight });
    context.fillText(piece.text, left, y);
    left += context.measureText(piece.text).width;
  }
}
