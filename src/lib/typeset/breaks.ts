import { graphemesOf, type Unit } from './unit.ts';

/** What counts, dates or measures: a number does not part from it at the end of a line. */
const MEASURES = new Set(
  '年月日号时分秒章节条项个件次倍成元万亿千百吨度页版届期名人位家种类点岁国省市米克升',
);
/** Signs that belong to what stands before, and after them. */
const NEVER_FIRST = /^[,.;:!?)\]}%‰℃°·・～~／/\u3005\u30fc々]/u;
const NEVER_LAST = /[([{$¥￥€£#·・～~／/]$/u;

/** Whether a line may end after `before`, which is followed by `after`. */
export function mayBreak(before: Unit, after: Unit): boolean {
  if (after.kind === 'closing' || after.kind === 'space' || before.kind === 'opening') return false;
  if (NEVER_FIRST.test(after.text) || NEVER_LAST.test(before.text)) return false;
  if (before.kind === 'space' || before.kind === 'dash') return true;
  if (before.kind === 'piece' && after.kind === 'piece') return true;
  if (isNarrow(before) && isNarrow(after)) return false;
  if (before.kind === 'word' && /[0-9%]$/u.test(before.text) && MEASURES.has(after.text)) return false;
  if (before.text === '第' && /^[0-9]/u.test(after.text)) return false;
  return true;
}

const isNarrow = ({ kind }: Unit): boolean => kind === 'word' || kind === 'piece' || kind === 'quote';

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** Words of one character that lean on what stands before them. */
const LEANING = new Set('的地得了着过们化性室者力率度型学界业器机员家量值式感论法等');
/** Words of one character that stand for themselves, before which and after which a line may end. */
const FREE = new Set(
  '从向在是与和及为对将把被让由到至于以而且或但也都就又还很最更使仍并其该各每这那不未已可能会要需应有无',
);

/** Of these, those that belong to what follows: a line of a title does not end with them. */
const LEADING = new Set('从向在与和及为对将把被让由到至于以而且或但不未');

/** Of a line that begins inside a word: as much as one that is six ems too short. */
export const INSIDE_WORD_COST = 36;
/** Of one that begins with a character of which the dictionary knows no word: it may belong to the one before. */
const DOUBTFUL_COST = INSIDE_WORD_COST / 2;

/** What it costs to begin a line of a title with a unit, by its place; nothing for most. */
export function wordCosts(units: readonly Unit[]): ReadonlyMap<number, number> {
  const costOfStart = new Map<number, number>();
  // Of the word before.
  let afterCost = 0;
  for (const { index, segment, isWordLike } of words.segment(units.map(({ text }) => text).join(''))) {
    const isDoubtful = isWordLike === true && /^\p{Script=Han}$/u.test(segment) && !FREE.has(segment);
    const leans = isDoubtful && LEANING.has(segment);
    const own = leans ? INSIDE_WORD_COST : isDoubtful ? DOUBTFUL_COST : 0;
    costOfStart.set(index, Math.max(own, afterCost));
    afterCost = isDoubtful && !leans ? INSIDE_WORD_COST : LEADING.has(segment) ? DOUBTFUL_COST : 0;
  }
  const costs = new Map<number, number>();
  let at = 0;
  for (const [index, { text }] of units.entries()) {
    const cost = costOfStart.get(at) ?? INSIDE_WORD_COST;
    if (cost > 0) costs.set(index, cost);
    at += text.length;
  }
  return costs;
}

/** In characters: what is longer in brackets may be divided. */
const SHORT_BRACKET = 8;

/** The units after the first of every short bracket, `（2024年）`, up to its end. */
export function insideShortBrackets(units: readonly Unit[]): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const [from, unit] of units.entries()) {
    if (unit.text !== '（') continue;
    const to = units.findIndex((other, at) => at > from && other.text === '）');
    const length = graphemesOf(
      units
        .slice(from, to + 1)
        .map(({ text }) => text)
        .join(''),
    ).length;
    if (to < 0 || length > SHORT_BRACKET) continue;
    for (let at = from + 1; at <= to; at++) inside.add(at);
  }
  return inside;
}
