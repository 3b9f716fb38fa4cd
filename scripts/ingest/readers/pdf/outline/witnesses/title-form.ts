/** What no title looks like, however large it is set: items of lists, parts of sentences, bare numbers, contact data. */
import { squeeze } from '../../../../genre/fold-text.ts';

/** Bullets of lists; private-use characters are those of symbol fonts. */
const BULLET = /^[●○◉◎◼■□◆◇▪▫▶►▲•·⚫⚪\p{Co}]|^[ØØ](?=\s*\p{Script=Han})/u;
/** A conjunction that no title begins with: what stands before it is missing. 和平, 与会, 并购, 及时 and 的士 are words. */
const GOES_ON = /^(?:和(?![平谐])|与(?![会时])|的(?!士)|并(?![购行网联])|及(?!时)|以及|或(?!许))/u;
/** A conjunction at the end: the text goes on below. */
const UNFINISHED = /(?:[和与及或]|以及|并且|[—–-])$/u;
/** Nothing but figures and their units. */
const BARE_NUMBER = /^[\d.,，%％+\-–—~～〜/年月日万亿元个]+$/u;
/** `QQ：12345678`, a telephone number, a DOI: a name, a colon, then digits for the most part. */
const NAMED_NUMBER = /^[^:：]{1,12}[:：][\d\s.,()+/_-]{5,}[\d\p{L}.]*$/u;
/** Addresses of the net. */
const ADDRESS = /https?:|www\.|@[\w-]+\.|\.(?:html?|com|cn|org|pdf)\b/iu;
/** `图：…` without a number: a caption. */
const CAPTION = /^(?:图|表|图表|资料来源|数据来源|来源|注)[:：]/u;
/** Signs of code and formulas, or the prompt before a command. */
const CODE = /[\\{}⟨⟩]|^[>$#%]/u;
/** Latin words that no capital begins: the rest of a sentence, a command or a term (iOS and eID are names). */
const SMALL_START = /^\p{Ll}(?!\p{Lu})(?!.*\p{Script=Han})/u;
/** Letters apart from each other, without a word: parts of a formula or of a logo. */
const NO_WORD = /^(?!.*(?:\p{L}{3}|\p{Script=Han}))/u;
/** Text that holds a full stop of a Latin sentence at its end, as references do. */
const LATIN_END = /[\p{L}\d)]\.$/u;

/** Why a text can not be a title, null where it can. @param text Without its number. @param isNumbered Whether it had one: a sentence is not numbered in its middle. */
export function formOfNoTitle(text: string, isNumbered = false): string | null {
  const squeezed = squeeze(text);
  if (BULLET.test(squeezed)) return 'it begins with the mark of a list';
  if (!isNumbered && GOES_ON.test(squeezed)) return 'it begins in the middle of a sentence';
  if (UNFINISHED.test(squeezed)) return 'it ends in the middle of a sentence';
  if (BARE_NUMBER.test(squeezed)) return 'a number alone';
  if (NAMED_NUMBER.test(squeezed) || ADDRESS.test(text)) return 'an address or a number with its name';
  if (CAPTION.test(squeezed)) return 'a caption or a source';
  if (!isNumbered && CODE.test(squeezed)) return 'code or a formula';
  if (!isNumbered && SMALL_START.test(squeezed)) return 'it begins with a small letter';
  if (!isNumbered && NO_WORD.test(text)) return 'no word in it';
  return LATIN_END.test(squeezed) ? 'it ends as a sentence does' : null;
}
