import { describe, expect, it } from 'vitest';
import type { ContentsLine } from '../../scripts/ingest/readers/pdf/furniture/contents-pages.ts';
import { decide } from '../../scripts/ingest/readers/pdf/outline/decide.ts';
import type { Decision } from '../../scripts/ingest/readers/pdf/outline/decide.ts';
import { gapClaims } from '../../scripts/ingest/readers/pdf/outline/fill-gaps.ts';
import type { JudgedLine } from '../../scripts/ingest/readers/pdf/outline/judge-lines.ts';
import { markMatter } from '../../scripts/ingest/readers/pdf/outline/mark-matter.ts';
import type { MatterInput } from '../../scripts/ingest/readers/pdf/outline/mark-matter.ts';
import type { Claim } from '../../scripts/ingest/readers/pdf/outline/witnesses/claim.ts';
import { judgedLine as set } from '../support/judged-line.ts';

const LINES = ['甲', '乙', '丙', '丁', '戊'].map((text, index) => set(text, { page: index + 1 }));
const claim = (from: number, to: number, weight: number, more: Partial<Claim> = {}): Claim => ({
  witness: 'setting',
  from,
  to,
  weight,
  level: null,
  reason: '',
  ...more,
});
const ENTRY: ContentsLine = { text: '甲', label: '1', indent: 90, page: 1, target: null, list: 'headings' };
const decided = (...claims: readonly Claim[]) =>
  decide(claims, LINES).map(({ text, heading, weight }) => [text, heading, Math.round(10 * weight)]);

describe('claims', () => {
  it('about one line are added, and make a heading when they weigh 1', () => {
    expect(decided(claim(0, 1, 0.6), claim(0, 1, 0.4))).toEqual([['甲', true, 10]]);
    expect(decided(claim(0, 1, 0.4), claim(0, 1, 0.4))).toEqual([['甲', false, 8]]);
  });

  it('go as far as the surest of them, the first of equals', () => {
    expect(decided(claim(0, 2, 0.4), claim(0, 1, 0.6), claim(0, 3, 0.5))).toEqual([['甲', true, 15]]);
    expect(decided(claim(0, 2, 0.6), claim(0, 1, 0.6))).toEqual([['甲乙', true, 12]]);
  });

  it('share no line: what weighs more goes first, then what comes first', () => {
    expect(decided(claim(0, 2, 1), claim(1, 3, 1.2))).toEqual([
      ['甲乙', false, 10],
      ['乙丙', true, 12],
    ]);
    expect(decided(claim(1, 3, 1), claim(0, 2, 1))).toEqual([
      ['甲乙', true, 10],
      ['乙丙', false, 10],
    ]);
    expect(decided(claim(0, 2, 1), claim(2, 3, 1))).toEqual([
      ['甲乙', true, 10],
      ['丙', true, 10],
    ]);
    expect(decided(claim(2, 3, 1), claim(0, 2, 0.9), claim(1, 2, 1))).toEqual([
      ['甲乙', false, 9],
      ['乙', true, 10],
      ['丙', true, 10],
    ]);
  });

  it('of the contents go before heavier ones', () => {
    expect(decided(claim(0, 2, 1, { entry: ENTRY }), claim(1, 3, 1.6))).toEqual([
      ['甲乙', true, 10],
      ['乙丙', false, 16],
    ]);
    expect(decided(claim(0, 2, 1, { entry: ENTRY }), claim(1, 3, 2.4))).toEqual([
      ['甲乙', false, 10],
      ['乙丙', true, 24],
    ]);
    expect(decide([claim(0, 1, 0.2), claim(0, 1, 1, { entry: ENTRY })], LINES)).toMatchObject([
      { entry: ENTRY, page: 1 },
    ]);
    expect(decide([claim(1, 2, 1)], LINES)).toMatchObject([{ entry: null, page: 2 }]);
  });
});

describe('gaps in a numbering', () => {
  const han = (count: number): string => '文'.repeat(count);
  /** Texts of the lines that fill gaps between the lines with a star. */
  const filled = (...texts: readonly string[]): readonly string[] => {
    const judged: readonly JudgedLine[] = texts.map((text) => set(text.replace('*', '')));
    const headings = texts.flatMap((text, from): readonly Decision[] =>
      text.startsWith('*') ? decide([claim(from, from + 1, 1)], judged) : [],
    );
    return gapClaims(headings, judged).map(({ from, to }) =>
      to === from + 1 ? judged[from]!.line.text : '',
    );
  };

  it('are filled by titles of 64 characters at most', () => {
    expect([62, 63].map((count) => filled('*一、甲', `二、${han(count)}`, '*三、丙').length)).toEqual([1, 0]);
  });

  it('are filled one behind the other, or not at all', () => {
    expect(filled('*一、甲', '二、乙', '三、丙', '*四、丁')).toEqual(['二、乙', '三、丙']);
    expect(filled('*一、甲', '三、丙', '二、乙', '*四、丁')).toEqual([]);
    expect(filled('*一、甲', '二、乙', '*四、丁')).toEqual([]);
    expect(filled('*一、甲', '二、', '*三、丁')).toEqual([]);
    expect(filled('二、乙', '*一、甲', '*三、丁', '二、乙')).toEqual([]);
  });

  it('are those of one numbering under one number', () => {
    expect(filled('*1.1甲甲', '1.2乙乙', '*1.3丙丙')).toEqual(['1.2乙乙']);
    expect(filled('*1.1甲甲', '2.2乙乙', '*1.3丙丙')).toEqual([]);
    expect(filled('*1.1甲甲', '*2.3丙丙', '2.2乙乙')).toEqual([]);
    expect(filled('*一、甲', '（二）乙', '*三、丙')).toEqual([]);
    expect(filled('*一、甲', '*总体', '二、乙', '*三、丙')).toEqual(['二、乙']);
    expect(filled('*一、甲', '一、乙', '*二、丙')).toEqual([]);
  });
});

describe('front and back matter', () => {
  const heading = (title: string, more: Partial<MatterInput> = {}): MatterInput => ({
    title,
    number: '',
    key: 'a',
    announced: false,
    beside: true,
    inBody: true,
    ...more,
  });
  const chapter = heading('态势', { number: '一、', key: 'b' });

  it('ends where a chapter is numbered, announced, or set as the front title is', () => {
    const front = heading('前言');
    const matter = (next: MatterInput) => markMatter([front, next])[1];
    expect(matter(heading('态势', { key: 'b' }))).toBe('front');
    expect(matter(chapter)).toBeNull();
    expect(matter(heading('态势', { key: 'b', announced: true }))).toBeNull();
    expect(matter(heading('态势'))).toBeNull();
    expect(matter(heading('态势', { inBody: false, announced: true }))).toBe('front');
    expect(matter(heading('摘要', { announced: true }))).toBe('front');
  });

  it('begins at a front title, and is none without one', () => {
    expect(markMatter([heading('态势', { key: 'b' }), heading('前言'), chapter])).toEqual([
      null,
      'front',
      null,
    ]);
    expect(markMatter([heading('态势', { inBody: false }), heading('前言'), chapter])).toEqual([
      null,
      'front',
      null,
    ]);
    expect(markMatter([heading('态势'), heading('结构')])).toEqual([null, null]);
    expect(markMatter([chapter, heading('前言')])).toEqual([null, null]);
    expect(markMatter([])).toEqual([]);
  });

  it('is no back title that a chapter has for itself', () => {
    expect(markMatter([chapter, heading('参考文献', { beside: false })])).toEqual([null, null]);
  });

  it('closes with back titles behind the first chapter', () => {
    expect(markMatter([heading('参考文献', { inBody: false }), chapter, heading('参考文献')])).toEqual([
      null,
      null,
      'back',
    ]);
    expect(markMatter([heading('参考文献', { announced: true }), chapter])).toEqual(['back', null]);
    expect(markMatter([heading('参考文献', { key: 'b' })])).toEqual([null]);
  });
});
