/** Whether lines of some setting are a heading, and why: the rules of `setting.ts`. */
import { countInk } from '../../../../genre/character-class.ts';
import { isBackTitle, isFrontTitle } from '../../../../genre/matter-titles.ts';
import type { NumberMark, NumberStyle } from '../../../../genre/numbering.ts';
import { endsLikeText, endsSentence, hasSentenceInside } from '../../../../genre/sentences.ts';
import { SMALLEST, textOfLines } from '../judge-lines.ts';
import type { JudgedLine } from '../judge-lines.ts';
import type { Claim } from './claim.ts';
import { drawnBullet } from '../../lines/list-markers.ts';
import { formOfNoTitle } from './title-form.ts';

/** A heading is shorter than this, whether it takes one line or two. */
const MAX_INK = 64;
const MIN_INK = 2;
/** A heading that nothing sets off but its number is shorter still. */
const MAX_PLAIN_INK = 36;
/** Lines of one setting that make it that of headings. */
const MIN_ALIKE = 2;

/** Marks of lists and of running text that headings seldom have unless they are set off. */
const WEAK_STYLES: readonly NumberStyle[] = [
  'arabicParen',
  'halfParen',
  'circled',
  'letter',
  'decimal1',
  'arabic',
  'hanParen',
  'han',
];
/** Styles that may stand alone on their line: 第一章, and its title below. */
const MAY_STAND_ALONE: readonly NumberStyle[] = ['part', 'chapter', 'section', 'appendix'];

/** What is known when lines are judged by their setting. */
export interface SettingInput {
  readonly judged: readonly JudgedLine[];
  /** Indices of lines that the contents announce. */
  readonly taken: ReadonlySet<number>;
  /** Settings (`JudgedLine.key`) of the headings that the contents announce. */
  readonly known: ReadonlySet<string>;
}

type Verdict = Pick<Claim, 'weight' | 'reason'>;

const heading = (reason: string): Verdict => ({ weight: 1, reason });
const none = (reason: string): Verdict => ({ weight: 0, reason });

/** A paragraph may have ended here: a stop, a quotation mark or a bracket closes it. */
export const endsParagraph = (text: string): boolean => endsSentence(text) || /[”）]$/u.test(text);

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The verdict about lines, null for ordinary text that nobody would take for a heading. */
export function judgeRange(input: SettingInput, range: Range): Verdict | null {
  const { judged } = input;
  const [first, last] = [judged[range.from], judged[range.to - 1]];
  if (first === undefined || last === undefined) return null;
  const text = textOfLines(judged, range.from, range.to);
  const ink = countInk(text);
  if (ink > MAX_INK || ink < MIN_INK) return null;
  if (endsLikeText(text) || hasSentenceInside(text))
    return first.distinct || first.number ? none('it ends, or holds a stop, as a sentence does') : null;
  if (drawnBullet(first.line) !== null) return none('it begins with the mark of a list');
  const noTitle = formOfNoTitle(text.slice(first.number?.length ?? 0), first.number !== null);
  if (noTitle !== null) return first.distinct || first.number ? none(noTitle) : null;
  if ((isFrontTitle(text) || isBackTitle(text)) && (first.distinct || first.centred))
    return heading('a title of front or back matter, set off');
  if (first.number) return judgeNumbered(input, range, { first, last, number: first.number, ink });
  return judgeUnnumbered(input, range, first, last);
}

interface Numbered {
  readonly first: JudgedLine;
  readonly last: JudgedLine;
  readonly number: NumberMark;
  readonly ink: number;
}

function judgeNumbered(input: SettingInput, range: Range, numbered: Numbered): Verdict {
  const { first, last, number } = numbered;
  if (!isTitled(number, range)) return none('a number without a title');
  if (number.style === 'article') return none('an article of a statute: a paragraph with its number');
  if (!first.distinct) return judgePlain(input, range, numbered);
  const next = input.judged[range.to];
  const goesOn = last.full && !first.larger && next !== undefined && next.key === first.key && !next.indented;
  return goesOn
    ? none('numbered, but it goes on as running text')
    : heading('numbered, and set off from the body');
}

/** A number makes a heading only with words after it: `45.` and `（10）：6-55` are the ends of references. */
function isTitled({ style, rest }: NumberMark, range: Range): boolean {
  if (rest === '') return MAY_STAND_ALONE.includes(style) || range.to - range.from > 1;
  return /^[\p{L}“‘《（(\d]/u.test(rest) && /\p{Script=Han}|[A-Za-z]{3}/u.test(rest);
}

/**
 * A heading in the very setting of the body: short, numbered, without a stop, and followed by a paragraph of its own
 * rather than by the next number (then it is a list).
 */
function judgePlain(
  { judged, taken }: SettingInput,
  range: Range,
  { first, number, ink }: Numbered,
): Verdict {
  const [before, next] = [judged[range.from - 1], judged[range.to]];
  if (first.smaller || first.full || ink > MAX_PLAIN_INK || !first.indented || number.rest === '')
    return none('numbered, but set and placed as running text');
  if (!next?.indented || next.line.size < SMALLEST * first.line.size)
    return none('numbered, but no paragraph begins below it');
  if (next.number?.style === number.style && !taken.has(range.to))
    return none('an item of a list: the next line has a number of its kind');
  if (before !== undefined && !taken.has(range.from - 1)) {
    if (/[:：]$/u.test(before.line.text)) return none('an item of a list that the line above announces');
    // The last item of a list is followed by a paragraph, too.
    if (before.number?.style === number.style && before.number.value === number.value - 1)
      return none('an item of a list: the line above has the number before');
    if (before.full && !endsParagraph(before.line.text)) return none('the line above runs on into it');
  }
  return WEAK_STYLES.includes(number.style) && /[，,；;]/u.test(number.rest)
    ? none('numbered, but with commas as running text has them')
    : heading('numbered, alone on its line, a paragraph below it');
}

function judgeUnnumbered(
  { judged, known }: SettingInput,
  range: Range,
  first: JudgedLine,
  last: JudgedLine,
): Verdict | null {
  const next = judged[range.to];
  if (first.larger) {
    // The next heading may be set alike.
    const isNew = next?.number !== null && next?.number !== undefined && next.spaced;
    const isAlone = next?.line.page !== first.line.page || next.key !== first.key || isNew;
    return isAlone || range.to - range.from > 1
      ? heading('larger than the body')
      : none('large text that goes on in the same setting');
  }
  if (!first.distinct) return null;
  if (last.full) return none('set off, but it fills its line');
  if (known.has(first.key)) return heading('set as headings are that the contents announce');
  if (!first.style.bold) return none('in another font than the body, which is not enough');
  const alike = judged.filter(
    (each) => each.key === first.key && !each.full && !endsLikeText(each.line.text),
  ).length;
  if (alike < MIN_ALIKE) return none('bold, but nothing else is set so');
  if (next === undefined || next.key === first.key) return none('bold, but what follows is set alike');
  return first.centred || first.spaced || next.indented
    ? heading('bold, short, and apart from the text around it')
    : none('bold, but not apart from the text around it');
}
