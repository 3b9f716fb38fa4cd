import { describe, expect, it } from 'vitest';
import { chapterClaims } from '../../scripts/ingest/readers/pdf/outline/witnesses/chapter-sequence.ts';
import { judgedLine, type JudgedSetting } from '../support/judged-line.ts';

/** Chapters of a statute that nothing sets off: the indices at which they are claimed. */
function claimed(...texts: readonly (string | readonly [string, JudgedSetting])[]): number[] {
  const judged = texts.map((each) => (typeof each === 'string' ? judgedLine(each) : judgedLine(...each)));
  return chapterClaims(judged).map(({ from }) => from);
}
const RUNNING = ['本条例适用于处理个人数据的活动', { full: true }] as const;

describe('chapters that only count on', () => {
  it('are headings, three at least', () => {
    expect(claimed('第一章 总则', '条文。', '第二章 原则', '条文。', '第三章 罚则')).toEqual([0, 2, 4]);
    expect(claimed('第一章 总则', '条文。', '第二章 原则')).toEqual([]);
  });

  it('are none where one is missing or said twice', () => {
    expect(claimed('第一章 总则', '第二章 原则', '第四章 罚则')).toEqual([]);
    expect(claimed('第二章 总则', '第三章 原则', '第四章 罚则')).toEqual([]);
    expect(claimed('第一章 总则', '第二章 原则', '第二章 原则', '第三章 罚则')).toEqual([]);
  });

  it('are told from mentions in running text', () => {
    const three = ['第一章 总则', '第二章 原则', '第三章 罚则'];
    const mentions = ['第一章。', '第一章的规定，如下', '第一章', `第一章${'文'.repeat(40)}`] as const;
    for (const mention of mentions) expect(claimed(...three, mention)).toEqual([0, 1, 2]);
    expect(claimed(...three, ['第一章 总则', { full: true }])).toEqual([0, 1, 2]);
    expect(claimed(...three, RUNNING, '第一章 总则')).toEqual([0, 1, 2]);
    expect(claimed(...three, '条文。', '第一章 总则')).toEqual([]);
  });
});
