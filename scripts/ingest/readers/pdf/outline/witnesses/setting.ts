/** Numbering, size and weight: lines that look like headings although no contents page announces them. */
import { countIdeographs, isWordCharacter, lastCharacter } from '../../../../genre/character-class.ts';
import { isAttachedLine, parseCaption } from '../../../../genre/captions.ts';
import type { JudgedLine } from '../judge-lines.ts';
import type { Claim } from './claim.ts';
import { endsParagraph, judgeRange } from './judge-setting.ts';
import type { SettingInput } from './judge-setting.ts';

/** Two lines on one page belong to one heading when they are no further apart than this, in ems. */
const MAX_LINE_GAP_EMS = 2.6;
const MAX_LINES = 3;
/** A letter of a word and its share of the space before it are so many ems wide at most. */
const WORD_EMS = 0.7;

/** Claims for lines that no contents entry claimed, with those that look like headings but are none (weight 0). */
export function settingClaims(input: SettingInput): Claim[] {
  const { judged, taken } = input;
  const claims: Claim[] = [];
  for (let index = 0; index < judged.length; index++) {
    const self = judged[index];
    if (self === undefined || taken.has(index) || !mayBegin(input, index, self)) continue;
    const to = endOfHeading(input, index, self);
    const verdict = judgeRange(input, { from: index, to });
    if (verdict === null) continue;
    claims.push({
      witness: self.number === null ? 'setting' : 'numbering',
      from: index,
      to,
      level: null,
      ...verdict,
    });
    if (verdict.weight > 0) index = to - 1;
  }
  return claims;
}

/** A heading begins where the line before has ended its paragraph. */
function mayBegin({ judged, taken }: SettingInput, index: number, self: JudgedLine): boolean {
  if (parseCaption(self.line.text) !== null || isAttachedLine(self.line.text)) return false;
  const before = judged[index - 1];
  if (!before || taken.has(index - 1) || !before.full || self.key !== before.key) return true;
  // A title at the right edge fills its line and is none the less followed by another.
  return (self.larger && self.spaced) || (self.indented && endsParagraph(before.line.text));
}

/** Takes in the following lines of the same setting while the heading is not finished. */
function endOfHeading({ judged, taken }: SettingInput, from: number, first: JudgedLine): number {
  let to = from + 1;
  let last = first;
  for (; first.distinct && !taken.has(to) && to - from < MAX_LINES; to++) {
    const next = judged[to];
    if (next === undefined || next.number !== null) break;
    const samePage = next.line.page === last.line.page;
    // 第一章 may be set otherwise than its title below it.
    const isTitleBelow = first.number?.rest === '' && to === from + 1 && samePage && next.larger;
    if (!isSetAlike(last, next) && !isTitleBelow) break;
    if (samePage && next.line.baseline - last.line.baseline > MAX_LINE_GAP_EMS * first.line.size) break;
    const numberAlone = first.number?.rest === '' && to === from + 1;
    const goesOn = last.full && (samePage || !next.indented);
    const bothCentred = first.larger && first.centred && next.centred && samePage;
    if (!numberAlone && !goesOn && !bothCentred && !(samePage && isWrapped(last, next))) break;
    last = next;
  }
  return to;
}

/** Whether two lines are set alike; a line of Latin words alone has a font of its own beside Chinese. */
function isSetAlike(one: JudgedLine, other: JudgedLine): boolean {
  if (one.key === other.key) return true;
  const isLatin = ({ line }: JudgedLine): boolean => countIdeographs(line.text) === 0;
  const { size, bold } = one.style;
  return size === other.style.size && bold === other.style.bold && isLatin(one) !== isLatin(other);
}

/** Whether a line of Latin text ends because the first word of the next has no room on it. */
function isWrapped(line: JudgedLine, next: JudgedLine): boolean {
  const word = /^[\p{Script=Latin}\d'’/-]+/u.exec(next.line.text)?.[0] ?? '';
  const isLatin = isWordCharacter(lastCharacter(line.line.text)) && word !== '';
  return line.larger && isLatin && line.room < WORD_EMS * word.length * line.line.size;
}
