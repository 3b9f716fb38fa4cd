/** Chapters that a person reads: neither one nor a hundred, and none of a title alone. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../scripts/ingest/model/document.ts';
import { chapterSlugs, recordedTitle } from '../../scripts/ingest/transforms/chapter-slugs.ts';
import { printedTitle, splitChapters } from '../../scripts/ingest/transforms/split-chapters.ts';
import { heading, paragraph } from '../support/invented-document.ts';

const section = (title: string, ink = 10): readonly Block[] => [
  heading(1, '', title),
  paragraph('文'.repeat(ink)),
];
const sections = (count: number, ink = 10): readonly Block[] =>
  Array.from({ length: count }, (_, index) => section(`第${String(index + 1)}问`, ink)).flat();
const titles = (body: readonly Block[]) => splitChapters(body, true).chapters.map(({ title }) => title);

describe('many chapters', () => {
  it('are grouped from thirty-one on, under a title that says how many sections follow', () => {
    expect(titles(sections(30))).toHaveLength(30);
    expect(titles(sections(31))).toEqual(['第1问 等 31 节']);
  });

  it('are grouped up to a readable size, twenty groups at most', () => {
    expect(titles(sections(40, 3000)).slice(0, 2)).toEqual(['第1问 等 2 节', '第3问 等 2 节']);
    expect(titles(sections(40, 2999)).slice(0, 1)).toEqual(['第1问 等 3 节']);
    expect(titles(sections(100, 6000))).toHaveLength(20);
  });

  it('keep their titles as sections, one level further in', () => {
    const body = sections(31).flatMap((block): readonly Block[] =>
      block.type === 'heading' ? [block, heading(2, '', '小节'), heading(4, '', '细目')] : [block],
    );
    const [chapter] = splitChapters(body, true).chapters;
    expect(chapter?.children.slice(0, 3).map((block) => block.type === 'heading' && block.level)).toEqual([
      2, 3, 4,
    ]);
  });

  it('do not take front and back matter into them', () => {
    const body = [{ ...heading(1, '', '前言'), matter: 'front' as const }, paragraph('文'), ...sections(31)];
    expect(titles(body)).toEqual(['前言', '第1问 等 31 节']);
  });
});

describe('one chapter', () => {
  const body = (ink: number, count: number) => [
    heading(1, '', '全文'),
    paragraph('文'),
    ...Array.from({ length: count }, (_, index) => [
      heading(2, '', `节${String(index)}`),
      paragraph('文'.repeat(ink / count)),
    ]).flat(),
  ];

  it('that holds six thousand characters and three sections is split into them', () => {
    expect(titles(body(6000, 3))).toEqual(['全文', '节0', '节1', '节2']);
    expect(titles(body(5700, 3))).toEqual(['全文']);
    expect(titles(body(6000, 2))).toEqual(['全文']);
  });
});

describe('a title without text', () => {
  it('is no chapter: it closes what stands before it', () => {
    const body = [heading(1, '', '题名'), ...section('甲'), heading(1, '', '谢谢'), ...section('乙')];
    const { before, chapters } = splitChapters(body, true);
    expect(before).toEqual([heading(2, '', '题名')]);
    expect(chapters.map(({ title }) => title)).toEqual(['甲', '乙']);
    expect(chapters[0]?.children.at(-1)).toEqual(heading(2, '', '谢谢'));
  });

  it('is one where the text is not there yet', () => {
    expect(splitChapters([heading(1, '', '甲'), heading(1, '', '乙')]).chapters).toHaveLength(2);
  });
});

describe('the title that is recorded of a chapter', () => {
  const [chapter] = splitChapters([heading(1, '附录 A', '名录'), paragraph('文')], true).chapters;

  it('is as printed, with its number', () => {
    expect([
      printedTitle({ number: '一、', title: '态势' }),
      printedTitle({ number: '附录 A', title: '名录' }),
      printedTitle({ number: 'Chapter 2', title: 'Methods' }),
    ]).toEqual(['一、态势', '附录 A 名录', 'Chapter 2 Methods']);
  });

  it('stays as people wrote it, with the number or without, and keeps its address', () => {
    if (!chapter) throw new Error('no chapter');
    for (const title of ['名录', '附录A名录']) {
      const recorded = [{ slug: 'list', title }];
      expect(chapterSlugs([chapter], recorded)).toEqual(['list']);
      expect(recordedTitle(chapter, 'list', recorded)).toBe(title);
    }
    expect(recordedTitle(chapter, 'list', [{ slug: 'list', title: '别的' }])).toBe('附录 A 名录');
  });
});
