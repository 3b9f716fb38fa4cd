import { describe, expect, it } from 'vitest';
import {
  isContentsTitle,
  isExhibitsTitle,
  mayNamePage,
  splitEntry,
} from '../../scripts/ingest/genre/contents-entry.ts';

const ENTRIES = [
  '一、总体态势……12',
  '一、总体态势......第12页',
  '前言\tiv',
  '摘要\tII',
  'Preface ..... XXXVIII',
  '（一）指标体系·····（8）',
  '附录\t123',
];

describe('lines of contents', () => {
  it.each(ENTRIES)('say that they may name a page before they are taken apart: %s', (text) => {
    expect(splitEntry(text, 'tab')).not.toBeNull();
    expect(mayNamePage(text)).toBe(true);
  });

  it('are told from running text by how they end', () => {
    expect(['产业规模持续增长。', '一、总体态势', '目录', ''].filter(mayNamePage)).toEqual([]);
  });
});

describe('titles of contents', () => {
  it('announce headings, or figures and tables', () => {
    expect(['目 录', '总目录', 'Contents', '目次'].filter(isContentsTitle)).toHaveLength(4);
    const exhibits = ['插图索引', '附表清单', '图 目 录', '图表列表', 'List of Figures'];
    expect(exhibits.filter(isExhibitsTitle)).toEqual(exhibits);
    expect(['索引', '列表', '目录结构', '关键词索引'].filter(isContentsTitle)).toEqual([]);
  });
});
