/** Titles of front and back matter that chapters have for themselves. */
import { describe, expect, it } from 'vitest';
import { standBeside } from '../../scripts/ingest/readers/pdf/outline/stand-beside.ts';

/** Which of the titles stand beside the chapters; those with a star are named by the contents. */
const beside = (...titles: readonly string[]) =>
  titles.filter(
    (_, at) =>
      standBeside(
        titles.map((title) => ({ text: title.replace('*', ''), announced: title.startsWith('*') })),
      )[at],
  );

describe('titles of front and back matter', () => {
  it('stand beside the chapters where they come once', () => {
    expect(beside('前言', '第一章 态势', '参考文献')).toEqual(['前言', '参考文献']);
    expect(beside('第一章 态势', '附录 A 名录', '附录 B 术语')).toEqual(['附录 A 名录', '附录 B 术语']);
  });

  it('are sections of the chapters where one after the other has them', () => {
    expect(beside('第一章 态势', '参考文献', '第二章 布局', '参考文献', '后记')).toEqual(['后记']);
    expect(beside('摘要', '第一章 态势', '摘 要', '第二章 布局')).toEqual([]);
  });

  it('stand beside the chapters where the contents name just that one', () => {
    expect(beside('第一章 态势', '参考文献', '第二章 布局', '*参考文献')).toEqual(['*参考文献']);
    expect(beside('第一章 态势', '*参考文献', '第二章 布局', '*参考文献')).toEqual([]);
  });

  it('come twice without a chapter between them and stand beside the chapters all the same', () => {
    expect(beside('第一章 态势', '参考文献', '参考文献')).toEqual(['参考文献', '参考文献']);
  });
});
