/** Lines of a page → those set in a monospaced font, with the characters and spaces that a reader sees. */
import type { Box } from '../../../../model/document.ts';
import type { GlyphRun } from '../../glyphs/page-content.ts';
import { bottomOf, grown, middleOf, rightOf, touches, unionOf } from '../../glyphs/geometry.ts';
import { isSameRow } from '../../lines/line-facts.ts';
import { lineRunIds } from '../../lines/run-ids.ts';
import type { TextLine } from '../../lines/text-line.ts';
import type { PageView } from '../page-view.ts';
import type { MonospacedFonts } from '../monospaced-fonts.ts';

/** At least this share of a line's characters is monospaced; the rest is a comment in Chinese, or a line's number. */
const MIN_SHARE = 0.5;
/** A gap narrower than this share of an advance is no space: Chinese stands a quarter of an em from Latin letters. */
const SPACE_SHARE = 0.65;
/** The ground of a listing is at least this share of its column wide; that of a word in a sentence is as wide as the word. */
const MIN_GROUND_SHARE = 0.6;

export interface CodeLine {
  /** All of it, though a wide gap may part it into several `lines`. */
  readonly line: TextLine;
  readonly lines: readonly TextLine[];
  /** Without indentation; spaces as wide as they are printed. */
  readonly text: string;
  /** Width of one character in points. */
  readonly advance: number;
  /** Whether every character is monospaced. */
  readonly isWhole: boolean;
}

interface Glyph {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly advance: number | undefined;
}

/** The lines of a page that are set in a monospaced font, in reading order; what a wide gap parts is one line. */
export function codeLinesOf(view: PageView): readonly CodeLine[] {
  if (view.codeFonts.size === 0) return [];
  const glyphsOfLine = glyphsByLine(view);
  const code = view.lines.filter((line) => isCode(glyphsOfLine.get(line) ?? []));
  return rowsOf(code, view).flatMap((lines): readonly CodeLine[] => {
    const glyphs = lines.flatMap((line) => glyphsOfLine.get(line) ?? []).sort((a, b) => a.from - b.from);
    const mono = glyphs.flatMap(({ advance }) => advance ?? []);
    const [advance] = mono;
    const [first] = lines;
    if (first === undefined || advance === undefined || startsAsItem(glyphs)) return [];
    const box = unionOf(lines.map((line) => line.box));
    const line = { ...first, box, spans: lines.flatMap(({ spans }) => spans) };
    return [{ line, lines, text: textOf(glyphs, advance), advance, isWhole: mono.length === glyphs.length }];
  });
}

/** Whether a line begins in an area, which may be too narrow for the whole of it. */
export function beginsIn(area: Box, { box }: TextLine): boolean {
  const [from, middle] = [grown(area, 1), middleOf(box)];
  return box.x >= from.x && box.x < rightOf(from) && middle >= from.y && middle <= bottomOf(from);
}

/** Whether an area of the page, painted or framed, is the ground of a listing: all text in it is code, in whole lines. */
export function isCodeGround(view: PageView, area: Box): boolean {
  if (view.codeFonts.size === 0) return false;
  const glyphsOfLine = glyphsByLine(view);
  const inside = view.lines.filter(({ box }) => touches(area, box, -1));
  const [first] = inside;
  if (first === undefined) return false;
  // Two texts on the only row of an area are cells.
  if (inside.length > 1 && inside.every((line) => isSameRow(first, line))) return false;
  const { left, right } = view.factsOf(first).column;
  if (area.width < MIN_GROUND_SHARE * (right - left)) return false;
  return inside.every((line) => beginsIn(area, line) && isCode(glyphsOfLine.get(line) ?? []));
}

const known = new WeakMap<PageView, ReadonlyMap<TextLine, readonly Glyph[]>>();

/** What a reader sees of each line, from left to right. */
function glyphsByLine(view: PageView): ReadonlyMap<TextLine, readonly Glyph[]> {
  const before = known.get(view);
  if (before !== undefined) return before;
  const runs = new Map(view.content.runs.map((run) => [run.id, run]));
  const glyphsOfLine = (line: TextLine): readonly Glyph[] =>
    lineRunIds(line)
      .flatMap((id) => glyphsOf(runs.get(id), view.codeFonts))
      .filter(({ from }) => from >= line.box.x - 1 && from <= rightOf(line.box));
  const byLine = new Map(view.lines.map((line) => [line, glyphsOfLine(line)] as const));
  known.set(view, byLine);
  return byLine;
}

function isCode(glyphs: readonly Glyph[]): boolean {
  const mono = glyphs.filter(({ advance }) => advance !== undefined);
  return mono.length > 0 && mono.length >= MIN_SHARE * glyphs.length;
}

/** Lines in a row on one baseline of one column, together. */
function rowsOf(lines: readonly TextLine[], { factsOf }: PageView): readonly (readonly TextLine[])[] {
  const rows: TextLine[][] = [];
  for (const line of lines) {
    const open = rows.at(-1);
    const last = open?.at(-1);
    const isSame = last && isSameRow(last, line) && factsOf(last).column.left === factsOf(line).column.left;
    if (open && isSame) open.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** Whether the line begins with a bullet; what else is not monospaced at its start is its number, or a comment. */
function startsAsItem([first]: readonly Glyph[]): boolean {
  return first?.advance === undefined && !/^[\p{L}\p{N}]/u.test(first?.text ?? '');
}

function glyphsOf(run: GlyphRun | undefined, fonts: MonospacedFonts): readonly Glyph[] {
  if (run === undefined) return [];
  const ems = fonts.get(run.fontId);
  const advance = ems === undefined ? undefined : ems * run.size;
  return run.texts.flatMap((text, index) => {
    const from = run.starts[index] ?? run.box.x;
    return text.trim() === '' ? [] : [{ text, from, to: run.ends[index] ?? from, advance }];
  });
}

function textOf(glyphs: readonly Glyph[], advance: number): string {
  return glyphs.reduce((text, { text: own, from }, index) => {
    const before = glyphs[index - 1];
    const gap = before === undefined ? 0 : (from - before.to) / advance;
    return text + (gap < SPACE_SHARE ? '' : ' '.repeat(Math.max(1, Math.round(gap)))) + own;
  }, '');
}
