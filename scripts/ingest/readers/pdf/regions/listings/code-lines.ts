/** Lines of a page → those set in a monospaced font, with the characters and spaces that a reader sees. */
import type { GlyphRun } from '../../glyphs/page-content.ts';
import { rightOf, unionOf } from '../../glyphs/geometry.ts';
import { isSameRow } from '../../lines/line-facts.ts';
import { lineRunIds } from '../../lines/run-ids.ts';
import type { TextLine } from '../../lines/text-line.ts';
import type { PageView } from '../page-view.ts';
import type { MonospacedFonts } from './monospaced-fonts.ts';

/** At least this share of a line's characters is monospaced; the rest is a comment in Chinese, or a line's number. */
const MIN_SHARE = 0.5;
/** A gap narrower than this share of an advance is no space: Chinese stands a quarter of an em from Latin letters. */
const SPACE_SHARE = 0.65;

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
export function codeLinesOf(view: PageView, fonts: MonospacedFonts): readonly CodeLine[] {
  if (fonts.size === 0) return [];
  const runs = new Map(view.content.runs.map((run) => [run.id, run]));
  const glyphsOfLine = (line: TextLine): readonly Glyph[] =>
    lineRunIds(line)
      .flatMap((id) => glyphsOf(runs.get(id), fonts))
      .filter(({ from }) => from >= line.box.x - 1 && from <= rightOf(line.box));
  const code = view.lines.filter((line) => isCode(glyphsOfLine(line)));
  return rowsOf(code, view).flatMap((lines): readonly CodeLine[] => {
    const glyphs = lines.flatMap(glyphsOfLine).sort((a, b) => a.from - b.from);
    const mono = glyphs.flatMap(({ advance }) => advance ?? []);
    const [advance] = mono;
    const [first] = lines;
    if (first === undefined || advance === undefined || startsAsItem(glyphs)) return [];
    const box = unionOf(lines.map((line) => line.box));
    const line = { ...first, box, spans: lines.flatMap(({ spans }) => spans) };
    return [{ line, lines, text: textOf(glyphs, advance), advance, isWhole: mono.length === glyphs.length }];
  });
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
