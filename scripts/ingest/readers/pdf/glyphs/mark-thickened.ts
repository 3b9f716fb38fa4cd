/** Pages → the same pages with the bold that a font's name does not tell: two weights under one name. */
import { isIdeograph } from '../../../genre/character-class.ts';
import type { GlyphRun, PageContent } from './page-content.ts';

/** What one font object of the file sets. */
interface Face {
  readonly id: string;
  readonly type3: boolean;
  readonly characters: Set<string>;
  readonly pages: Set<number>;
  ink: number;
  /** Sum of the sizes of its characters. */
  sizes: number;
}

/** A second weight shares at least so many of its characters with the first; the parts of a split font share none. */
const SHARED_CHARACTERS = 0.3;
/** …and stands on the pages of the first: files bound from several have the same font again on other pages. */
const SHARED_PAGES = 0.6;
/** The weight that sets so many times more than the other is the ordinary one; otherwise the larger text is bold. */
const CLEAR_MAJORITY = 3;

/**
 * Skia (Chromium's printing) thickens a font that has no bold cut by itself and writes it as a second font object of the
 * same name: as Type 3 beside an embedded font, or embedded once more. The one that sets less is the bold one. A font
 * that is merely split into parts (256 glyphs each) has different characters in each part.
 */
export function markThickened(pages: readonly PageContent[]): PageContent[] {
  const bold = boldFaces(pages);
  if (bold.size === 0) return [...pages];
  const mark = (run: GlyphRun): GlyphRun => (bold.has(run.fontId) ? { ...run, bold: true } : run);
  return pages.map((page) => ({ ...page, runs: page.runs.map(mark) }));
}

function boldFaces(pages: readonly PageContent[]): Set<string> {
  const families = new Map<string, Map<string, Face>>();
  for (const { page, runs } of pages)
    for (const run of runs) if (run.fontName !== '' && !run.bold) addRun(families, run, page);
  const bold = new Set<string>();
  for (const faces of families.values()) {
    const list = [...faces.values()].sort((a, b) => b.ink - a.ink);
    const outlines = list.filter((face) => !face.type3);
    for (const face of list) {
      const isBold = face.type3 ? outlines.length > 0 : outlines.some((other) => isSecondWeight(face, other));
      if (isBold) bold.add(face.id);
    }
  }
  return bold;
}

function addRun(families: Map<string, Map<string, Face>>, run: GlyphRun, page: number): void {
  const faces = families.get(run.fontName) ?? new Map<string, Face>();
  families.set(run.fontName, faces);
  const face: Face = faces.get(run.fontId) ?? {
    id: run.fontId,
    type3: run.type3,
    characters: new Set(),
    pages: new Set(),
    ink: 0,
    sizes: 0,
  };
  faces.set(run.fontId, face);
  face.pages.add(page);
  for (const text of run.texts) {
    if (!isIdeograph(text)) continue;
    face.characters.add(text);
    face.ink++;
    face.sizes += run.size;
  }
}

/** Whether `face` is a bold cut of `other`. */
function isSecondWeight(face: Face, other: Face): boolean {
  if (face === other || face.ink === 0 || other.ink === 0) return false;
  const [few, many] = face.ink <= other.ink ? [face, other] : [other, face];
  const characters = [...few.characters].filter((character) => many.characters.has(character)).length;
  const pages = [...few.pages].filter((page) => many.pages.has(page)).length;
  if (characters < SHARED_CHARACTERS * few.characters.size || pages < SHARED_PAGES * few.pages.size)
    return false;
  if (many.ink >= CLEAR_MAJORITY * few.ink) return face === few;
  return face.sizes / face.ink > other.sizes / other.ink;
}
