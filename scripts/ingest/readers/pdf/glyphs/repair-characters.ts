/** Characters as a PDF's text layer gives them → ordinary ones: look-alikes, compatibility forms, bullets, controls. */

/**
 * U+2E80…U+2EFF in order, each as its ordinary character (Unicode, EquivalentUnifiedIdeograph.txt); `-` where there is
 * none. NFKC leaves all but two of them alone.
 */
const RADICALS_SUPPLEMENT = [
  ...'-厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵-旡日月歺母',
  ...'民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹',
  ...'艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠',
  ...'饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟------------',
];
const RADICALS_SUPPLEMENT_START = 0x2e80;

/** Bullets of the symbol fonts that Word puts into the private use area (Wingdings, Symbol): one sign for all. */
const BULLET = '●';
const SYMBOL_BULLETS = new Set([
  0xf06c, 0xf06e, 0xf075, 0xf076, 0xf09f, 0xf0a7, 0xf0a8, 0xf0b2, 0xf0b7, 0xf0d8, 0xf0e8, 0xf0fc, 0xf071,
  0xf077,
]);
/** Symbol encodings put ASCII at U+F020…U+F07E. */
const SYMBOL_ASCII = { first: 0xf020, last: 0xf07e, shift: 0xf000 } as const;
/** Fonts whose letters are drawn as signs. */
export const PICTURE_FONT = /wingdings|webdings|symbol|dingbat/i;

/** Characters that are never printed: soft hyphen, zero-width signs, byte order mark, direction marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\ufe0e\ufe0f]/u;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd-\uffff]/u;
const SPACE = /[\s\u00a0\u3000]/u;
/** Kangxi radicals, compatibility ideographs (both planes) and Latin ligatures: NFKC gives the ordinary characters. */
const COMPATIBILITY = /[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06]|[\u{2f800}-\u{2fa1f}]/u;
/** Kangxi radicals whose NFKC form is not the one that mainland text is written with. */
const MAINLAND_FORMS: ReadonlyMap<string, string> = new Map([
  ['⼾', '户'],
  ['⾭', '青'],
]);
/**
 * Signs that share a glyph with the one that Chinese text means: printing through Skia picks the first code point of
 * the glyph, so that — comes back as ―, ～ as 〜 and … as ⋯.
 */
const SHARED_GLYPHS: ReadonlyMap<string, string> = new Map([
  ['\u2015', '—'],
  ['\u301c', '～'],
  ['\u22ef', '…'],
  ['\u2e3a', '——'],
]);
/** ➀…➉ share their glyphs with ①…⑩ in some fonts, and XeTeX then writes the former. */
const DINGBAT_CIRCLED = { first: 0x2780, count: 10 } as const;
const CIRCLED_ONE = 0x2460;
const PRIVATE_USE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/u;

function repairPrivateUse(code: number, fontName: string): string {
  if (SYMBOL_BULLETS.has(code)) return BULLET;
  const ascii = code >= SYMBOL_ASCII.first && code <= SYMBOL_ASCII.last && !PICTURE_FONT.test(fontName);
  return ascii ? String.fromCharCode(code - SYMBOL_ASCII.shift) : '';
}

function repairOne(character: string, fontName: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x7f && code >= 0x20) return character;
  if (CONTROL.test(character) || INVISIBLE.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  if (PRIVATE_USE.test(character)) return repairPrivateUse(code, fontName);
  const circled = code - DINGBAT_CIRCLED.first;
  if (circled >= 0 && circled < DINGBAT_CIRCLED.count) return String.fromCodePoint(CIRCLED_ONE + circled);
  const shared = SHARED_GLYPHS.get(character) ?? MAINLAND_FORMS.get(character);
  if (shared !== undefined) return shared;
  if (COMPATIBILITY.test(character)) return character.normalize('NFKC');
  const radical = RADICALS_SUPPLEMENT[code - RADICALS_SUPPLEMENT_START];
  return radical === undefined || radical === '-' ? character : radical;
}

/**
 * The text of one glyph with every character made ordinary. Full-width punctuation, ①, ² and ㎡ stay: the whole text
 * is never normalised. Any white space becomes one U+0020. '' where nothing readable is left: a control character, or a
 * private-use character whose meaning only its font knows.
 */
export function repairCharacters(text: string, fontName = ''): string {
  let repaired = '';
  for (const character of text) repaired += repairOne(character, fontName);
  return repaired;
}
