import { describe, expect, it } from 'vitest';
import type { Block, Viewpoint } from '../../scripts/ingest/model/document.ts';
import {
  listPlaces,
  matchViewpoints,
  placeViewpoints,
  type ReportPlace,
} from '../../scripts/ingest/transforms/place-viewpoints.ts';
import { splitChapters } from '../../scripts/ingest/transforms/split-chapters.ts';
import { heading, paragraph } from '../support/invented-document.ts';

function viewpoint(lead: string, rest = '', number = 1): Viewpoint {
  return { number, lead, children: [paragraph(lead + rest)], origins: [] };
}
/** Places `chapter section title` with the text below each; `-` for a chapter's own place. */
function places(entries: Readonly<Record<string, string>>): readonly ReportPlace[] {
  return Object.entries(entries).map(([name, text]): ReportPlace => {
    const [chapter = '', section = '', title = ''] = name.split(' ');
    return {
      chapter,
      section: section === '-' ? '' : section,
      title,
      text,
      heading: heading(1, '', title),
    };
  });
}
const placeOf = (said: Viewpoint, among: readonly ReportPlace[]): string =>
  matchViewpoints([said], among).map(({ chapter, section }) => chapter + section)[0]!;

describe('the places of a report', () => {
  const body: readonly Block[] = [
    { ...heading(1, '', '前言'), matter: 'front' },
    heading(1, '一、', '总体'),
    paragraph('开头'),
    heading(2, '（一）', '第一节'),
    paragraph('甲'),
    heading(3, '1.', '小节'),
    paragraph('乙'),
    heading(2, '（二）', '第二节'),
    paragraph('丙'),
    heading(1, '二、', '展望'),
    paragraph('丁'),
  ];
  it('are the chapters of the body and their sections of the highest level, each with its text', () => {
    const found = listPlaces(splitChapters(body).chapters, ['foreword', 'overview', 'outlook']);
    expect(found.map(({ chapter, section, title, text }) => [chapter, section, title, text])).toEqual([
      ['overview', '', '总体', '开头'],
      ['overview', '（一）', '第一节', '甲小节乙'],
      ['overview', '（二）', '第二节', '丙'],
      ['outlook', '', '展望', '丁'],
    ]);
    expect(found[1]!.heading).toBe(body[3]);
  });
});

// Titles of two pairs that share none, so that each is weighed alike; the words between are those of no title.
describe('a viewpoint goes', () => {
  it('where its lead points, not where its text mentions more', () => {
    const among = places({ 'a - 甲乙丙': '', 'b - 丁戊己': '' });
    expect(placeOf(viewpoint('甲乙丙。', '丁戊己。'), among)).toBe('a');
    expect(placeOf(viewpoint('丁戊己。', '甲乙丙。'), among)).toBe('b');
  });

  // What is in the lead is in the text, too, and counts threefold; what is in the text alone counts once.
  it.each([
    ['甲乙丙丁子丑寅卯', 'lead'],
    ['甲乙子丑寅', 'text'],
  ])(
    'where its text alone points wholly, unless its lead points by more than a third: %s',
    (title, expected) => {
      const among = places({ [`lead - ${title}`]: '', 'text - 戊己庚': '' });
      expect(placeOf(viewpoint('甲乙丙丁。', '戊己庚。'), among)).toBe(expected);
    },
  );

  it('where its text points, when its lead points nowhere', () => {
    expect(placeOf(viewpoint('天地。', '丁戊己。'), places({ 'a - 甲乙丙': '', 'b - 丁戊己': '' }))).toBe(
      'b',
    );
  });

  it('where full text holds its lead, when no title does', () => {
    expect(placeOf(viewpoint('天地玄黄。'), places({ 'a - 甲乙': '别的', 'b - 丙丁': '天地玄黄' }))).toBe(
      'b',
    );
  });

  it('to a chapter only where none of its sections says more', () => {
    const among = places({ 'a - 甲乙': '', 'a 1 丙丁': '', 'a 2 戊己': '' });
    expect(placeOf(viewpoint('甲乙。'), among)).toBe('a');
    expect(placeOf(viewpoint('甲乙戊己。'), among)).toBe('a2');
  });

  it('to a chapter without sections by the whole of its title', () => {
    const among = places({ 'b - 天地': '', 'b 1 丁戊己': '', 'a - 甲乙丙': '' });
    expect(placeOf(viewpoint('甲乙丙丁戊己。'), among)).toBe('a');
  });

  it('to the first place where all are alike, and nowhere where there is none', () => {
    expect(placeOf(viewpoint('天地。'), places({ 'a - 甲乙': '', 'b - 丙丁': '' }))).toBe('a');
    expect(matchViewpoints([viewpoint('天地。')], [])).toEqual([]);
    expect(matchViewpoints([], places({ 'a - 甲乙': '' }))).toEqual([]);
  });

  // The title of the section alone (1) against a chapter's title (½ for each of its sections) and a share of full text.
  it.each([
    ['天地玄黄宇宙洪荒日', 'b1', '甲乙'],
    ['甲乙', 'a1', '丙丁'],
  ])('to a section by its own title before its chapter’s: %s', (_, expected, lead) => {
    const among = places({ 'a - 甲乙': '', 'a 1 丙丁': '', 'b - 戊己': '', 'b 1 甲乙': '' });
    expect(placeOf(viewpoint(`${lead}。`), among)).toBe(expected);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a chapter’s title half: it loses to a section’s title of which three fifths are there',
      { 'a - 天地玄': '', 'a 1 洪荒': '', 'b - 日月': '', 'b 1 甲乙丙丁戊己': '' },
      'b1',
    ],
    [
      'a chapter’s title half: it wins over a section’s title of which three sevenths are there',
      { 'a - 天地玄': '', 'a 1 洪荒': '', 'b - 日月': '', 'b 1 甲乙丙丁戊己庚辛': '' },
      'a',
    ],
    [
      'full text half: it loses to a section’s title of which three fifths are there',
      { 'a - 日月': '', 'a 1 洪荒': '天地玄甲乙丙丁', 'b - 盈昃': '', 'b 1 甲乙丙丁戊己': '' },
      'b1',
    ],
    [
      'full text half: it wins over a section’s title of which three sevenths are there',
      { 'a - 日月': '', 'a 1 洪荒': '天地玄甲乙丙丁', 'b - 盈昃': '', 'b 1 甲乙丙丁戊己庚辛': '' },
      'a1',
    ],
  ])('by weighing %s', (_, among, expected) => {
    expect(placeOf(viewpoint('天地玄甲乙丙丁。'), places(among))).toBe(expected);
  });

  it('never before an earlier one, so that the sum is greatest', () => {
    const among = places({ 'a - 甲乙': '', 'b - 丙丁': '', 'c - 戊己': '' });
    const order = (...leads: readonly string[]): string =>
      matchViewpoints(
        leads.map((lead) => viewpoint(lead)),
        among,
      )
        .map(({ chapter }) => chapter)
        .join('');
    expect(order('甲乙。', '丙丁。', '戊己。')).toBe('abc');
    expect(order('丙丁。', '甲乙。', '戊己。')).toMatch(/^(?:bbc|aac)$/u);
    expect(order('甲乙。', '甲乙。')).toBe('aa');
    expect(order('戊己。', '甲乙。', '丙丁。')).toBe('aab');
  });
});

describe('what a person checked', () => {
  const among = places({ 'a - 甲乙': '', 'a （一） 天地': '', 'a （二） 玄黄': '', 'b - 丙丁': '' });
  const place = (said: Viewpoint, entry?: { chapter: string; section?: string; checked: boolean }) => {
    const placed = placeViewpoints([said], among, entry ? [{ number: 1, ...entry }] : []);
    return {
      at: placed.places.map((found) => (found ? found.chapter + found.section : ''))[0],
      recorded: placed.recorded,
      messages: placed.messages.map(({ severity }) => severity),
    };
  };

  it('stays, whatever brackets its number has', () => {
    const entry = { chapter: 'a', section: '( 二 )', checked: true };
    expect(place(viewpoint('天地。'), entry)).toEqual({
      at: 'a（二）',
      recorded: [{ number: 1, ...entry }],
      messages: [],
    });
  });

  it('is told where the words point to another chapter', () => {
    expect(place(viewpoint('丙丁。'), { chapter: 'a', checked: true })).toMatchObject({
      at: 'a',
      messages: ['info'],
    });
  });

  it('falls back on its chapter, then on the words, with a warning', () => {
    expect(place(viewpoint('丙丁。'), { chapter: 'a', section: '（九）', checked: true })).toMatchObject({
      at: 'a',
      messages: ['warning'],
    });
    expect(place(viewpoint('丙丁。'), { chapter: 'x', checked: true })).toMatchObject({
      at: 'b',
      messages: ['warning'],
    });
  });

  it('is asked for where nobody has checked yet', () => {
    expect(place(viewpoint('丙丁。'), { chapter: 'a', checked: false })).toEqual({
      at: 'b',
      recorded: [{ number: 1, chapter: 'b', checked: false }],
      messages: ['info'],
    });
    expect(place(viewpoint('玄黄。')).recorded).toEqual([
      { number: 1, chapter: 'a', section: '（二）', checked: false },
    ]);
  });

  it('belongs to its own number', () => {
    const { places: found } = placeViewpoints([viewpoint('丙丁。', '', 2)], among, [
      { number: 1, chapter: 'a', checked: true },
    ]);
    expect(found[0]?.chapter).toBe('b');
  });

  it('is kept for a report without chapters; the others have no place', () => {
    const placed = placeViewpoints(
      [viewpoint('甲。'), viewpoint('乙。', '', 2)],
      [],
      [{ number: 1, chapter: 'a', checked: true }],
    );
    expect(placed.places).toEqual([null, null]);
    expect(placed.recorded).toEqual([{ number: 1, chapter: 'a', checked: true }]);
    expect(placed.messages.map(({ severity }) => severity)).toEqual(['warning']);
  });
});
