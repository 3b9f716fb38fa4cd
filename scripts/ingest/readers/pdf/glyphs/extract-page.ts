/** One page of an open PDF → its content as plain data. The only stage beside opening that knows pdf.js. */
import { AnnotationMode, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { RunCollector } from './collect-runs.ts';
import { ShapeCollector } from './collect-shapes.ts';
import type { PageOfDestination } from './destinations.ts';
import { mergeDoubledRuns } from './doubled-runs.ts';
import { boundingEdges, boxOfEdges, initialState, round } from './graphics-state.ts';
import type { FontFacts, Matrix } from './graphics-state.ts';
import { interpretOperators } from './interpret-operators.ts';
import type { OperatorList } from './interpreter-state.ts';
import type { LinkArea, PageContent, QuarterTurn } from './page-content.ts';
import { readStructureRoles } from './structure-roles.ts';
import type { StructureRoles } from './structure-roles.ts';
import { turnOfText } from './turned-pages.ts';

/** Points. */
const A4 = { width: 595, height: 842 } as const;

/** A font's object follows its operator list; one that has not come by then will not come at all. */
const FONT_WAIT_MILLISECONDS = 5000;

/** What pages of one file have in common. */
export interface ExtractOptions {
  readonly pageOf: PageOfDestination;
  /** Whether the file says that it is tagged: only then its structure tree is asked for. */
  readonly tagged: boolean;
}

/**
 * Draws out one page and releases what pdf.js holds for it.
 * @param page Physical page, from 1.
 */
export async function extractPage(
  pdf: PDFDocumentProxy,
  page: number,
  { pageOf, tagged }: ExtractOptions,
): Promise<PageContent> {
  const proxy = await pdf.getPage(page);
  // The typings of pdf.js leave the arguments as `any`.
  const operators = (await proxy.getOperatorList({ annotationMode: AnnotationMode.DISABLE })) as OperatorList;
  const input = {
    proxy,
    operators,
    fonts: await loadFonts(proxy, operators),
    isVisible: await layerTest(pdf, operators),
    roles: tagged ? await readStructureRoles(proxy) : new Map<number, string>(),
    links: await readLinks(proxy, pageOf),
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

interface LinkAnnotation {
  readonly subtype?: string;
  readonly url?: string;
  readonly dest?: unknown;
  readonly rect?: readonly [number, number, number, number];
}

/** A link before its area is turned upright. */
interface FoundLink extends Omit<LinkArea, 'box'> {
  readonly rect: readonly [number, number, number, number];
}

interface DrawInput {
  readonly proxy: PDFPageProxy;
  readonly operators: OperatorList;
  readonly fonts: ReadonlyMap<string, FontFacts>;
  readonly isVisible: (properties: unknown) => boolean;
  readonly roles: StructureRoles;
  readonly links: readonly FoundLink[];
}

/** The content of the page as it is displayed, turned clockwise by `turn` degrees. */
function draw(
  { proxy, operators, fonts, isVisible, roles, links }: DrawInput,
  turn: QuarterTurn,
): PageContent {
  const viewport = proxy.getViewport({ scale: 1, rotation: (proxy.rotate + turn) % 360 });
  const upright = matrixFrom(viewport.transform);
  const runs = new RunCollector(proxy.pageNumber);
  const shapes = new ShapeCollector();
  const start = initialState(upright, viewport.width, viewport.height);
  interpretOperators({ operators, fonts, start, runs, shapes, isVisible, roles });
  return {
    page: proxy.pageNumber,
    width: round(viewport.width),
    height: round(viewport.height),
    turn,
    runs: mergeDoubledRuns(runs.finish()),
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

function matrixFrom(numbers: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = numbers;
  return [a!, b!, c!, d!, e!, f!];
}

async function loadFonts(
  proxy: PDFPageProxy,
  { fnArray, argsArray }: OperatorList,
): Promise<Map<string, FontFacts>> {
  const fonts = new Map<string, FontFacts>();
  for (let index = 0; index < fnArray.length; index++) {
    const names: unknown[] = [];
    if (fnArray[index] === OPS.setFont) names.push((argsArray[index] as unknown[])[0]);
    else if (fnArray[index] === OPS.setGState) {
      for (const [key, value] of (argsArray[index] as [string, unknown[]][][])[0]!)
        if (key === 'Font') names.push(value[0]);
    }
    for (const name of names) {
      const id = String(name);
      if (!fonts.has(id)) fonts.set(id, await loadFont(proxy, id));
    }
  }
  return fonts;
}

async function loadFont(proxy: PDFPageProxy, id: string): Promise<FontFacts> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>(
    (resolve) => (timer = setTimeout(() => resolve(null), FONT_WAIT_MILLISECONDS)),
  );
  const arrived = new Promise<unknown>((resolve) => void proxy.commonObjs.get(id, resolve));
  const font = (await Promise.race([arrived, late])) as Record<string, unknown> | null;
  clearTimeout(timer);
  const bbox = Array.isArray(font?.['bbox']) ? (font['bbox'] as number[]) : [0, 0, 0, 0];
  const matrix = Array.isArray(font?.['fontMatrix'])
    ? matrixFrom(font['fontMatrix'] as number[])
    : ([0.001, 0, 0, 0.001, 0, 0] satisfies Matrix);
  return {
    id,
    name: typeof font?.['name'] === 'string' ? font['name'] : '',
    bold: font?.['bold'] === true || font?.['black'] === true,
    italic: font?.['italic'] === true,
    vertical: font?.['vertical'] === true,
    type3: font?.['isType3Font'] === true,
    type3Height: Math.abs((bbox[3]! - bbox[1]!) * matrix[3]) || 0,
    matrix,
  };
}

/** Layers are asked for only where the page has any. */
async function layerTest(
  pdf: PDFDocumentProxy,
  { fnArray, argsArray }: OperatorList,
): Promise<(properties: unknown) => boolean> {
  const layered = fnArray.some(
    (fn, index) => fn === OPS.beginMarkedContentProps && (argsArray[index] as unknown[])[0] === 'OC',
  );
  if (!layered) return () => true;
  const config = await pdf.getOptionalContentConfig();
  return (properties) => config.isVisible(properties as never);
}

async function readLinks(proxy: PDFPageProxy, pageOf: PageOfDestination): Promise<FoundLink[]> {
  const annotations = (await proxy.getAnnotations()) as LinkAnnotation[];
  const links = annotations.map(async ({ subtype, url = '', dest, rect }): Promise<FoundLink | null> => {
    if (subtype !== 'Link' || rect?.length !== 4) return null;
    const target = url === '' && dest ? await pageOf(dest) : null;
    return url !== '' || target !== null ? { url, target, rect } : null;
  });
  return (await Promise.all(links)).filter((link) => link !== null);
}
