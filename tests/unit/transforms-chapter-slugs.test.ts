import { describe, expect, it } from 'vitest';
import { RESERVED_SLUGS } from '../../src/schema/report.ts';
import type { Heading } from '../../scripts/ingest/model/document.ts';
import { chapterSlugs } from '../../scripts/ingest/transforms/chapter-slugs.ts';
import { splitChapters } from '../../scripts/ingest/transforms/split-chapters.ts';
import { similarity } from '../../scripts/ingest/transforms/text-similarity.ts';
import { heading } from '../support/invented-document.ts';

type Recorded = Parameters<typeof chapterSlugs>[1];

function slugsOf(headings: readonly (string | Heading)[], recorded: Recorded = []): readonly string[] {
  const body = headings.map((entry) => (typeof entry === 'string' ? heading(1, '', entry) : entry));
  return chapterSlugs(splitChapters(body).chapters, recorded);
}

const matter = (title: string, kind: 'front' | 'back'): Heading => ({
  ...heading(1, '', title),
  matter: kind,
});

describe('chapterSlugs', () => {
  it('counts only the chapters of the body', () => {
    expect(slugsOf([matter('前文甲', 'front'), '治水', '护林', matter('后文乙', 'back')])).toEqual([
      'front',
      'chapter-1',
      'chapter-2',
      'back',
    ]);
  });

  it('counts on over a chapter with a known title', () => {
    expect(slugsOf(['治水', '参考文献', '护林'])).toEqual(['chapter-1', 'references', 'chapter-3']);
  });

  it('tells a known title from one that only holds its words', () => {
    expect(slugsOf(['参考文献'])).toEqual(['references']);
    expect(slugsOf(['参考文献与治水'])).toEqual(['chapter-1']);
  });

  it('knows a title with spaces in it', () => {
    expect(slugsOf(['前 言'])).toEqual(['foreword']);
  });

  it('names a part after its place', () => {
    expect(slugsOf([heading(1, '', '第一篇'), heading(1, '', '第二篇治水')])).toEqual(['part-1', 'part-2']);
  });

  it('gives the second chapter of a title a number, and the third the next', () => {
    expect(slugsOf(['附录一', '附录二', '附录三'])).toEqual(['appendix', 'appendix-2', 'appendix-3']);
  });

  it('gives none an address that a recorded chapter has, even one that is gone', () => {
    expect(slugsOf(['治水'], [{ slug: 'chapter-1', title: '完全不同的内容' }])).toEqual(['chapter-1-2']);
  });

  it('gives none an address of the site itself', () => {
    const slugs = slugsOf(['前言', '图目录', '表目录', '参考文献', '来源']);
    expect(slugs.filter((slug) => RESERVED_SLUGS.includes(slug))).toEqual([]);
  });

  it('follows a reworded title as long as half of its pairs of characters stay', () => {
    const recorded = [{ slug: 'rivers', title: '河湖治理进展' }];
    const [near, far] = ['河湖治理新进展', '河湖治理的新阶段'];
    expect(similarity(recorded[0]!.title, near)).toBeGreaterThanOrEqual(0.5);
    expect(similarity(recorded[0]!.title, far)).toBeLessThan(0.5);
    expect(slugsOf([near], recorded)).toEqual(['rivers']);
    expect(slugsOf([far], recorded)).toEqual(['chapter-1']);
  });

  it('gives a recorded address to one chapter only, the same title before a similar one', () => {
    const recorded = [{ slug: 'rivers', title: '河湖治理进展' }];
    expect(slugsOf(['河湖治理新进展', '河湖治理进展'], recorded)).toEqual(['chapter-1', 'rivers']);
    expect(slugsOf(['河湖治理进展', '河湖治理进展'], recorded)).toEqual(['rivers', 'chapter-2']);
  });

  it('takes white space and punctuation of a recorded title for nothing', () => {
    expect(slugsOf(['河湖 治理'], [{ slug: 'rivers', title: '河湖·治理' }])).toEqual(['rivers']);
  });
});
