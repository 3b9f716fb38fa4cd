import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Fixture, Layout, Placement, TextRun } from './report-model.ts';
import { printedLabel } from './html-blocks.ts';

const run = promisify(execFile);
/** Points between a picture and the line of text beside it, as our styles set it. */
const PICTURE_GAP = 2;

interface Line {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Finds where headings and figures came to stand in a PDF that a word processor or TeX made, by its text layer: headings
 * in order after the text before them, figures beside their caption or source line.
 * @throws Error where the first paragraph of the body is not found.
 */
export async function readPlaces(pdfPath: string, fixture: Fixture): Promise<Layout> {
  const { stdout } = await run('pdftotext', ['-raw', pdfPath, '-'], { maxBuffer: 1e8 });
  const pages = stdout.split('\f').slice(0, -1).map(fold);
  const lines = await readLines(pdfPath);
  const bodyFrom = findBody(pages, fixture);
  const places = new Map<number, Placement>();
  let cursor = { page: bodyFrom, at: 0 };
  for (const [index, block] of fixture.report.blocks.entries()) {
    if (block.type === 'figure') {
      const place = placeFigure(lines, fixture, index, bodyFrom);
      if (place !== undefined) places.set(index, place);
      continue;
    }
    const words =
      block.type === 'heading'
        ? fold(block.number + block.text)
        : block.type === 'para'
          ? start(block.runs)
          : '';
    const found = words === '' ? undefined : find(pages, words, cursor);
    if (found === undefined) continue;
    cursor = { page: found.page, at: found.at + words.length };
    if (block.type === 'heading') places.set(index, { page: found.page });
  }
  const labelsFromFirstPage = fixture.look.frontLabels === 'continued';
  return { pageCount: pages.length, bodyFrom, labelsFromFirstPage, places };
}

function fold(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '');
}
/** The first characters of a paragraph, at most up to its first note. */
function start(runs: readonly TextRun[], length = 14): string {
  const firstNote = runs.findIndex(({ note }) => note !== undefined);
  const before = firstNote < 0 ? runs : runs.slice(0, firstNote);
  return fold(before.map(({ t }) => t ?? '').join('')).slice(0, length);
}

function findBody(pages: readonly string[], fixture: Fixture): number {
  const first = fixture.report.blocks.find((block) => block.type === 'para');
  const found =
    first?.type === 'para' ? find(pages, start(first.runs, 40), { page: 1, at: 0 }, pages.length) : undefined;
  if (found === undefined)
    throw new Error(`${fixture.name}: the first paragraph of the body is not in the PDF.`);
  return found.page;
}

function find(
  pages: readonly string[],
  words: string,
  from: { readonly page: number; readonly at: number },
  within = 3,
): { page: number; at: number } | undefined {
  for (let page = from.page; page <= Math.min(pages.length, from.page + within); page += 1) {
    const at = pages[page - 1]!.indexOf(words, page === from.page ? from.at : 0);
    if (at >= 0) return { page, at };
  }
  return undefined;
}

function placeFigure(
  lines: readonly Line[],
  fixture: Fixture,
  index: number,
  bodyFrom: number,
): Placement | undefined {
  const figure = fixture.report.blocks[index];
  if (figure?.type !== 'figure') return undefined;
  const caption = fold(printedLabel(figure.label, fixture.look) + figure.caption);
  const at = lines.findIndex(
    (line) => line.page >= bodyFrom && caption.startsWith(line.text) && line.text.length > 8,
  );
  if (at < 0) return undefined;
  const line = lines[at]!;
  const above = fixture.look.figureCaption === 'above';
  const source = lines
    .filter(
      ({ page, text, bottom }) =>
        page === line.page && text === fold(figure.source) && bottom <= line.top + 3,
    )
    .at(-1);
  const bottom = above ? line.bottom + PICTURE_GAP + figure.height : (source ?? line).top - PICTURE_GAP;
  const middle = (line.left + line.right) / 2;
  const sides = [middle - figure.width / 2, bottom - figure.height, middle + figure.width / 2, bottom];
  const [left, top, right, low] = sides.map((x) => Math.round(x * 10) / 10);
  return { page: line.page, box: [left!, top!, right!, low!] };
}

async function readLines(pdfPath: string): Promise<readonly Line[]> {
  const { stdout } = await run('pdftotext', ['-bbox-layout', pdfPath, '-'], { maxBuffer: 1e8 });
  let page = 0;
  const lines: Line[] = [];
  for (const piece of stdout.split('\n')) {
    if (piece.includes('<page ')) page += 1;
    const box = /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/u.exec(piece);
    if (box) {
      const [left, top, right, bottom] = box.slice(1).map(Number) as [number, number, number, number];
      lines.push({ page, text: '', left, top, right, bottom });
    }
    const word = /<word [^>]*>([^<]*)<\/word>/u.exec(piece);
    const last = lines.at(-1);
    if (word && last) lines[lines.length - 1] = { ...last, text: last.text + fold(unescapeMarkup(word[1]!)) };
  }
  return lines;
}

function unescapeMarkup(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
