/** The languages that reports are written in, as HTML names them (BCP 47). */
export const LANGUAGES = ['zh-CN', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language of the interface, and of a report that does not say another. */
export const INTERFACE_LANGUAGE: Language = 'zh-CN';

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /\p{Script=Latin}+/gu;
/** Words without which hardly any English sentence is made; other languages in Latin letters have few of them. */
const ENGLISH_WORD = /\b(?:the|of|and|to|in|for|is|are|with|that|by|on|as|from|which|this)\b/giu;

/** Chinese text takes in names and terms in Latin letters: it is English where words are this many times its characters. */
const CLEAR_MAJORITY = 4;
/** Shorter text is a name, a term, a line of a table. */
const MIN_WORDS = 6;
/** Prose has a third of such words, a title or an entry of references one in ten. */
const MIN_ENGLISH_SHARE = 0.08;

/** The language of a text, undefined where it is too short or mixed, or is written in another. */
export function languageOf(text: string): Language | undefined {
  const han = text.match(HAN)?.length ?? 0;
  const words = text.match(LATIN_WORD)?.length ?? 0;
  if (han > words) return 'zh-CN';
  if (words < MIN_WORDS || words < CLEAR_MAJORITY * han) return undefined;
  return (text.match(ENGLISH_WORD)?.length ?? 0) >= MIN_ENGLISH_SHARE * words ? 'en' : undefined;
}
