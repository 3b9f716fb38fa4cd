import { x } from 'xastscript';
import { formatDate } from '../reading.ts';
import { splitTitle } from '../split-title.ts';
import { xmlFile } from './xml.ts';

interface CoverText {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly publisher: string;
  readonly released?: string | undefined;
}

/** The proportion that shelves of reading programs are made for: 5 to 8. */
const WIDTH = 1500;
const HEIGHT = 2400;
const MARGIN = 150;
/** Sizes of the title, in the units of the picture; a line of the smallest holds 20 characters. */
const TITLE_SIZES = [150, 120, 96] as const;
const SMALLEST = 60;
/** More lines than these make a title smaller. */
const MOST_LINES = 5;
const FONTS = "'Source Han Serif SC', 'Noto Serif CJK SC', 'Songti SC', SimSun, serif";

/** A cover in SVG, which every EPUB 3 program draws with fonts of its own; nothing of it is a picture of text. */
export function coverPicture({ title, subtitle, publisher, released }: CoverText): string {
  const { size, lines } = setTitle(title);
  const line = (y: number, height: number, text: string, weight = 400) =>
    x('text', { x: MARGIN, y, 'font-size': height, 'font-weight': weight, fill: '#1c2226' }, text);
  const below = 620 + lines.length * size * 1.4;
  const children = [
    x('rect', { width: WIDTH, height: HEIGHT, fill: '#fbfaf7' }),
    x('rect', { x: MARGIN, y: 400, width: 220, height: 14, fill: '#0a5c69' }),
    ...lines.map((text, at) => line(620 + at * size * 1.4, size, text, 700)),
    ...(subtitle === undefined
      ? []
      : breakText(subtitle, 20).map((text, at) => line(below + at * 90, 60, text))),
    line(HEIGHT - 260, 64, publisher),
    ...(released === undefined ? [] : [line(HEIGHT - 160, 52, formatDate(released))]),
  ];
  return xmlFile(
    x(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        width: WIDTH,
        height: HEIGHT,
        'font-family': FONTS,
      },
      children,
    ),
  );
}

/** The title in the largest size in which it takes few enough lines. */
function setTitle(title: string): { readonly size: number; readonly lines: readonly string[] } {
  const settingIn = (size: number) => ({
    size,
    lines: breakText(title, Math.floor((WIDTH - 2 * MARGIN) / size)),
  });
  return TITLE_SIZES.map(settingIn).find(({ lines }) => lines.length <= MOST_LINES) ?? settingIn(SMALLEST);
}

/** Letters and digits take about half the width of a Chinese character. */
const HALF_WIDTH = /[\p{Script=Latin}\d .,:;()-]/u;
/** Marks that begin no line. */
const NO_START = /^[，。、；：！？）》」』”’…—]/u;

/**
 * Text in lines of at most so many widths of a Chinese character, about equally long, with a year in brackets on a line of its own.
 * Words in Latin letters stay whole where they fit.
 */
function breakText(text: string, longest: number): readonly string[] {
  const { name, bracket } = splitTitle(text);
  const pieces = name.match(/[\p{Script=Latin}\d.,:;()-]+ ?|./gu) ?? [];
  const total = widthOf(name);
  const wanted = total / Math.ceil(total / longest);
  const lines: string[] = [''];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? '';
    const fits = widthOf(line) + widthOf(piece) <= Math.min(longest, Math.ceil(wanted));
    if (fits || line === '' || NO_START.test(piece)) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  return [...lines, ...(bracket === '' ? [] : [bracket])].filter((line) => line !== '');
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (HALF_WIDTH.test(character) ? 0.55 : 1), 0);
}
