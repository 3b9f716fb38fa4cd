/** Names of people, told from subtitles. */
import { describe, expect, it } from 'vitest';
import { holdsNames } from '../../scripts/ingest/genre/person-names.ts';

describe('names of people', () => {
  it('are two or three characters behind a surname, one or more of them', () => {
    const names = ['王小某', '李某2', '欧阳某某', '王小某、李某', '赵某某 陈某某†', '周某和杨某某'];
    expect(names.filter((text) => holdsNames(text, true))).toEqual(names);
  });

  it('are words in Latin letters beside Chinese, or beside other names', () => {
    expect(
      ['Ann Lee', 'Ann Lee', 'Ann B. Lee, Bo Li', 'Ann Lee（安李）'].map((text, at) =>
        holdsNames(text, at === 0),
      ),
    ).toEqual([true, false, true, true]);
    expect(holdsNames('Ann', true)).toBe(false);
    expect(holdsNames('Ann Bo Ce De', true)).toBe(true);
    expect(holdsNames('Ann Bo Ce De Ef', true)).toBe(false);
    expect(holdsNames('Ann lee', true)).toBe(false);
  });

  it('are no subtitles', () => {
    const titles = ['趋势与挑战', '安全与方案', '从技术到应用', '王小某的报告', '或一百分钟了解', '', '1.0'];
    expect(titles.filter((text) => holdsNames(text, true))).toEqual([]);
  });
});
