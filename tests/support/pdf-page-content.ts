/** Plain-data pages for tests of the PDF stages: no PDF is needed to say where words stand. */
import type { GlyphRun, PageContent, Ruling } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import type { TextLine } from '../../scripts/ingest/readers/pdf/lines/text-line.ts';

/** A4, with a text area of 36 characters of 12 points between x 80 and x 512. */
export const A4 = { width: 595, height: 842, left: 80, right: 512, size: 12, leading: 24 } as const;

let serial = 0;

/** One run that begins at (x, baseline y); Han is an em wide, everything else half an em. */
export function run(text: string, x: number, y: number, style: Partial<GlyphRun> = {}): GlyphRun {
  const size = style.size ?? A4.size;
  const page = style.page ?? 1;
  const texts = [...text];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = x;
  for (const character of texts) {
    starts.push(at);
    at += /[\u2e80-\uffef—…“”‘’①-⑳]/u.test(character) ? size : size / 2;
    ends.push(at);
  }
  return {
    id: page * 1_000_000 + serial++,
    page,
    texts,
    starts,
    ends,
    box: { x, y: y - 0.88 * size, width: at - x, height: size },
    baseline: y,
    size,
    fontName: 'FangSong',
    fontId: style.fontName ?? 'FangSong',
    bold: false,
    italic: false,
    type3: false,
    color: '#000000',
    renderMode: 0,
    rotation: 0,
    vertical: false,
    artifact: false,
    tag: '',
    ...style,
  };
}

/** A page of the runs. */
export function page(runs: readonly GlyphRun[], more: Partial<PageContent> = {}): PageContent {
  return {
    page: runs[0]?.page ?? 1,
    width: A4.width,
    height: A4.height,
    turn: 0,
    runs,
    rulings: [],
    boxes: [],
    paths: [],
    images: [],
    clips: [],
    links: [],
    operatorCount: runs.length,
    unreadableGlyphs: 0,
    ...more,
  };
}

/** A horizontal rule. */
export function rule(y: number, from: number, to: number): Ruling {
  return { direction: 'horizontal', at: y, from, to, thickness: 0.5, color: '#000000', artifact: false };
}

/** The one line that a run makes. */
export function line(text: string, x: number, y: number, style: Partial<GlyphRun> = {}): TextLine {
  return assembleLines([run(text, x, y, style)])[0]!;
}

/** A paragraph set as Chinese is: first line indented by two ems, lines full but the last. */
export function paragraph(text: string, top: number, style: Partial<GlyphRun> = {}): GlyphRun[] {
  const perLine = Math.floor((A4.right - A4.left) / A4.size);
  const lines = [text.slice(0, perLine - 2)];
  for (let at = perLine - 2; at < text.length; at += perLine) lines.push(text.slice(at, at + perLine));
  return lines.map((each, index) =>
    run(each, index === 0 ? A4.left + 2 * A4.size : A4.left, top + index * A4.leading, style),
  );
}

/** One part of a page of text: a paragraph (string), or a line with what sets it apart. */
export type TextPart = string | (Partial<GlyphRun> & { readonly text: string });

/** Runs of paragraphs and lines below each other, the first at `top` points. */
export function layOut(parts: readonly TextPart[], top: number): readonly GlyphRun[] {
  let y = top;
  return parts.flatMap((part) => {
    const made = typeof part === 'string' ? paragraph(part, y) : [run(part.text, 104, y, part)];
    y += 24 * made.length + 6;
    return made;
  });
}
