/** Recognised lines → runs of glyphs, as if they had been drawn as text: the same rooms read them. */
import { median } from '../../../model/quantile.ts';
import { isWordCharacter } from '../../../genre/character-class.ts';
import type { GlyphRun } from '../glyphs/page-content.ts';
import { RUN_IDS_PER_PAGE } from '../glyphs/page-content.ts';
import type { RecognisedLine } from './recogniser.ts';

export interface RecognisedPage {
  /** Physical page, from 1. */
  readonly page: number;
  readonly lines: readonly RecognisedLine[];
  /** Pixels of the picture in a point of the page. */
  readonly scale: number;
}

const HAN = /\p{Script=Han}/u;
/** Lines whose sizes differ from the usual one by less are of that size: pixels are no better than this. */
const SAME_SIZE_SHARE = 0.12;
/** Where a line has no two Chinese characters side by side, its height tells its size: ascenders and descenders take so much of it. */
const HEIGHT_EMS = 1;
/** From the bottom of Chinese characters to the baseline, in ems, as runs are boxed. */
const BELOW_BASELINE_EMS = 0.12;
/** Marks that are farther apart than this, in ems, are of two runs: cells, columns. */
const PARTING_EMS = 2;
/** Lines without a surer word are specks and parts of drawings. Within a line of text nothing is left out: a gap would not be seen. */
const MIN_CONFIDENCE = 30;

interface Mark {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
}
interface MeasuredLine {
  readonly page: number;
  readonly marks: readonly Mark[];
  /** Points. */
  readonly bottom: number;
  readonly size: number;
}

/** The runs of recognised pages by page; sizes are settled over all of them, so that one setting has one size. */
export function runsOfPages(pages: readonly RecognisedPage[]): ReadonlyMap<number, readonly GlyphRun[]> {
  const lines = pages.flatMap(measureLines);
  const usual = median(lines.flatMap(({ size, marks }) => marks.map(() => size)));
  const settled = lines.map((line) =>
    Math.abs(line.size - usual) <= SAME_SIZE_SHARE * usual ? { ...line, size: usual } : line,
  );
  return new Map(
    pages.map(({ page }) => {
      const runs = settled.filter((line) => line.page === page).flatMap(cutAtGaps);
      return [page, runs.map((line, index) => runOf(line, page * RUN_IDS_PER_PAGE + index))];
    }),
  );
}

function measureLines({ page, lines, scale }: RecognisedPage): readonly MeasuredLine[] {
  return lines.flatMap(({ words, bbox }): readonly MeasuredLine[] => {
    if (words.every(({ confidence }) => confidence < MIN_CONFIDENCE)) return [];
    const marks = words
      .filter(({ text }) => text.trim() !== '')
      .flatMap((word, index, all): readonly Mark[] => {
        const own = word.symbols.map(({ text, bbox: box }): Mark => {
          return { text, from: box.x0 / scale, to: box.x1 / scale, confidence: word.confidence / 100 };
        });
        const [before, after] = [all[index - 1]?.text.at(-1) ?? '', word.text.at(0) ?? ''];
        const [first] = own;
        const isSpaced = isWordCharacter(before) && isWordCharacter(after) && !HAN.test(before + after);
        return first && isSpaced ? [{ ...first, text: ' ', to: first.from }, ...own] : own;
      });
    if (marks.length === 0) return [];
    const size = sizeOf(marks) ?? (bbox.y1 - bbox.y0) / scale / HEIGHT_EMS;
    return [{ page, marks, bottom: bbox.y1 / scale, size: Math.round(size * 10) / 10 }];
  });
}

/** Chinese characters stand an em from each other: more telling than how high they seem. Null where no two are neighbours. */
function sizeOf(marks: readonly Mark[]): number | null {
  const steps = marks.slice(1).flatMap((mark, index) => {
    const before = marks[index];
    if (before === undefined || !HAN.test(before.text) || !HAN.test(mark.text)) return [];
    return [(mark.from + mark.to - before.from - before.to) / 2];
  });
  return steps.length === 0 ? null : median(steps);
}

function cutAtGaps(line: MeasuredLine): readonly MeasuredLine[] {
  const parts: Mark[][] = [];
  for (const mark of line.marks) {
    const last = parts.at(-1)?.at(-1);
    if (last === undefined || mark.from - last.to > PARTING_EMS * line.size) parts.push([mark]);
    else parts.at(-1)?.push(mark);
  }
  return parts.map((marks) => ({ ...line, marks }));
}

function runOf({ page, marks, bottom, size }: MeasuredLine, id: number): GlyphRun {
  const baseline = bottom - BELOW_BASELINE_EMS * size;
  const [starts, ends] = [marks.map(({ from }) => from), marks.map(({ to }) => to)];
  const x = Math.min(...starts);
  return {
    id,
    page,
    texts: marks.map(({ text }) => text),
    starts,
    ends,
    box: { x, y: baseline - (1 - BELOW_BASELINE_EMS) * size, width: Math.max(...ends) - x, height: size },
    baseline,
    size,
    fontName: '',
    fontId: 'recognised',
    bold: false,
    italic: false,
    type3: false,
    color: '#000000',
    renderMode: 0,
    rotation: 0,
    vertical: false,
    artifact: false,
    tag: '',
    confidence:
      Math.round((100 * marks.reduce((sum, { confidence }) => sum + confidence, 0)) / marks.length) / 100,
  };
}
