import { describe, expect, it } from 'vitest';
import { mayNamePage, splitEntry } from '../../scripts/ingest/genre/contents-entry.ts';

const ENTRIES = [
  '一、总体态势……12',
  '一、总体态势......第12页',
  '前言\tiv',
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
