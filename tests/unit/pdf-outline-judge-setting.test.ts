import { describe, expect, it } from 'vitest';
import type { JudgedLine } from '../../scripts/ingest/readers/pdf/outline/judge-lines.ts';
import { judgeRange } from '../../scripts/ingest/readers/pdf/outline/witnesses/judge-setting.ts';
import { judgedLine as set, largeLine as large, type JudgedSetting } from '../support/judged-line.ts';

const han = (count: number): string => '文'.repeat(count);
/** A first line of body text. */
const body = (setting: JudgedSetting = {}, text = han(20)): JudgedLine =>
  set(text, { indented: true, full: true, ...setting });

interface Around {
  readonly before?: JudgedLine;
  readonly next?: JudgedLine | null;
  readonly taken?: readonly ('before' | 'next')[];
  readonly known?: readonly string[];
  readonly others?: readonly JudgedLine[];
}

/** What the setting says of some lines: 1 for a heading, 0 for none with a reason, null for ordinary text. */
function weigh(
  lines: readonly JudgedLine[],
  { before, next = body(), taken = [], known = [], others = [] }: Around = {},
): number | null {
  const judged = [...(before ? [before] : []), ...lines, ...(next ? [next] : []), ...others];
  const from = before ? 1 : 0;
  const to = from + lines.length;
  const indices = taken.map((which) => (which === 'before' ? from - 1 : to));
  return judgeRange({ judged, taken: new Set(indices), known: new Set(known) }, { from, to })?.weight ?? null;
}

describe('lines of any setting', () => {
  it('are headings of 2 to 64 characters', () => {
    expect([1, 2].map((count) => weigh([large(han(count))]))).toEqual([null, 1]);
    expect([62, 63].map((count) => weigh([large(`一、${han(count)}`)]))).toEqual([1, null]);
  });

  it('are none when they end or hold a stop as text does, which is worth saying of set off or numbered ones', () => {
    expect(['一、好，', '一、好。再好', '好的，'].map((text) => weigh([large(text)]))).toEqual([0, 0, 0]);
    expect(['一、好，', '好的，'].map((text) => weigh([set(text)]))).toEqual([0, null]);
  });

  it('are headings by their words, of front or back matter, when they are set off or centred', () => {
    for (const text of ['前言', '参考文献']) {
      expect([
        weigh([set(text, { distinct: true })]),
        weigh([set(text, { centred: true })]),
        weigh([set(text)]),
      ]).toEqual([1, 1, null]);
    }
    expect(weigh([set('总体', { centred: true })])).toBeNull();
  });

  it('are judged where there are any', () => {
    expect(
      judgeRange({ judged: [set('甲乙')], taken: new Set(), known: new Set() }, { from: 3, to: 4 }),
    ).toBeNull();
  });
});

describe('numbered lines that are set off', () => {
  it('are headings with words behind the number, or by a style that may stand alone', () => {
    const texts = [
      '45.',
      '第一章',
      '（10）：6-55',
      '（1）AB',
      '（1）ABC',
      '（1）甲',
      '（1）：甲乙',
      '1.“甲”',
    ];
    expect(texts.map((text) => weigh([large(text)]))).toEqual([0, 1, 0, 0, 1, 1, 0, 1]);
    expect(weigh([large('3.'), large('甲乙')])).toBe(1);
  });

  it('are none where they go on as text of the same setting', () => {
    const bold = (more: JudgedSetting = {}) => set('一、态势', { bold: true, full: true, ...more });
    const goesOn = set(han(20), { bold: true });
    expect(weigh([bold()], { next: goesOn })).toBe(0);
    expect(weigh([bold({ full: false })], { next: goesOn })).toBe(1);
    expect(weigh([bold({ larger: true })], { next: goesOn })).toBe(1);
    expect(weigh([bold()], { next: set(han(20)) })).toBe(1);
    expect(weigh([bold()], { next: set(han(20), { bold: true, indented: true }) })).toBe(1);
    expect(weigh([bold()], { next: null })).toBe(1);
  });
});

describe('numbered lines in the setting of the body', () => {
  const plain = (text = '（1）评估对象', more: JudgedSetting = {}) => set(text, { indented: true, ...more });

  it('are headings when they are short, indented, not full and not smaller', () => {
    expect(weigh([plain()])).toBe(1);
    expect([33, 34].map((count) => weigh([plain(`（1）${han(count)}`)]))).toEqual([1, 0]);
    expect(
      [{ smaller: true }, { full: true }, { indented: false }].map((more) =>
        weigh([plain('（1）评估', more)]),
      ),
    ).toEqual([0, 0, 0]);
    expect(weigh([plain('第一章')])).toBe(0);
  });

  it('have a paragraph below them, of the body’s size', () => {
    expect(
      [null, body({ indented: false }), body({ size: 11.3 }), body({ size: 11.2 })].map((next) =>
        weigh([plain()], { next }),
      ),
    ).toEqual([0, 0, 1, 0]);
  });

  it('are items where the next line has a number of their kind that no contents announce', () => {
    const next = body({}, '（2）评估方法');
    expect(weigh([plain()], { next })).toBe(0);
    expect(weigh([plain()], { next, taken: ['next'] })).toBe(1);
    expect(weigh([plain()], { next: body({}, '①评估方法') })).toBe(1);
  });

  it('are items where the line above announces them, has the number before, or runs on', () => {
    const second = plain('（2）评估对象');
    const above: readonly (readonly [JudgedLine, number])[] = [
      [set('包括：'), 0],
      [set('（1）评估方法'), 0],
      [set('（1）评估方法', { full: true }), 0],
      [set('（3）评估方法'), 1],
      [set('①评估方法'), 1],
      [set(han(20), { full: true }), 0],
      [set(han(20)), 1],
      [set('完成。', { full: true }), 1],
      [set('完成”', { full: true }), 1],
      [set('（完成）', { full: true }), 1],
    ];
    expect(above.map(([before]) => weigh([second], { before }))).toEqual(above.map(([, weight]) => weight));
    expect(above.map(([before]) => weigh([second], { before, taken: ['before'] }))).toEqual(
      above.map(() => 1),
    );
  });

  it('have no commas where their number is one of lists', () => {
    expect([weigh([plain('（1）甲，乙')]), weigh([plain('第一节 甲，乙')])]).toEqual([0, 1]);
  });
});

describe('lines without a number', () => {
  it('are headings when they are larger and what follows is not set alike on their page', () => {
    const title = large('平台总览');
    expect(
      [body(), large(han(9)), large(han(9), { page: 2 }), null].map((next) => weigh([title], { next })),
    ).toEqual([1, 0, 1, 1]);
    expect(weigh([title, large('与展望')], { next: large(han(9)) })).toBe(1);
  });

  const bold = (more: JudgedSetting = {}, text = '平台总览') =>
    set(text, { bold: true, spaced: true, ...more });
  const others = [bold({}, '区域差异')];

  it('are headings when they are bold, short, and another line is set so', () => {
    expect(weigh([bold()], { others })).toBe(1);
    expect(weigh([bold()])).toBe(0);
    expect(weigh([bold({ full: true })], { others })).toBe(0);
    expect(weigh([set('平台总览', { distinct: true, spaced: true })], { others })).toBe(0);
    expect(weigh([set('平台总览')], { others })).toBeNull();
  });

  it('count no full line and no end of a sentence as set alike', () => {
    expect(weigh([bold()], { others: [bold({ full: true }, '区域差异')] })).toBe(0);
    expect(weigh([bold()], { others: [bold({}, '区域差异。')] })).toBe(0);
    expect(weigh([bold()], { others: [set('区域差异'), large('区域差异')] })).toBe(0);
  });

  it('are headings when they are set as announced ones are', () => {
    const other = set('平台总览', { distinct: true });
    expect(weigh([other], { known: [other.key] })).toBe(1);
    expect(weigh([set('平台总览', { distinct: true, full: true })], { known: [other.key] })).toBe(0);
  });

  it('stand apart from the text around them', () => {
    const flat = set(han(20));
    expect(weigh([bold()], { next: null, before: others[0]! })).toBe(0);
    expect(weigh([bold()], { next: others[0]! })).toBe(0);
    expect(weigh([bold()], { next: flat, others })).toBe(1);
    expect(weigh([bold({ spaced: false, centred: true })], { next: flat, others })).toBe(1);
    expect(weigh([bold({ spaced: false })], { others })).toBe(1);
    expect(weigh([bold({ spaced: false })], { next: flat, others })).toBe(0);
  });
});
