/** Pages whose text lies sideways: they are read turned, and their boxes given back as the page is displayed. */
import type { Block, Box, Origin, ReportDocument } from '../../../model/document.ts';
import { mapBlocks } from '../../../model/walk.ts';
import { countInk } from '../../../genre/character-class.ts';
import { round } from './geometry.ts';
import { runText } from './page-content.ts';
import type { GlyphRun, PageContent, QuarterTurn } from './page-content.ts';

/** A page is turned when this share of its characters lies the same way: labels along an axis are fewer. */
const TURNED_SHARE = 0.7;

/** Text at a rotation, and the turn that makes it upright. */
const TURNS = [
  { rotation: 90, turn: 270 },
  { rotation: 180, turn: 180 },
  { rotation: 270, turn: 90 },
] as const;

/** The turn, clockwise, that makes most of the text upright. Vertical writing is not turned text. */
export function turnOfText(runs: readonly GlyphRun[]): QuarterTurn {
  const ink = new Map<number, number>();
  let all = 0;
  for (const run of runs) {
    const count = countInk(runText(run));
    all += count;
    if (!run.vertical) ink.set(run.rotation, (ink.get(run.rotation) ?? 0) + count);
  }
  for (const { rotation, turn } of TURNS) {
    if (all > 0 && (ink.get(rotation) ?? 0) >= TURNED_SHARE * all) return turn;
  }
  return 0;
}

/** A box of the turned page as a box of the page as displayed. */
export function turnBack(
  box: Box,
  { turn, width, height }: Pick<PageContent, 'turn' | 'width' | 'height'>,
): Box {
  const { x, y, width: w, height: h } = box;
  if (turn === 90) return { x: y, y: round(width - x - w), width: h, height: w };
  if (turn === 180) return { x: round(width - x - w), y: round(height - y - h), width: w, height: h };
  return turn === 270 ? { x: round(height - y - h), y: x, width: h, height: w } : box;
}

/** The document with every origin as its page is displayed. */
export function turnOriginsBack(document: ReportDocument, pages: readonly PageContent[]): ReportDocument {
  if (pages.every((page) => page.turn === 0)) return document;
  const origins = (list: readonly Origin[]): Origin[] =>
    list.map((origin) => {
      const page = origin.kind === 'pdf' ? pages[origin.page - 1] : undefined;
      return origin.kind === 'pdf' && page ? { ...origin, box: turnBack(origin.box, page) } : origin;
    });
  const turn = (blocks: readonly Block[]): readonly Block[] =>
    mapBlocks(blocks, { block: (block) => ({ ...block, origins: origins(block.origins) }) });
  return {
    ...document,
    body: turn(document.body),
    notes: Object.fromEntries(
      Object.entries(document.notes).map(([id, note]) => [
        id,
        {
          ...note,
          children: note.children.map((child) => ({ ...child, origins: origins(child.origins) })),
        },
      ]),
    ),
    furniture: document.furniture.map((item) => ({ ...item, origins: origins(item.origins) })),
  };
}
