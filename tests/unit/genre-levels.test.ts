import { describe, expect, it } from 'vitest';
import {
  isContentsTitle,
  isExhibitsTitle,
  readEntry,
  splitEntry,
} from '../../scripts/ingest/genre/contents-entry.ts';
import { readNumber } from '../../scripts/ingest/genre/numbering.ts';
import { levelsOfStyles } from '../../scripts/ingest/genre/style-levels.ts';
import { levelContents, readContentsLine } from '../../scripts/ingest/readers/article/find-contents.ts';

describe('contents entries', () => {
  it('are parted into number, title, dots and page', () => {
    expect(readEntry('（一）甲乙........12', 'space')).toMatchObject({
      mark: { number: '（一）' },
      title: '甲乙',
      leader: '........',
      label: '12',
    });
    expect(readEntry('前言 …… I', 'space')).toMatchObject({ mark: null, title: '前言', label: 'I' });
    expect(splitEntry('甲乙 12', 'tab')).toBeNull();
    expect(splitEntry('甲乙\t12', 'tab')).toEqual({ title: '甲乙', label: '12', leader: '' });
    expect(splitEntry('甲乙……（12）', 'tab')).toMatchObject({ title: '甲乙', label: '12' });
    expect(splitEntry('甲乙12', 'space')).toBeNull();
  });

  it('stand under titles of their own', () => {
    expect(['目 录', '目次', '图目录', 'Contents', '目录学'].map(isContentsTitle)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(['图表目录', '目录'].map(isExhibitsTitle)).toEqual([true, false]);
  });

  /** Levels that an article's list gets. */
  const articleLevels = (texts: readonly string[]): readonly (number | null)[] => {
    const lines = texts.map(readContentsLine);
    const found = lines.flatMap((line) =>
      line ? [{ line, origin: { kind: 'article', line: 1 } as const }] : [],
    );
    expect(found).toHaveLength(lines.filter((line) => line !== null).length);
    return levelContents(found).map(({ level }) => level);
  };

  it('of an article are the same as those of a PDF, bare numbers included', () => {
    expect(articleLevels(['1 总体', '1.1 概念', '2 应用'])).toEqual([1, 2, 1]);
    expect(articleLevels(['第一章 甲', '1.1 乙', '1. 丙', '2. 丁'])).toEqual([1, 2, 3, 3]);
    expect(articleLevels(['前言', '一、甲', '（一）乙', '附录 丙'])).toEqual([1, 1, 2, 1]);
  });

  it('are no sentences, and not too long', () => {
    expect(readContentsLine('这一段不是目录。')).toBeNull();
    expect(readContentsLine(`一、${'甲'.repeat(58)}`)).not.toBeNull();
    expect(readContentsLine(`一、${'甲'.repeat(59)}`)).toBeNull();
    expect(readContentsLine('一、')).toBeNull();
  });
});

describe('levels of numbering styles', () => {
  const levels = (texts: readonly (string | readonly [text: string, size: number])[]): readonly number[] => {
    const marks = texts.map((each) => {
      const [text, size] = typeof each === 'string' ? [each, 0] : each;
      return { ...readNumber(text)!, size };
    });
    const { levels: found } = levelsOfStyles(marks);
    return marks.map(({ style }) => found.get(style)!);
  };

  it('follow what begins anew inside what', () => {
    expect(levels(['1.甲', '（一）甲', '（二）甲', '2.甲', '（一）甲'])).toEqual([1, 2, 2, 1, 2]);
    expect(levels(['（一）甲', '1.甲', '2.甲', '（二）甲', '1.甲'])).toEqual([1, 2, 2, 1, 2]);
  });

  it('follow the size where nothing begins anew, and the usual order where sizes are alike', () => {
    expect(
      levels([
        ['1.甲', 18],
        ['（一）甲', 14],
      ]),
    ).toEqual([1, 2]);
    expect(
      levels([
        ['1.甲', 14.3],
        ['（一）甲', 14],
      ]),
    ).toEqual([2, 1]);
  });

  it('count decimals from the style whose number they repeat', () => {
    expect(levels(['1.甲', '1.1甲甲', '1.1.1甲甲', '2.甲', '2.1甲甲'])).toEqual([1, 2, 3, 1, 2]);
    expect(levels(['第一章', '1.1甲甲', '1.甲', '2.甲', '第二章', '2.1甲甲', '1.甲'])).toEqual([
      1, 2, 3, 3, 1, 2, 3,
    ]);
    expect(levels(['第一篇', '1 甲', '1.1甲甲', '第二篇', '2 甲', '2.1甲甲'])).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it('keep the depth of decimals whose chapters have no number', () => {
    expect(levels(['1.1甲甲', '1.1.1甲甲'])).toEqual([2, 3]);
    expect(levels(['一、甲', '1.2.3甲甲'])).toEqual([1, 3]);
  });
});
