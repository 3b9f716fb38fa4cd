import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { mergeDoubledRuns } from '../../scripts/ingest/readers/pdf/glyphs/doubled-runs.ts';
import { markThickened } from '../../scripts/ingest/readers/pdf/glyphs/mark-thickened.ts';
import { turnBack, turnOfText } from '../../scripts/ingest/readers/pdf/glyphs/turned-pages.ts';
import { draw, glyphs } from '../support/draw-operators.ts';
import { page, run } from '../support/pdf-page-content.ts';

describe('interpretOperators', () => {
  it('turns text upright, with the place of every glyph, size and name without its prefix', () => {
    const { runs } = draw([
      [OPS.beginText],
      [OPS.setFont, 'f1', 12],
      [OPS.setTextMatrix, [1, 0, 0, 1, 90, 742]],
      [OPS.showText, glyphs('数据要素')],
    ]);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      baseline: 100,
      size: 12,
      fontName: 'SimSun',
      rotation: 0,
      starts: [90, 102, 114, 126],
    });
  });

  it('passes over operators with arguments that no whole file has, and reads on', () => {
    const { runs, shapes } = draw([
      [OPS.setLineWidth, null],
      [OPS.setGState, [['LW', 'wide'], null, ['Font', 7]]],
      [OPS.setGState, 'nothing'],
      [OPS.transform, 'no matrix'],
      [OPS.transform, 1, 2, Number.NaN],
      [OPS.constructPath, OPS.fill, null],
      [OPS.constructPath, OPS.fill, [[0, 1]]],
      [OPS.constructPath, OPS.fill, [[0, 'x', {}]]],
      [OPS.constructPath, OPS.fill, [new Float32Array([0, Number.NaN, 1, 1, 2, 2])]],
      [OPS.paintFormXObjectBegin, [1, 2], { left: 1 }],
      [OPS.paintFormXObjectEnd],
      [OPS.paintImageXObjectRepeat, 'id', 'x', 1, [1, 2, 3]],
      [OPS.paintImageMaskXObjectGroup, [{ transform: [1] }, null]],
      [OPS.paintInlineImageXObjectGroup, null, 5],
      [OPS.beginMarkedContentProps, { name: 5 }, {}],
      [OPS.beginText],
      [OPS.setFont, 'f1', 12],
      [OPS.setTextMatrix, [1, 0, 0, 1, 90, 742]],
      [OPS.setHScale],
      [OPS.setTextMatrix, ['a']],
      [OPS.moveText, undefined, 3],
      [OPS.showText, null],
      [OPS.showText, [null, { unicode: 5 }, ...glyphs('数据'), 'x', { unicode: '要', width: Number.NaN }]],
    ]);
    expect(runs).toMatchObject([{ texts: ['数', '据'], starts: [90, 102], baseline: 100 }]);
    expect([shapes.paths, shapes.boxes, shapes.rulings, shapes.images]).toEqual([[], [], [], []]);
  });

  it('ends a run at a gap, where the style changes and at marked content, and knows artifacts', () => {
    const { runs } = draw([
      [OPS.beginText],
      [OPS.setFont, 'f1', 10],
      [OPS.setTextMatrix, [1, 0, 0, 1, 50, 800]],
      [OPS.showText, [...glyphs('左'), -3000, ...glyphs('右')]],
      [OPS.setTextRenderingMode, 2],
      [OPS.showText, glyphs('粗')],
      [OPS.beginMarkedContentProps, 'Artifact', null],
      [OPS.showText, glyphs('页')],
      [OPS.endMarkedContent],
    ]);
    expect(runs.map((each) => [each.texts.join(''), each.bold, each.artifact])).toEqual([
      ['左', false, false],
      ['右', false, false],
      ['粗', true, false],
      ['页', true, true],
    ]);
  });

  it('reads thin rectangles as rulings, others as boxes, and cuts pictures to the clip', () => {
    const rectangle = (x: number, y: number, w: number, h: number) =>
      new Float32Array([0, x, y, 1, x + w, y, 1, x + w, y + h, 1, x, y + h, 4]);
    const { shapes } = draw([
      [OPS.constructPath, OPS.fill, [rectangle(50, 700, 400, 0.5)], null],
      [OPS.constructPath, OPS.fill, [rectangle(50, 600, 400, 50)], null],
      [OPS.save],
      [OPS.clip],
      [OPS.constructPath, OPS.endPath, [rectangle(0, 0, 300, 842)], null],
      [OPS.transform, 400, 0, 0, 200, 100, 300],
      [OPS.paintImageXObject, 'img', 800, 400],
      [OPS.restore],
    ]);
    expect(shapes.rulings).toMatchObject([{ direction: 'horizontal', from: 50, to: 450 }]);
    expect(shapes.boxes).toMatchObject([{ box: { x: 50, y: 192, width: 400, height: 50 } }]);
    expect(shapes.images).toMatchObject([
      { box: { x: 100, y: 342, width: 200, height: 200 }, pixelWidth: 800 },
    ]);
  });

  it('infers the place of a picture that was left out undecoded, but none where something was painted', () => {
    const { shapes } = draw([
      [OPS.save],
      [OPS.transform, 200, 0, 0, 100, 50, 500],
      [OPS.restore],
      [OPS.save],
      [OPS.transform, 2, 0, 0, 2, 50, 500],
      [OPS.restore],
      [OPS.save],
      [OPS.transform, 12, 0, 0, 12, 50, 300],
      [OPS.setFont, 'f1', 1],
      [OPS.showText, glyphs('字')],
      [OPS.restore],
    ]);
    expect(shapes.images).toMatchObject([{ box: { x: 50, y: 242, width: 200, height: 100 } }]);
  });
});

describe('bold that no font name tells', () => {
  it('drops the second of two copies a hair apart and keeps the fact that it was bold', () => {
    const merged = mergeDoubledRuns([run('加粗', 100, 50), run('加粗', 100.4, 50), run('不同', 200, 50)]);
    expect(merged.map((each) => [each.texts.join(''), each.bold])).toEqual([
      ['加粗', true],
      ['不同', false],
    ]);
  });

  it('does not call exact copies bold, nor repeated characters copies', () => {
    expect(mergeDoubledRuns([run('人人', 100, 50), run('人人', 100, 50)])).toMatchObject([
      { bold: false, texts: ['人', '人'] },
    ]);
  });

  it('finds the second weight of one font name by characters that both set', () => {
    const text = '数据要素市场建设发展情况总体良好数据要素';
    const plain = Array.from({ length: 4 }, (_, index) =>
      run(text, 80, 100 + 24 * index, { fontName: 'Kai', fontId: 'a' }),
    );
    const bold = run('数据要素市场', 80, 300, { fontName: 'Kai', fontId: 'b' });
    const split = run('鄠邑盱眙勐腊', 80, 340, { fontName: 'Kai', fontId: 'c' });
    const [marked] = markThickened([page([...plain, bold, split])]);
    expect(marked!.runs.filter((each) => each.bold).map((each) => each.fontId)).toEqual(['b']);
  });
});

describe('pages whose text lies sideways', () => {
  it('are turned so that most of the text is upright, and boxes turn back', () => {
    expect(turnOfText([run('竖排文字很多', 10, 10, { rotation: 90 }), run('正', 10, 10)])).toBe(270);
    expect(turnOfText([run('正文文字很多', 10, 10), run('轴', 10, 10, { rotation: 270 })])).toBe(0);
    const displayed = { width: 842, height: 595 };
    const back = turnBack({ x: 10, y: 20, width: 100, height: 12 }, { turn: 90, ...displayed });
    expect(back).toEqual({ x: 20, y: 732, width: 12, height: 100 });
    expect(turnBack({ x: 10, y: 20, width: 100, height: 12 }, { turn: 270, ...displayed })).toEqual({
      x: 563,
      y: 10,
      width: 12,
      height: 100,
    });
  });
});
