import { describe, expect, it } from 'vitest';
import { textOf } from '../../scripts/ingest/model/text-of.ts';
import { recognitionMessages } from '../../scripts/ingest/readers/pdf/recognition/recognition-messages.ts';
import {
  recognitionOf,
  withPagePictures,
} from '../../scripts/ingest/readers/pdf/recognition/page-pictures.ts';
import type { RecognisedLine } from '../../scripts/ingest/readers/pdf/recognition/recogniser.ts';
import { runsOfPages } from '../../scripts/ingest/readers/pdf/recognition/runs-of-lines.ts';
import { INSTALL_RECOGNITION } from '../../scripts/ingest/writers/recognition-packages.ts';
import { heading, paragraph } from '../support/invented-document.ts';
import { page, run } from '../support/pdf-page-content.ts';

/** Pixels in a point of the pictures here. */
const SCALE = 2;

interface Word {
  readonly text: string;
  /** Points. */
  readonly x: number;
  readonly pitch: number;
  readonly confidence?: number;
}

/** A line whose characters stand `pitch` points from each other; its bottom is at 100 points. */
function lineOf(words: readonly Word[], height = 14): RecognisedLine {
  const box = (from: number, to: number) => ({
    x0: from * SCALE,
    x1: to * SCALE,
    y0: (100 - height) * SCALE,
    y1: 100 * SCALE,
  });
  return {
    bbox: box(0, 500),
    words: words.map(({ text, x, pitch, confidence = 90 }) => ({
      text,
      confidence,
      symbols: [...text].map((each, at) => ({
        text: each,
        bbox: box(x + at * pitch, x + (at + 0.9) * pitch),
      })),
    })),
  };
}
const runsOf = (...lines: readonly RecognisedLine[]) =>
  runsOfPages([{ page: 3, lines, scale: SCALE }]).get(3) ?? [];
const textsOf = (...lines: readonly RecognisedLine[]) => runsOf(...lines).map(({ texts }) => texts.join(''));

describe('recognised lines as runs', () => {
  const body = lineOf([{ text: '总体平稳稳中有进', x: 90, pitch: 12 }]);

  it('stand in points where they stood in pixels, and know how sure they are', () => {
    const [first] = runsOf(body);
    expect(first).toMatchObject({ page: 3, id: 3_000_000, size: 12, confidence: expect.closeTo(0.9) });
    expect(first?.starts[1]).toBe(102);
    expect(first?.baseline).toBeCloseTo(100 - 0.12 * 12);
  });

  it('have a space between Latin words, none between Chinese ones', () => {
    const words = lineOf([
      { text: 'open', x: 90, pitch: 6 },
      { text: 'data', x: 120, pitch: 6 },
      { text: '平台', x: 150, pitch: 12 },
    ]);
    expect(textsOf(words)).toEqual(['open data平台']);
  });

  it('have the usual size where theirs differs by less than an eighth, their own where by more', () => {
    const sizes = (pitch: number) =>
      runsOf(body, lineOf([{ text: '稍大', x: 90, pitch }])).map(({ size }) => size);
    expect(sizes(13.4)).toEqual([12, 12]);
    expect(sizes(13.6)).toEqual([12, 13.6]);
  });

  it('are parted where marks stand more than two ems apart', () => {
    const apart = (x: number) =>
      textsOf(
        lineOf([
          { text: '甲乙', x: 90, pitch: 12 },
          { text: '丙丁', x, pitch: 12 },
        ]),
      );
    // The second mark ends at 112.8.
    expect(apart(136)).toEqual(['甲乙丙丁']);
    expect(apart(138)).toEqual(['甲乙', '丙丁']);
  });

  it('keep hardly recognised words of a line that holds surer ones: a gap in a sentence would not be seen', () => {
    const line = lineOf([
      { text: '甲乙', x: 90, pitch: 12 },
      { text: '丙', x: 114, pitch: 12, confidence: 3 },
      { text: '丁', x: 126, pitch: 12 },
    ]);
    expect(textsOf(line)).toEqual(['甲乙丙丁']);
    expect(runsOf(line)[0]?.confidence).toBeCloseTo((3 * 0.9 + 0.03) / 4, 2);
  });

  it('leave out lines in which nothing is recognised any better', () => {
    const words = (confidence: number) => textsOf(lineOf([{ text: '甲乙', x: 90, pitch: 12, confidence }]));
    expect([words(30), words(29)]).toEqual([['甲乙'], []]);
  });
});

describe('the picture of a recognised page', () => {
  const recognised = page([run('甲', 80, 80, { page: 4, confidence: 0.876 })], { page: 4 });
  const plain = page([run('乙', 80, 80, { page: 3 })], { page: 3 });

  it('stands behind the heading that opens the page, before its text, and says how sure it is', () => {
    const body = [paragraph('前文。', 3), heading(1, '一、', '总体', 4), paragraph('正文。', 4)];
    const placed = withPagePictures(body, [plain, recognised], ['', '', '1', '2']);
    expect(placed.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'figure', 'paragraph']);
    expect(textOf(placed.slice(2, 3))).toBe('第 4 页原件。以下为识别文字，可能有误（把握 88 %）');
  });

  it('stands last where nothing begins on its page', () => {
    expect(withPagePictures([paragraph('前文。', 3)], [recognised], []).map(({ type }) => type)).toEqual([
      'paragraph',
      'figure',
    ]);
  });

  it('is there for recognised pages only, and a message names them', () => {
    expect(withPagePictures([paragraph('前文。', 3)], [plain], [])).toHaveLength(1);
    expect([recognitionOf(plain), recognitionOf(recognised)]).toEqual([null, 0.876]);
    expect(recognitionMessages([plain])).toEqual([]);
    expect(recognitionMessages([plain, recognised])[0]?.reason).toContain('Page(s) 4 were pictures');
  });
});

describe('the packages of recognition', () => {
  it('are installed by one command with exact versions, which changes no file of the project', () => {
    expect(INSTALL_RECOGNITION).toMatch(/^npm install --no-save( @?[\w./-]+@\d+\.\d+\.\d+){3}$/u);
  });
});
