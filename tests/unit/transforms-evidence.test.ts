import { describe, expect, it } from 'vitest';
import type { Block, Viewpoint } from '../../scripts/ingest/model/document.ts';
import type { Chapter } from '../../scripts/ingest/model/book.ts';
import { textOf } from '../../scripts/ingest/model/text-of.ts';
import { identifyBlocks } from '../../scripts/ingest/transforms/identify-blocks.ts';
import { blockTargets } from '../../scripts/ingest/transforms/link-targets.ts';
import { findEvidence, listPassages } from '../../scripts/ingest/transforms/find-evidence.ts';
import { splitChapters } from '../../scripts/ingest/transforms/split-chapters.ts';
import { heading, paragraph } from '../support/invented-document.ts';

const viewpoint = (text: string): Viewpoint => ({
  number: 1,
  lead: '',
  children: [paragraph(text)],
  origins: [],
});
/** Chapters `c1`, `c2`… with these blocks; what can be linked to is numbered from 1 over all of them. */
function passagesOf(...chapters: readonly (readonly Block[])[]) {
  let next = 0;
  return listPassages(
    chapters.map((blocks, index): Chapter => {
      const ids = new Map(
        blockTargets(blocks, '').map(({ key, letter }) => [key, `${letter}${++next}` as const]),
      );
      const children = identifyBlocks(blocks, (key) => ids.get(key));
      const slug = `c${index + 1}`;
      return {
        id: 's99',
        slug,
        number: '',
        title: '',
        matter: 'body',
        complete: true,
        origins: [],
        children,
      };
    }),
  );
}
/** The passages that carry a viewpoint of chapter `c1`, as their id and chapter. */
function carriers(text: string, ...chapters: readonly (readonly string[])[]): readonly string[] {
  const passages = passagesOf(...chapters.map((texts) => texts.map((written) => paragraph(written))));
  return findEvidence(viewpoint(text), passages, PLACE).map(({ id, chapter }) => `${id} ${chapter}`);
}
const PLACE = { chapter: 'c1', section: '', heading: heading(1, '', ''), title: '', text: '' };

describe('a viewpoint is carried', () => {
  const OTHERS = ['与此无关的另外一段文字', '还有一段讲的是港口吞吐量'];

  // Eleven characters have ten pairs; all are equally telling, since each stands in one text at most.
  it.each([
    ['甲乙丙丁戊己庚子丑寅卯', ['p1 c1']],
    ['甲乙丙丁戊己子丑寅卯辰', []],
  ])('by the paragraph that holds three fifths of a sentence: %s', (held, expected) => {
    expect(carriers('甲乙丙丁戊己庚辛壬癸天', [held, ...OTHERS])).toEqual(expected);
  });

  it.each([
    ['甲乙丙丁戊己庚辛。', ['p1 c1']],
    ['甲乙丙丁戊己庚。', []],
    ['甲乙丙，丁戊己庚。', []],
  ])('only in sentences of eight characters or more: %s', (sentence, expected) => {
    expect(carriers(sentence, ['甲乙丙丁戊己庚辛', ...OTHERS])).toEqual(expected);
  });

  it('by one paragraph for each sentence, in reading order, each once', () => {
    const [first, second] = ['甲乙丙丁戊己庚辛', '子丑寅卯辰巳午未'];
    expect(carriers(`${first}！${second}；`, [second, ...OTHERS, first])).toEqual(['p1 c1', 'p4 c1']);
    expect(carriers(`${first}？${second}。`, [first + second, ...OTHERS])).toEqual(['p1 c1']);
    expect(carriers(`${first}，${second}。`, [first, second])).toEqual([]);
  });

  it('by the paragraph that holds most of it', () => {
    expect(carriers('甲乙丙丁戊己庚辛', ['甲乙丙丁戊己庚', ...OTHERS], ['甲乙丙丁戊己庚辛'])).toEqual([
      'p4 c2',
    ]);
  });

  it('among equals by that of its own chapter, else by the first', () => {
    const text = '甲乙丙丁戊己庚辛';
    expect(carriers(text, OTHERS, [text])).toEqual(['p3 c2']);
    expect(carriers(text, [...OTHERS, text], [text, ...OTHERS])).toEqual(['p3 c1']);
    expect(carriers(text, [text, text], OTHERS)).toEqual(['p1 c1']);
  });

  it('by at most six paragraphs', () => {
    const sentences = Array.from(
      { length: 7 },
      (_, at) => String.fromCodePoint(0x4e00 + at).repeat(3) + '子丑寅卯辰巳',
    );
    const letters = sentences.map(
      (sentence, at) => `${sentence}${String.fromCodePoint(0x5200 + at).repeat(4)}`,
    );
    expect(carriers(letters.join('。'), letters).length).toBe(6);
    expect(carriers(letters.slice(0, 5).join('。'), letters).length).toBe(5);
  });
});

describe('a passage of another chapter', () => {
  const others = Array.from({ length: 12 }, (_, at) =>
    String.fromCodePoint(0x5200 + 3 * at, 0x5201 + 3 * at),
  );

  it.each([
    [41, 'c1'],
    [21, 'c2'],
  ])(
    'yields to one of the own chapter that lacks a fortieth, not a twentieth, of the sentence: %i',
    (length, expected) => {
      const sentence = Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
      const own = sentence.slice(0, -1);
      expect(carriers(sentence, [own, ...others], [sentence]).map((entry) => entry.split(' ')[1])).toEqual([
        expected,
      ]);
    },
  );
});

describe('passages that may carry a viewpoint', () => {
  it('are told with their printed page, and without where they have none', () => {
    const text = '甲乙丙丁戊己庚辛壬癸';
    const pages = (block: Block) =>
      findEvidence(viewpoint(text), passagesOf([block, paragraph('别的一段')]), PLACE);
    expect(pages(paragraph(text, 9))).toEqual([{ id: 'p1', chapter: 'c1', label: '7', page: 9 }]);
    const [origin] = paragraph(text, 9).origins;
    const mixed = { ...paragraph(text), origins: [{ kind: 'article', line: 3 } as const, origin!] };
    expect(pages(mixed)).toMatchObject([{ label: '7', page: 9 }]);
    expect(pages({ ...paragraph(text), origins: [] })).toMatchObject([{ label: '', page: 0 }]);
  });
});

describe('chapters', () => {
  it('begin at the highest headings there are, which may have nothing but a number', () => {
    const body = [
      paragraph('题记'),
      heading(2, '第一篇', ''),
      paragraph('一'),
      heading(3, '', '节'),
      heading(2, '二、', '题目'),
      paragraph('二'),
    ];
    const { before, chapters } = splitChapters(body);
    expect(before.map((block) => textOf([block]))).toEqual(['题记']);
    expect(
      chapters.map(({ number, title, matter, children }) => [number, title, matter, children.length]),
    ).toEqual([
      ['', '第一篇', 'body', 2],
      ['二、', '题目', 'body', 1],
    ]);
    expect(chapters[1]!.origins).toBe(body[4]!.origins);
  });

  it('are none where there are no headings: all is before them', () => {
    expect(splitChapters([paragraph('一')])).toMatchObject({ chapters: [], before: [{ type: 'paragraph' }] });
  });
});
