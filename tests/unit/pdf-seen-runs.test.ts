import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { isHiddenBy } from '../../scripts/ingest/readers/pdf/glyphs/painted-areas.ts';
import { partSeen } from '../../scripts/ingest/readers/pdf/glyphs/seen-runs.ts';
import { draw, glyphs, type Operator } from '../support/draw-operators.ts';

const A4 = { width: 595, height: 842 };

/** Text of 12 points from x 100, its baseline `y` points above the foot of the page. */
const words = (text: string, y: number, mode = 0): readonly Operator[] => [
  [OPS.beginText],
  [OPS.setTextRenderingMode, mode],
  [OPS.setFont, 'f1', 12],
  [OPS.setTextMatrix, [1, 0, 0, 1, 100, y]],
  [OPS.showText, glyphs(text)],
];
const rectangle = (x: number, y: number, w: number, h: number): Float32Array =>
  new Float32Array([0, x, y, 1, x + w, y, 1, x + w, y + h, 1, x, y + h, 4]);
const fill = (x: number, y: number, w: number, h: number): Operator => [
  OPS.constructPath,
  OPS.fill,
  [rectangle(x, y, w, h)],
  null,
];
const picture = (x: number, y: number, w: number, h: number): readonly Operator[] => [
  [OPS.save],
  [OPS.transform, w, 0, 0, h, x, y],
  [OPS.paintImageXObject, 'img', w, h],
  [OPS.restore],
];
/** A picture that was left out: only its matrix is there. */
const leftOut = (x: number, y: number, w: number, h: number): readonly Operator[] =>
  picture(x, y, w, h).filter(([fn]) => fn !== OPS.paintImageXObject);
/** Enough that is seen, so that what is not seen is not the text layer of a scan. */
const BODY = words('正文很长'.repeat(10), 700);

function part(operators: readonly Operator[], decoded = true) {
  const { runs, shapes } = draw(operators);
  return partSeen(runs, { ...A4, areas: shapes.areas, decoded });
}

/** Why the text is not seen, null where it is: the last run of a page with enough body before it. */
function reasonOf(operators: readonly Operator[], decoded = true) {
  return part([...BODY, ...operators], decoded).unseen.map(({ reason }) => reason)[0] ?? null;
}

describe('text below something that is painted later', () => {
  const below = words('旧版题名', 400);

  it('is covered by a picture and by a plain fill', () => {
    expect(reasonOf([...below, ...picture(90, 380, 200, 60)])).toBe('covered');
    expect(reasonOf([...below, fill(90, 380, 200, 60)])).toBe('covered');
  });

  it('is covered by strips of one picture that meet within its line', () => {
    expect(reasonOf([...below, ...picture(90, 405, 200, 60), ...picture(90, 300, 200, 105)])).toBe('covered');
  });

  it('is seen above what is painted before: highlights, fills of cells, backgrounds', () => {
    const [yellow, black] = ['#ffff00', '#000000'].map((color): Operator => [OPS.setFillRGBColor, color]);
    expect(reasonOf([yellow!, fill(90, 380, 200, 60), black!, ...below])).toBeNull();
    expect(reasonOf([...picture(0, 0, 595, 842), ...below])).toBeNull();
  });

  it('is seen through paint that mixes with it or that a mask holds back', () => {
    const state = (entries: unknown): Operator => [OPS.setGState, entries];
    const highlight = fill(90, 380, 200, 60);
    expect(reasonOf([...below, state([['ca', 0.5]]), highlight])).toBeNull();
    expect(reasonOf([...below, state([['BM', 'multiply']]), highlight])).toBeNull();
    expect(
      reasonOf([
        ...below,
        state([
          ['BM', 'source-over'],
          ['ca', 1],
        ]),
        highlight,
      ]),
    ).toBe('covered');
    expect(reasonOf([...below, state([['SMask', true]]), highlight])).toBeNull();
    // How pdf.js announces a picture with a mask of its own.
    expect(
      reasonOf([...below, [OPS.save], state([['SMask', false]]), ...picture(90, 380, 200, 60)]),
    ).toBeNull();
  });

  it('is seen through a group that is painted as one with little ink', () => {
    const group: readonly Operator[] = [[OPS.beginGroup, {}], fill(90, 380, 200, 60), [OPS.endGroup, {}]];
    expect(reasonOf([...below, [OPS.setGState, [['ca', 0.3]]], ...group])).toBeNull();
    expect(reasonOf([...below, ...group])).toBe('covered');
  });

  it('is seen beside the holes of a path, of a round clip and of letters that clip', () => {
    const frame = new Float32Array([...rectangle(90, 380, 200, 60), ...rectangle(95, 385, 190, 50)]);
    expect(reasonOf([...below, [OPS.constructPath, OPS.eoFill, [frame], null]])).toBeNull();
    const round = new Float32Array([0, 90, 400, 2, 90, 500, 290, 500, 290, 400, 4]);
    const clip: readonly Operator[] = [[OPS.clip], [OPS.constructPath, OPS.endPath, [round], null]];
    expect(reasonOf([...below, ...clip, ...picture(0, 0, 595, 842)])).toBeNull();
    expect(reasonOf([...below, ...words('字', 100, 7), ...picture(90, 380, 200, 60)])).not.toBe('covered');
  });

  it('is unsure below a picture that was left out, and seen when that stays unknown', () => {
    const operators = [...BODY, ...below, ...leftOut(90, 380, 200, 60)];
    expect(part(operators, false)).toMatchObject({ unsure: true, unseen: [{ reason: 'covered' }] });
    expect(part(operators, true)).toMatchObject({ unsure: false, unseen: [] });
  });

  it('is seen where more than a tenth of it stands out', () => {
    const edges = (right: number) => [0, 0, right, 10] as const;
    const area = { edges: [0, 0, 90, 10], at: 1, color: '', opacity: 'opaque' } as const;
    expect(isHiddenBy(edges(99), 20, [area])).toBe(true);
    expect(isHiddenBy(edges(103), 20, [area])).toBe(false);
  });
});

describe('the text layer of a scan', () => {
  it('stays text under the picture of its page, and unpainted above it', () => {
    expect(part([...BODY, ...picture(0, 0, 595, 842)]).unseen).toEqual([]);
    expect(part([...picture(0, 0, 595, 842), ...words('识别出的文字', 400, 3)]).unseen).toEqual([]);
  });

  it('has at most a fifth of the ink of its page beside it', () => {
    const scan = (stamp: string) =>
      part([...words('文'.repeat(40), 400), ...picture(0, 0, 595, 842), ...words(stamp, 100)]).unseen.length;
    expect(scan('章'.repeat(10))).toBe(0);
    expect(scan('章'.repeat(11))).toBe(1);
  });
});

describe('text that paints nothing', () => {
  it('is told from what is seen: unpainted, without colour, cut away, off the page', () => {
    expect(reasonOf(words('看不见', 400, 3))).toBe('unpainted');
    expect(reasonOf([[OPS.setGState, [['ca', 0]]], ...words('透明', 400)])).toBe('unpainted');
    expect(reasonOf(words('页外', -20))).toBe('outside');
    const clip: readonly Operator[] = [
      [OPS.clip],
      [OPS.constructPath, OPS.endPath, [rectangle(0, 0, 90, 90)], null],
    ];
    expect(reasonOf([...clip, ...words('剪去', 400)])).toBe('outside');
  });

  it('goes with its line where that runs over the edge', () => {
    const clip: readonly Operator[] = [
      [OPS.clip],
      [OPS.constructPath, OPS.endPath, [rectangle(0, 0, 130, 842)], null],
    ];
    const { seen, unseen } = part([...clip, ...words('一行到边外', 400)]);
    expect([seen.map(({ texts }) => texts.join('')), unseen]).toEqual([['一行到边外'], []]);
  });

  it('has the colour of the paper or of the fill that it stands on', () => {
    const white: Operator = [OPS.setFillRGBColor, '#ffffff'];
    const blue: Operator = [OPS.setFillRGBColor, '#003366'];
    expect(reasonOf([white, ...words('白纸白字', 400)])).toBe('groundColor');
    expect(reasonOf([blue, fill(90, 380, 200, 60), white, ...words('蓝底白字', 400)])).toBeNull();
    expect(reasonOf([blue, fill(90, 380, 200, 60), ...words('蓝底蓝字', 400)])).toBe('groundColor');
    expect(reasonOf([...picture(90, 380, 200, 60), white, ...words('图上白字', 400)])).toBeNull();
    expect(reasonOf([blue, fill(90, 380, 20, 60), white, ...words('半在蓝底', 400)])).toBeNull();
  });
});
