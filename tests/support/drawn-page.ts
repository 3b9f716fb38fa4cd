/** Small pages put together by hand: text, rules and boxes as the PDF reader's first stage gives them. */
import type { Box } from '../../scripts/ingest/model/document.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import type {
  GlyphRun,
  PageContent,
  PaintedBox,
  PaintedPath,
  PlacedImage,
  Ruling,
} from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { RUN_IDS_PER_PAGE } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { findRegions } from '../../scripts/ingest/readers/pdf/regions/find-regions.ts';
import type { RegionResult } from '../../scripts/ingest/readers/pdf/regions/types.ts';
import type { DocumentMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import type { Column } from '../../scripts/ingest/readers/pdf/lines/text-line.ts';

/** A4 with 14-point body text between 90 and 505 points; `edges` where pages differ. */
export const measuresOf = (pages: number, edges?: readonly Column[]): DocumentMeasures => ({
  bodySize: 14,
  left: 90,
  right: 505,
  leading: 28,
  bodyFont: 'Song',
  edges: edges ?? Array.from({ length: pages }, () => ({ left: 90, right: 505 })),
  gutters: Array.from({ length: pages }, () => null),
});

interface Words {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Where the font is not that of the body: its letters are half as wide as high in `Even`, of three widths in others. */
  readonly font?: string;
  /** Degrees clockwise. */
  readonly rotation?: number;
}

/** Words on a baseline; every glyph is as wide as high, digits and letters half of it. */
export const words = (text: string, x: number, y: number, size = 10.5, bold = false): Words => ({
  text,
  x,
  y,
  size,
  bold,
});

/** A full line of body text. */
export const prose = (y: number): Words => words('正文'.repeat(14) + '正。', 90, y, 14);

function runOf(
  { text, x, y, size = 10.5, bold = false, font = 'Song', rotation = 0 }: Words,
  page: number,
  index: number,
): GlyphRun {
  const texts = [...text];
  const widths = texts.map((each) => size * widthOf(each, font));
  const starts = widths.map(
    (_, position) => x + widths.slice(0, position).reduce((sum, each) => sum + each, 0),
  );
  const ends = starts.map((start, position) => start + widths[position]!);
  return {
    id: page * RUN_IDS_PER_PAGE + index,
    page,
    texts,
    starts,
    ends,
    box: { x, y: y - 0.88 * size, width: ends.at(-1)! - x, height: size },
    baseline: y,
    size,
    fontName: font,
    fontId: font,
    type3: false,
    bold,
    italic: false,
    color: '#000000',
    renderMode: 0,
    rotation,
    vertical: false,
    artifact: false,
    tag: '',
  };
}

function widthOf(character: string, font: string): number {
  if (!/[\u0020-\u007e]/u.test(character)) return 1;
  const varies = font !== 'Song' && font !== 'Even';
  return varies && /[fijlrtI]/u.test(character) ? 0.3 : 0.5;
}

export const across = (at: number, from: number, to: number): Ruling => ruling('horizontal', at, from, to);
export const down = (at: number, from: number, to: number): Ruling => ruling('vertical', at, from, to);

function ruling(direction: Ruling['direction'], at: number, from: number, to: number): Ruling {
  return { direction, at, from, to, thickness: 0.5, color: '#000000', artifact: false };
}

/** A filled box. */
export const filled = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill = '#dde7f3',
): PaintedBox => ({
  box: { x, y, width, height },
  fill,
  stroke: '',
  artifact: false,
});

export const picture = (x: number, y: number, width: number, height: number): PlacedImage => ({
  box: { x, y, width, height },
  pixelWidth: 600,
  pixelHeight: 400,
  artifact: false,
});

export const path = (x: number, y: number, width: number, height: number): PaintedPath => ({
  box: { x, y, width, height },
  fill: '#2f6fb0',
  stroke: '',
  segments: 6,
  artifact: false,
});

export interface Drawing {
  readonly text?: readonly Words[];
  readonly rulings?: readonly Ruling[];
  readonly boxes?: readonly PaintedBox[];
  readonly images?: readonly PlacedImage[];
  readonly paths?: readonly PaintedPath[];
  readonly clips?: readonly Box[];
}

/** A page with what is drawn on it. */
export function pageOf(
  { text = [], rulings = [], boxes = [], images = [], paths = [], clips = [] }: Drawing,
  page: number,
): PageContent {
  return {
    page,
    width: 595,
    height: 842,
    turn: 0,
    runs: text.map((each, index) => runOf(each, page, index)),
    rulings,
    boxes,
    images,
    paths,
    clips,
    links: [],
    operatorCount: 0,
    unreadableGlyphs: 0,
  };
}

/** The regions of a document made of these pages, numbered from 1; all of their text is body. */
export function regionsOf(...drawings: readonly Drawing[]): RegionResult {
  const pages = drawings.map((drawing, index) => pageOf(drawing, index + 1));
  return findRegions({
    pages,
    lines: pages.map((page) => assembleLines(page.runs)),
    measures: measuresOf(pages.length),
    labels: pages.map(({ page }) => String(page)),
    skippedPages: new Set(),
  });
}
