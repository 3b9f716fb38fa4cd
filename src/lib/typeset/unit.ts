/** Text that is set in one weight. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
}

/** How wide a text is, in ems of its size. */
export type Measure = (text: string, strong: boolean) => number;

/**
 * - `character`: a Chinese character or another of its width;
 * - `word`: Latin letters and figures that stay together, `45.5`, `GPT-4`;
 * - `piece`: a part of a word that is longer than a line;
 * - `space`: between words; vanishes at the end of a line;
 * - `opening`, `closing`: marks that take an em, half of it empty: （《“ and ，。）》”;
 * - `dash`: —— and ……, which are never divided;
 * - `quote`: a quotation mark or apostrophe of Latin text.
 */
export type UnitKind = 'character' | 'word' | 'piece' | 'space' | 'opening' | 'closing' | 'dash' | 'quote';

/** The smallest part of a text that is set as one. Lengths are in ems. */
export interface Unit extends Run {
  readonly kind: UnitKind;
  readonly width: number;
  /** What is empty at either side of its width, and may go. */
  readonly blankBefore: number;
  readonly blankAfter: number;
  /** Where its glyph begins, from the left edge of its width: below 0 where the glyph has a blank that is not set. */
  readonly shift: number;
}

/** Half of the em of a full-width mark. */
const MARK_BLANK = 0.5;
const OPENING = '（《〈「『【〔〖［｛“‘';
const CLOSING = '）》〉」』】〕〗］｝”’，。、；：！？';
/** Widths and places of the marks of the card's font, whose only form is a full em wide. */
const NARROW_QUOTES: Readonly<Record<string, readonly [width: number, shift: number]>> = {
  '“': [0.46, -0.53],
  '”': [0.46, -0.03],
  '‘': [0.26, -0.71],
  '’': [0.26, -0.04],
};
const WIDE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef\p{Emoji_Presentation}①-⑳`;
/** Letters, figures and signs. */
const NARROW = String.raw`[^\s—…${OPENING}${CLOSING}${WIDE}]`;
const TOKEN = new RegExp(
  [
    String.raw`(?<dash>—+|…+)`,
    String.raw`(?<space>\s+)`,
    `(?<opening>[${OPENING}])`,
    `(?<closing>[${CLOSING}])`,
    `(?<word>${NARROW}+)`,
    // With its accents, and pictographs that are joined.
    String.raw`(?<character>.(?:[\p{M}\u200d]|(?<=\u200d).)*)`,
  ].join('|'),
  'gsu',
);
const HAS_WIDE = new RegExp(`[${WIDE}]`, 'u');
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Any text in graphemes: a character with its accents or joined pictographs. */
export const graphemesOf = (text: string): readonly string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

/**
 * The units of a text. Quotation marks are full-width where the text has Chinese characters, but for the apostrophe of a Latin word.
 * @param longestWord in ems: longer words may be divided anywhere
 */
export function unitsOf(runs: readonly Run[], measure: Measure, longestWord: number): readonly Unit[] {
  const isWide = runs.some(({ text }) => HAS_WIDE.test(text));
  const units = runs.flatMap(({ text, strong }) =>
    tokensOf(text, isWide).flatMap((token) => unitsOfToken(token, { strong, measure, longestWord })),
  );
  return units.filter((unit, at) => !isWide || unit.kind !== 'space' || !touchesMark(units, at));
}

interface Token {
  readonly kind: UnitKind;
  readonly text: string;
}

function tokensOf(text: string, isWide: boolean): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), ({ groups = {}, index, 0: found }): readonly Token[] => {
    if (groups['character'] !== undefined) return [{ kind: 'character', text: found }];
    const [kind] = Object.entries(groups).find(([, value]) => value !== undefined) ?? ['word'];
    const around = `${text[index - 1] ?? ''}${text[index + 1] ?? ''}`;
    const isNarrow = found in NARROW_QUOTES && (!isWide || (found === '’' && /^[A-Za-z]{2}$/u.test(around)));
    return [{ kind: isNarrow ? 'quote' : (kind as UnitKind), text: found }];
  }).flat();
}

interface Setting {
  readonly strong: boolean;
  readonly measure: Measure;
  readonly longestWord: number;
}

function unitsOfToken({ kind, text }: Token, { strong, measure, longestWord }: Setting): readonly Unit[] {
  const plain = { strong, kind, text, blankBefore: 0, blankAfter: 0, shift: 0 };
  switch (kind) {
    case 'opening':
      return [{ ...plain, width: 1, blankBefore: MARK_BLANK }];
    case 'closing':
      return [{ ...plain, width: 1, blankAfter: MARK_BLANK }];
    case 'dash':
      return [{ ...plain, width: text.length }];
    case 'space':
      return [{ ...plain, text: ' ', width: WORD_SPACE }];
    case 'quote': {
      const [width, shift] = NARROW_QUOTES[text] ?? [1, 0];
      return [{ ...plain, width, shift }];
    }
    case 'character':
      // Of any font: nothing is to be loaded for it.
      return [{ ...plain, width: 1 }];
    default: {
      const width = measure(text, strong);
      if (width <= longestWord) return [{ ...plain, width }];
      return graphemesOf(text).map((part) => ({
        ...plain,
        kind: 'piece' as const,
        text: part,
        width: measure(part, strong),
      }));
    }
  }
}

/** Of the space between Latin words, as most text fonts have it. */
const WORD_SPACE = 0.25;

/** A space beside a full-width mark adds to a blank that is there already. */
function touchesMark(units: readonly Unit[], at: number): boolean {
  return [units[at - 1], units[at + 1]].some(
    (unit) => unit?.kind === 'opening' || unit?.kind === 'closing' || unit?.kind === 'dash',
  );
}
