import { describe, expect, it } from 'vitest';
import { inlineText } from '../../scripts/ingest/readers/pdf/lines/join-lines.ts';
import type { FigureRegion, Region } from '../../scripts/ingest/readers/pdf/regions/types.ts';
import {
  across,
  down,
  filled,
  path,
  picture,
  prose,
  regionsOf,
  words,
  type Drawing,
} from '../support/drawn-page.ts';

const figuresIn = (regions: readonly Region[]): readonly FigureRegion[] =>
  regions.filter((region) => region.kind === 'figure');

const figuresOf = (...drawings: readonly Drawing[]): readonly FigureRegion[] =>
  figuresIn(regionsOf(...drawings).regions);

function boxOf({ block }: FigureRegion): readonly number[] {
  const origin = block.origins[0]!;
  if (origin.kind !== 'pdf') throw new Error('expected a place in a PDF');
  const { x, y, width, height } = origin.box;
  return [x, y, width, height];
}

describe('figures', () => {
  it('are the picture above a caption; the source line may stand between', () => {
    const [figure] = figuresOf({
      text: [
        prose(80),
        words('来源：某研究院', 250, 320, 9),
        words('图 1 总体架构', 250, 340, 12),
        prose(380),
      ],
      images: [picture(120, 100, 350, 200)],
    });
    expect(figure?.block.number).toBe('图 1');
    expect(inlineText(figure!.block.caption)).toBe('总体架构');
    expect(inlineText(figure!.block.source)).toBe('来源：某研究院');
    expect(boxOf(figure!)).toEqual([120, 100, 350, 200]);
    expect(figure?.block.alt).toBeNull();
  });

  it('account for the punctuation behind their number, which is in neither number nor title', () => {
    const trimmings = (caption: string): readonly string[] => {
      const text = [prose(80), words(caption, 250, 340, 12), prose(380)];
      const [figure] = figuresOf({ text, images: [picture(120, 100, 350, 200)] });
      return (figure?.dropped ?? []).map(({ kind, text: dropped }) => `${kind} ${dropped}`);
    };
    expect(trimmings('图 1：总体架构')).toEqual(['other ：']);
    expect(trimmings('Figure 3. The model')).toEqual(['other .']);
    expect(trimmings('图 1 总体架构')).toEqual([]);
  });

  it('are the picture below a caption where the document sets its captions above', () => {
    const page = (number: string): Drawing => ({
      text: [
        prose(80),
        words(`图 ${number} 走势`, 250, 120, 12),
        words('来源：某研究院', 90, 350, 9),
        prose(400),
      ],
      images: [picture(120, 130, 350, 200)],
    });
    const figures = figuresOf(page('1-1'), page('1-2'));
    expect(figures.map(({ block }) => block.number)).toEqual(['图 1-1', '图 1-2']);
    expect(boxOf(figures[0]!)).toEqual([120, 130, 350, 200]);
  });

  it('take several pictures and their labels as one', () => {
    const [figure, second] = figuresOf({
      text: [
        prose(80),
        words('（a）供给侧', 160, 270, 9),
        words('（b）需求侧', 380, 270, 9),
        words('图 2 对比', 260, 300, 12),
      ],
      images: [picture(110, 100, 170, 150), picture(320, 100, 170, 150)],
    });
    expect(second).toBeUndefined();
    expect(figure?.block.alt).toBe('（a）供给侧、（b）需求侧');
    expect(figure?.dropped).toMatchObject([
      { kind: 'figureText', page: 1, text: '（a）供给侧、（b）需求侧' },
    ]);
    const [x, y, width] = boxOf(figure!);
    expect([x! <= 110, y! <= 100, x! + width! >= 490]).toEqual([true, true, true]);
  });

  it('keep two figures side by side apart', () => {
    const figures = figuresOf({
      text: [prose(80), words('图 3 左边', 150, 290, 12), words('图 4 右边', 370, 290, 12), prose(330)],
      images: [picture(100, 100, 180, 170), picture(320, 100, 180, 170)],
    });
    expect(figures.map((figure) => [figure.block.number, ...boxOf(figure)])).toEqual([
      ['图 3', 100, 100, 180, 170],
      ['图 4', 320, 100, 180, 170],
    ]);
  });

  it('are charts of paths and rules, whose labels are no table', () => {
    const bars = [0, 1, 2, 3, 4].map((index) =>
      filled(150 + 60 * index, 200 - 10 * index, 30, 60 + 10 * index, '#2f6fb0'),
    );
    const years = [0, 1, 2, 3, 4].map((index) => words(String(2019 + index), 152 + 60 * index, 275, 9));
    const values = [0, 1, 2, 3, 4].map((index) =>
      words(String(31 + index), 155 + 60 * index, 196 - 10 * index, 9),
    );
    const { regions } = regionsOf({
      text: [prose(80), ...years, ...values, words('图 5 规模', 270, 310, 12), prose(350)],
      rulings: [across(260, 140, 450), across(230, 140, 450), across(200, 140, 450), down(140, 130, 260)],
      boxes: bars,
    });
    expect(regions.map(({ kind }) => kind)).toEqual(['figure']);
    expect(figuresIn(regions)[0]?.block.alt).toContain('2019');
  });

  it('do not take in the heading or the paragraph above them', () => {
    const [figure] = figuresOf({
      text: [prose(80), words('（一）总体态势', 118, 110, 14), words('图 6 分布', 260, 340, 12)],
      images: [picture(120, 125, 350, 190)],
    });
    expect(figure?.dropped).toEqual([]);
    expect(boxOf(figure!)).toEqual([120, 125, 350, 190]);
  });

  it('pass over a picture that stands at one place on most pages', () => {
    const logo = picture(100, 300, 300, 120);
    const pages = [0, 1, 2, 3].map((): Drawing => ({ text: [prose(100), prose(128)], images: [logo] }));
    expect(figuresOf(...pages)).toEqual([]);
  });

  it('pass over a picture behind the text', () => {
    const text = [100, 128, 156, 184].map(prose);
    expect(figuresOf({ text, images: [picture(100, 90, 380, 300)] })).toEqual([]);
  });

  it('keep a large picture without a caption, and drop a small one', () => {
    const figures = figuresOf({
      text: [prose(80), prose(400)],
      images: [picture(120, 120, 300, 200), picture(90, 420, 12, 12)],
    });
    expect(figures.map(boxOf)).toEqual([[120, 120, 300, 200]]);
  });

  it('are the area that a placed drawing was given, not that of the page', () => {
    const [figure] = figuresOf({
      text: [prose(80), words('图 7 占比', 260, 340, 12)],
      paths: [path(200, 140, 120, 120)],
      clips: [
        { x: 0, y: 0, width: 595, height: 842 },
        { x: 150, y: 120, width: 220, height: 180 },
      ],
    });
    expect(boxOf(figure!)).toEqual([150, 120, 220, 180]);
  });
});

describe('boxed text', () => {
  const frame = [across(100, 90, 505), across(260, 90, 505), down(90, 100, 260), down(505, 100, 260)];
  const inside = [
    words('专栏 1：典型实践', 240, 120, 12, true),
    ...[150, 180, 210].map((y) => words('框内文字'.repeat(9), 100, y, 10.5)),
  ];

  it('is a callout with its title and lines', () => {
    const { regions } = regionsOf({ text: [prose(80), ...inside, prose(300)], rulings: frame });
    expect(regions).toMatchObject([{ kind: 'callout', title: [{ type: 'text', value: '专栏1：典型实践' }] }]);
    expect(regions[0]?.kind === 'callout' && regions[0].lines).toHaveLength(3);
  });

  it('stays apart from the next box', () => {
    const below = [across(270, 90, 505), across(400, 90, 505), down(90, 270, 400), down(505, 270, 400)];
    const more = [300, 330, 360].map((y) => words('第二框内'.repeat(9), 100, y, 10.5));
    const { regions } = regionsOf({
      text: [prose(80), ...inside, ...more, prose(440)],
      rulings: [...frame, ...below],
    });
    expect(regions.map(({ kind }) => kind)).toEqual(['callout', 'callout']);
  });

  it('is found by its colour alone', () => {
    const { regions } = regionsOf({
      text: [prose(80), ...inside, prose(300)],
      boxes: [filled(90, 100, 415, 160)],
    });
    expect(regions.map(({ kind }) => kind)).toEqual(['callout']);
  });

  it('goes on over a page end', () => {
    const rest = [across(60, 90, 505), across(120, 90, 505), down(90, 60, 120), down(505, 60, 120)];
    const more = [80, 105].map((y) => words('框内文字'.repeat(9), 100, y, 10.5));
    const { regions } = regionsOf(
      { text: [prose(80), ...inside], rulings: frame },
      { text: [...more, prose(160)], rulings: rest },
    );
    expect(regions).toHaveLength(1);
    expect(regions[0]?.parts.map(({ page }) => page)).toEqual([1, 2]);
  });

  it('is not the frame of a diagram', () => {
    const { regions } = regionsOf({
      text: [words('应用层', 280, 150), words('平台层', 280, 200), words('图 8 架构', 260, 290, 12)],
      rulings: frame,
    });
    expect(regions.map(({ kind }) => kind)).toEqual(['figure']);
  });
});
