import {
  labelStyle,
  placeFoot,
  rule,
  smallStyle,
  stackBlocks,
  TITLE_STYLE,
  type CardFoot,
} from './card-frame.ts';
import type { Drawing, Mark } from './drawing.ts';
import { PALETTE } from './palette.ts';
import { fitText, placeText, setText, type MeasureText } from './text-block.ts';

/** What link previews ask for (Open Graph; 1.91 to 1). */
export const WIDE_CARD = { width: 1200, height: 630 } as const;

export interface WideCard {
  /** Above the title: 核心观点 5 / 7. */
  readonly label: string;
  readonly title: string;
  /** Below it, one line each, as far as there is room: the sections of a chapter. */
  readonly lines: readonly string[];
  /** In large, behind: the number of a viewpoint or chapter; '' for none. */
  readonly numeral: string;
  readonly foot: CardFoot;
}

const MARGIN = 80;
const INNER = WIDE_CARD.width - 2 * MARGIN;
const TITLE_TOP = 150;
/** Where the line above the source stands. */
const FOOT = 510;
/** A short title is set large; the last sizes are for titles of several sentences. */
const TITLE_SIZES = [92, 80, 72, 64, 56, 50, 44, 38, 32, 27];
const LINE_SIZE = 30;
const NUMERAL_SIZE = 520;

/** A card for link previews: what it is, its title, whose it is. */
export function drawWideCard(card: WideCard, measure: MeasureText): Drawing {
  const { label, title, lines, numeral, foot } = card;
  const room = { width: INNER, measure };
  const list = lines.map((line) => setText(line, smallStyle(LINE_SIZE), room));
  const listed = fitList(list.map(({ height }) => height));
  const listHeight = list.slice(0, listed).reduce((sum, { height }) => sum + height, 0);
  const height = FOOT - TITLE_TOP - 24 - (listed > 0 ? listHeight + 24 : 0);
  const heading = fitText(title, TITLE_STYLE, { ...room, sizes: TITLE_SIZES, height });
  const body = stackBlocks(
    [[0, heading], ...list.slice(0, listed).map((block, at) => [at === 0 ? 24 : 0, block] as const)],
    MARGIN,
    TITLE_TOP,
  );
  return {
    ...WIDE_CARD,
    paper: PALETTE.paper,
    marks: [
      ...numeralMarks(numeral, body.marks, measure),
      { kind: 'area', x: 0, y: 0, width: WIDE_CARD.width, height: 12, color: PALETTE.accent },
      ...placeText(setText(label, labelStyle(30), room), MARGIN, 76),
      ...body.marks,
      rule(MARGIN, FOOT, INNER),
      ...placeFoot(foot, { x: MARGIN, y: FOOT + 20, size: 30, room }),
    ],
  };
}

/** Most of the height goes to the title. */
const LIST_HEIGHT = 190;

/** How many lines, from the first, have room. */
function fitList(heights: readonly number[]): number {
  let sum = 0;
  const beyond = heights.findIndex((height) => (sum += height) > LIST_HEIGHT);
  return beyond < 0 ? heights.length : beyond;
}

/** Between the numeral and what stands left of it. */
const NUMERAL_GAP = 24;

/** The numeral leans on the right edge, above the line; only where no text would stand on it. */
function numeralMarks(text: string, around: readonly Mark[], measure: MeasureText): readonly Mark[] {
  const x = WIDE_CARD.width - MARGIN - measure(text, 900) * NUMERAL_SIZE;
  const reach = around.map((mark) =>
    mark.kind === 'text' ? mark.x + measure(mark.text, mark.weight) * mark.size : 0,
  );
  if (text === '' || Math.max(...reach) > x - NUMERAL_GAP) return [];
  return [{ kind: 'text', text, x, y: FOOT - 24, size: NUMERAL_SIZE, weight: 900, color: PALETTE.wash }];
}
