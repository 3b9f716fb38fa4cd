/** The pages of a PDF → messages on text that is missing or unreadable, or an error where nothing can be read. */
import { IngestError } from '../../../model/errors.ts';
import type { Message } from '../../../model/messages.ts';
import { isCommonHan } from './common-han.ts';
import type { PageContent } from '../glyphs/page-content.ts';

/** Fewer characters than this on a page of pictures are a stamp or page number, not its text. */
const MIN_PAGE_CHARACTERS = 15;

/** Share of the page that pictures cover on a scanned page; photographs in a report cover less or have text beside. */
const SCANNED_PICTURE_SHARE = 0.5;

/**
 * Share of characters that are no characters. Sound files have under .2 % (a stray bullet), failure file
 * `corrupted-bytes` 3 %, `no-tounicode` 53 %.
 */
const MAX_BAD_SHARE = 0.015;
const WARN_BAD_SHARE = 0.002;

/** Share of Han characters outside of what Chinese is written with: names give up to 1 %, a wrong font map over 40 %. */
const MAX_RARE_HAN_SHARE = 0.1;

/** Shares of a handful of characters say nothing. */
const MIN_JUDGED_CHARACTERS = 50;

const NOT_SPACE = /\S/u;
const BAD_CHARACTER = /[\p{Co}\p{Cc}\p{Cn}\p{Cs}\uFFFD]/u;
const HAN = /\p{Script=Han}/u;

/** `3`, `3–5, 9`: ascending page numbers as people write them. */
export function pageList(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges
    .map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`))
    .join(', ');
}

/** Whether a page holds hardly a character: it is empty, or a picture. */
export function isWithoutText(page: PageContent): boolean {
  return characterCount(page) < MIN_PAGE_CHARACTERS;
}

function characterCount(page: PageContent): number {
  return page.runs.reduce((sum, run) => sum + run.texts.filter((text) => NOT_SPACE.test(text)).length, 0);
}

function pictureShare(page: PageContent): number {
  const area = page.images.reduce((sum, { box }) => sum + box.width * box.height, 0);
  return area / (page.width * page.height);
}

/**
 * Whether the pages hold text. A page that is a picture of text is named in a warning; a picture as the first or
 * last page is a cover and only mentioned.
 *
 * @throws IngestError `pdf/has-text-layer` when no page holds text.
 */
export function checkTextLayer(pages: readonly PageContent[]): readonly Message[] {
  const without = pages.filter(isWithoutText);
  if (without.length === pages.length) {
    throw new IngestError(
      'pdf/has-text-layer',
      `None of the ${String(pages.length)} page(s) holds text; they are empty or pictures of text.`,
      'Ingest it with --ocr, which recognises the text on this machine, or fetch the publisher’s own PDF.',
    );
  }
  const scanned = without
    .filter((page) => pictureShare(page) >= SCANNED_PICTURE_SHARE)
    .map(({ page }) => page);
  const isCover = (page: number): boolean => page === pages[0]?.page || page === pages.at(-1)?.page;
  const inside = scanned.filter((page) => !isCover(page));
  if (inside.length === 0) return [];
  return [
    {
      ruleId: 'pdf/has-text-layer',
      severity: 'warning',
      reason: `Page(s) ${pageList(inside)} of ${String(pages.length)} are pictures without text: what they say is missing.`,
      hint: 'Ingest it with --ocr, which recognises their text on this machine.',
    },
  ];
}

/** What the characters of the pages look like, for the check and for the audit. White space is not counted. */
export interface CharacterHealth {
  readonly characters: number;
  /** Control, private-use and unassigned characters, and glyphs that map to nothing at all. */
  readonly bad: number;
  readonly han: number;
  /** Han characters outside GB 2312 and Big5: what a wrong font map gives. */
  readonly rareHan: number;
  /** Pages with at least one bad character. */
  readonly badPages: readonly number[];
}

/** Counts the characters of the pages; see `CharacterHealth`. */
export function characterHealth(pages: readonly PageContent[]): CharacterHealth {
  const health = { characters: 0, bad: 0, han: 0, rareHan: 0 };
  const badPages = new Set<number>();
  const kinds = new Map<string, CharacterKind>();
  for (const page of pages) {
    health.characters += page.unreadableGlyphs;
    health.bad += page.unreadableGlyphs;
    if (page.unreadableGlyphs > 0) badPages.add(page.page);
    for (const { texts } of page.runs) {
      for (const text of texts) {
        const kind = kinds.get(text) ?? kindOf(text);
        kinds.set(text, kind);
        if (kind === 'space') continue;
        health.characters++;
        if (kind === 'bad') {
          health.bad++;
          badPages.add(page.page);
        } else if (kind !== 'other') {
          health.han++;
          if (kind === 'rareHan') health.rareHan++;
        }
      }
    }
  }
  return { ...health, badPages: [...badPages] };
}

type CharacterKind = 'space' | 'bad' | 'han' | 'rareHan' | 'other';

/** What a glyph's text is: asked once for each that a file has, which are some thousands among hundreds of thousands. */
function kindOf(text: string): CharacterKind {
  if (!NOT_SPACE.test(text)) return 'space';
  if (BAD_CHARACTER.test(text)) return 'bad';
  if (!HAN.test(text)) return 'other';
  return isCommonHan(text) ? 'han' : 'rareHan';
}

/** Whether the text layer maps to real characters, without a word about it. */
export function isRecoverable(pages: readonly PageContent[]): boolean {
  try {
    checkTextRecoverable(pages);
    return true;
  } catch (error) {
    if (error instanceof IngestError) return false;
    throw error;
  }
}

/**
 * Whether the text layer maps to real characters.
 *
 * @throws IngestError `pdf/text-recoverable` when so much of it does not that publishing it would mislead.
 */
export function checkTextRecoverable(pages: readonly PageContent[]): readonly Message[] {
  const { characters, bad, han, rareHan, badPages } = characterHealth(pages);
  if (characters < MIN_JUDGED_CHARACTERS) return [];
  const refuse = (what: string): IngestError =>
    new IngestError(
      'pdf/text-recoverable',
      `The text layer is not readable: ${what}. The fonts lack a map to characters, or the file is damaged.`,
      'Fetch the file again; if it stays so, ingest it with --ocr, which recognises the text from the pages’ pictures.',
    );
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
  if (bad / characters > MAX_BAD_SHARE) {
    throw refuse(
      `${String(bad)} of ${String(characters)} characters (${percent(bad, characters)}) are not characters`,
    );
  }
  if (han >= MIN_JUDGED_CHARACTERS && rareHan / han > MAX_RARE_HAN_SHARE) {
    throw refuse(`${percent(rareHan, han)} of the Chinese characters are ones that hardly any text uses`);
  }
  if (bad / characters <= WARN_BAD_SHARE) return [];
  return [
    {
      ruleId: 'pdf/text-recoverable',
      severity: 'warning',
      reason: `${String(bad)} of ${String(characters)} characters could not be mapped, on page(s) ${pageList(badPages)}.`,
      hint: 'Compare these pages with the original.',
    },
  ];
}
