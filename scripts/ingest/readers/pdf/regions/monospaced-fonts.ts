/** What pages show of their fonts → which of them set every character at one advance, as listings are set. */
import { isIdeograph } from '../../../genre/character-class.ts';
import type { GlyphRun, PageContent } from '../glyphs/page-content.ts';

/** The advance of each monospaced font in ems, by the font's object in the file. */
export type MonospacedFonts = ReadonlyMap<string, number>;

/** Fewer different letters than this may be of one width by chance: `n`, `u` and `h` are in most fonts. */
const ENOUGH_LETTERS = 6;
/** Where the font's name says it, so many letters that do not contradict are enough. */
const ENOUGH_LETTERS_NAMED = 2;
/** Advances differ by less than this share of an em where they are rounded only. */
const SAME_ADVANCE_EMS = 0.02;
/** A font that sets more of the document's letters than this is its hand: a report written on a typewriter holds no listing. */
const MAX_SHARE_OF_LETTERS = 0.75;

const LETTER = /^[A-Za-z]$/u;
/** Letters that no font of varying widths sets as wide as others. */
const NARROW = /^[fijlrtI]$/u;
const NAMED = /mono|courier|consol|typewriter|menlo|inconsolata|^(?:[a-z]*tt\d+|sftt\d*|txtt|pcrr)/iu;

interface Use {
  readonly advances: Map<string, number>;
  name: string;
  letters: number;
  isEven: boolean;
  setsIdeographs: boolean;
}

/** The monospaced fonts of a document. A Chinese font, whose letters are half as wide as its ideographs, is none. */
export function findMonospacedFonts(pages: readonly PageContent[]): MonospacedFonts {
  const uses = new Map<string, Use>();
  for (const run of pages.flatMap(({ runs }) => runs)) note(run, uses);
  const chinese = new Set([...uses.values()].flatMap((use) => (use.setsIdeographs ? [use.name] : [])));
  const isCode = (use: Use): boolean => !chinese.has(use.name) && isMonospaced(use);
  const code = [...uses].filter(([, use]) => isCode(use));
  const all = [...uses.values()].reduce((sum, { letters }) => sum + letters, 0);
  const own = code.reduce((sum, [, { letters }]) => sum + letters, 0);
  if (own > MAX_SHARE_OF_LETTERS * all) return new Map();
  return new Map(code.map(([id, { advances }]) => [id, [...advances.values()][0] ?? 0]));
}

function note(run: GlyphRun, uses: Map<string, Use>): void {
  if (run.size <= 0 || run.rotation !== 0 || run.vertical) return;
  const use = uses.get(run.fontId) ?? {
    advances: new Map<string, number>(),
    name: run.fontName,
    letters: 0,
    isEven: true,
    setsIdeographs: false,
  };
  uses.set(run.fontId, use);
  run.texts.forEach((text, index) => {
    if (isIdeograph(text)) use.setsIdeographs = true;
    if (!LETTER.test(text)) return;
    const advance = ((run.ends[index] ?? 0) - (run.starts[index] ?? 0)) / run.size;
    const [first = advance] = use.advances.values();
    use.letters += 1;
    use.isEven &&= Math.abs(advance - first) < SAME_ADVANCE_EMS;
    if (!use.advances.has(text)) use.advances.set(text, advance);
  });
}

function isMonospaced({ advances, name, isEven }: Use): boolean {
  const letters = [...advances.keys()];
  if (!isEven) return false;
  if (NAMED.test(name)) return letters.length >= ENOUGH_LETTERS_NAMED;
  return letters.length >= ENOUGH_LETTERS && letters.some((letter) => NARROW.test(letter));
}
