/** One page of an open PDF → its content as plain data. From here on nothing knows pdf.js. */
import { AnnotationMode, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { RunCollector } from './collect-runs.ts';
import { ShapeCollector } from './collect-shapes.ts';
import { mergeDoubledRuns } from './doubled-runs.ts';
import { boxOfEdges, round } from './geometry.ts';
import { IDENTITY, boundingEdges, initialState } from './graphics-state.ts';
import type { FontFacts } from './graphics-state.ts';
import { interpretOperators } from './interpret-operators.ts';
import type { OperatorList } from './interpreter-state.ts';
import type { FoundLink, LinksByPage } from './link-areas.ts';
import { loadFonts } from './load-fonts.ts';
import { asList, asMatrix } from './operator-arguments.ts';
import type { PageContent, QuarterTurn } from './page-content.ts';
import { partSeen } from './seen-runs.ts';
import { readStructureRoles } from './structure-roles.ts';
import type { StructureRoles } from './structure-roles.ts';
import { turnOfText } from './turned-pages.ts';

/** Points. */
const A4 = { width: 595, height: 842 } as const;

/** What pages of one file have in common. */
export interface ExtractOptions {
  readonly links: LinksByPage;
  /** Whether the file says that it is tagged: only then its structure tree is asked for. */
  readonly tagged: boolean;
  /** Whether the file was opened so that pictures are told of: what is under them can then be told, too. */
  readonly decoded?: boolean;
}

/**
 * Draws out one page and releases what pdf.js holds for it.
 * @param page Physical page, from 1.
 */
export async function extractPage(
  pdf: PDFDocumentProxy,
  page: number,
  { links, tagged, decoded = false }: ExtractOptions,
): Promise<PageContent> {
  const proxy = await pdf.getPage(page);
  const operators: OperatorList = await proxy.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const input = {
    proxy,
    operators,
    fonts: await loadFonts(proxy, operators),
    isVisible: await layerTest(pdf, operators),
    roles: tagged ? await readStructureRoles(proxy) : new Map<number, string>(),
    links: links.get(page) ?? [],
    decoded,
  };
  const upright = draw(input, 0);
  const turn = turnOfText(upright.runs);
  const content = turn === 0 ? upright : draw(input, turn);
  proxy.cleanup();
  return content;
}

/** A page of the usual size on which nothing could be read. */
export function blankPage(page: number): PageContent {
  return {
    page,
    ...A4,
    turn: 0,
    runs: [],
    rulings: [],
    boxes: [],
    paths: [],
    images: [],
    clips: [],
    links: [],
    operatorCount: 0,
    unreadableGlyphs: 0,
  };
}

interface DrawInput {
  readonly proxy: PDFPageProxy;
  readonly operators: OperatorList;
  readonly fonts: ReadonlyMap<string, FontFacts>;
  readonly isVisible: (properties: unknown) => boolean;
  readonly roles: StructureRoles;
  readonly links: readonly FoundLink[];
  readonly decoded: boolean;
}

/** The content of the page as it is displayed, turned clockwise by `turn` degrees. */
function draw(
  { proxy, operators, fonts, isVisible, roles, links, decoded }: DrawInput,
  turn: QuarterTurn,
): PageContent {
  const viewport = proxy.getViewport({ scale: 1, rotation: (proxy.rotate + turn) % 360 });
  const upright = asMatrix(viewport.transform) ?? IDENTITY;
  const runs = new RunCollector(proxy.pageNumber);
  const shapes = new ShapeCollector();
  const start = initialState(upright, viewport.width, viewport.height);
  interpretOperators({ operators, fonts, start, runs, shapes, isVisible, roles });
  const size = { width: round(viewport.width), height: round(viewport.height) };
  const { seen, unseen, unsure } = partSeen(runs.finish(), { ...size, areas: shapes.areas, decoded });
  return {
    page: proxy.pageNumber,
    ...size,
    turn,
    runs: mergeDoubledRuns(seen),
    unseen,
    unsure,
    rulings: shapes.rulings,
    boxes: shapes.boxes,
    paths: shapes.paths,
    images: shapes.images,
    clips: shapes.clips,
    links: links.map(({ rect, url, target }) => ({
      url,
      target,
      box: boxOfEdges(boundingEdges(upright, rect)),
    })),
    operatorCount: operators.fnArray.length,
    unreadableGlyphs: runs.unreadable,
  };
}

/** Layers are asked for only where the page has any. */
async function layerTest(
  pdf: PDFDocumentProxy,
  { fnArray, argsArray }: OperatorList,
): Promise<(properties: unknown) => boolean> {
  const layered = fnArray.some(
    (operator, index) => operator === OPS.beginMarkedContentProps && asList(argsArray[index])[0] === 'OC',
  );
  if (!layered) return () => true;
  const config = await pdf.getOptionalContentConfig();
  return (properties) => config.isVisible(properties);
}
