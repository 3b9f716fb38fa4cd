import { labelStyle, placeFoot, rule, TITLE_STYLE, type CardFoot } from './card-frame.ts';
import type { Drawing, Mark } from './drawing.ts';
import { PALETTE } from './palette.ts';
import { qrMarks } from './qr-marks.ts';
import { fitText, placeText, setText, type MeasureText, type TextBlock } from './text-block.ts';
import type { Run } from '../typeset/unit.ts';

/** Of a card for chats, in pixels; its height is what its words need. */
export const TALL_CARD_WIDTH = 1080;

export interface TallCard {
  readonly label: string;
  readonly title: string;
  /** What follows the title, paragraph by paragraph. */
  readonly paragraphs: readonly (readonly Run[])[];
  /** Numbered lines in place of paragraphs: the viewpoints of a report. */
  readonly items: readonly { readonly marker: string; readonly text: string }[];
  readonly foot: CardFoot;
  /** Where it can be read; absent where the site does not know its public address: then there is no code. */
  readonly address?: string | undefined;
}

const MARGIN = 92;
const INNER = TALL_CARD_WIDTH - 2 * MARGIN;
const TOP = 104;
/** The height of four by five: what is shorter looks like a strip. */
const LEAST_HEIGHT = 1350;
/** The largest at which no line of the title begins inside a word. */
const TITLE_SIZES = [64, 60, 56, 52];
const TEXT = {
  size: 40,
  weight: 500,
  strongWeight: 800,
  color: PALETTE.ink,
  leading: 1.78,
  manner: 'justified',
} as const;
const ITEM = { ...TEXT, size: 36, leading: 1.5, manner: 'balanced' } as const;
const MARKER_WIDTH = 64;
const CODE_ROOM = 190;
const CODE_WORDS = '长按识别二维码，读原文与出处';
const FOOT_HEIGHT = 330;
const PARAGRAPH_GAP = 26;

/** A card to send into a chat: the words themselves, whose they are, and a code that leads to them. */
export function drawTallCard(card: TallCard, measure: MeasureText): Drawing {
  const room = { width: INNER, measure };
  const label = setText(card.label, labelStyle(30), room);
  const title = fitText(card.title, TITLE_STYLE, { ...room, sizes: TITLE_SIZES, height: Infinity });
  const titleTop = TOP + label.height + 34;
  const ruleTop = titleTop + title.height + 40;
  const body = placeBody(card, ruleTop + 44, measure);
  const height = Math.max(LEAST_HEIGHT, Math.ceil(body.bottom) + 64 + FOOT_HEIGHT);
  return {
    width: TALL_CARD_WIDTH,
    height,
    paper: PALETTE.paper,
    marks: [
      { kind: 'area', x: 0, y: 0, width: TALL_CARD_WIDTH, height: 14, color: PALETTE.accent },
      ...placeText(label, MARGIN, TOP),
      ...placeText(title, MARGIN, titleTop),
      { kind: 'area', x: MARGIN, y: ruleTop, width: 72, height: 4, color: PALETTE.accent },
      ...body.marks,
      ...footMarks(card, height - FOOT_HEIGHT, measure),
    ],
  };
}

interface Placed {
  readonly marks: readonly Mark[];
  readonly bottom: number;
}

function placeBody({ paragraphs, items }: TallCard, top: number, measure: MeasureText): Placed {
  const marks: Mark[] = [];
  let bottom = top;
  const add = (block: TextBlock, x: number, after: number): void => {
    marks.push(...placeText(block, x, bottom));
    bottom += block.height + after;
  };
  for (const runs of paragraphs) add(setText(runs, TEXT, { width: INNER, measure }), MARGIN, PARAGRAPH_GAP);
  for (const { marker, text } of items) {
    const style = { ...ITEM, weight: 600, color: PALETTE.accent };
    marks.push(...placeText(setText(marker, style, { width: MARKER_WIDTH, measure }), MARGIN, bottom));
    add(setText(text, ITEM, { width: INNER - MARKER_WIDTH, measure }), MARGIN + MARKER_WIDTH, PARAGRAPH_GAP);
  }
  return { marks, bottom: bottom - PARAGRAPH_GAP };
}

function footMarks({ foot, address }: TallCard, top: number, measure: MeasureText): readonly Mark[] {
  const place = { x: MARGIN, y: top + 48, size: 32 };
  if (address === undefined) {
    const words = placeFoot(foot, { ...place, room: { width: INNER, measure } });
    return [rule(MARGIN, top, INNER), ...words];
  }
  const lines = [...foot.lines, CODE_WORDS];
  const room = { width: INNER - CODE_ROOM - 48, measure };
  return [
    rule(MARGIN, top, INNER),
    ...placeFoot({ ...foot, lines }, { ...place, room }),
    ...qrMarks(address, { right: TALL_CARD_WIDTH - MARGIN, top: top + 56, room: CODE_ROOM }),
  ];
}
