/** Text that goes on beside figures, frames around pages, ornaments, and drawings of many lines. */
import { describe, expect, it } from 'vitest';
import type { Box } from '../../scripts/ingest/model/document.ts';
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

/** Body text of the invented pages is of 14 points, set from 90 to 505 points, lines 28 points apart. */
const kindsOf = (...drawings: readonly Drawing[]): readonly string[] =>
  regionsOf(...drawings).regions.map(({ kind }) => kind);
const line = (x: number, y: number, count: number, end = '') => words('文'.repeat(count) + end, x, y, 14);
const figuresOf = (...drawings: readonly Drawing[]) =>
  regionsOf(...drawings).regions.flatMap((region) => (region.kind === 'figure' ? [region] : []));

describe('a figure below a list item', () => {
  const withItem = (rest: readonly ReturnType<typeof words>[], top: number) => {
    const [figure] = figuresOf({
      text: [line(118, 100, 27), ...rest, words('图 1 总体架构', 250, top + 190, 12), prose(700)],
      images: [picture(120, top, 350, 170)],
    });
    const place = figure?.block.origins[0];
    return place?.kind === 'pdf' ? { y: place.box.y, alt: figure?.block.alt } : undefined;
  };

  it('ends where lines that hang below the mark go on with the item', () => {
    expect(withItem([line(146, 128, 25), line(146, 156, 9)], 170)).toEqual({ y: 170, alt: null });
  });

  it('takes a short line for a label where the line above it is not full', () => {
    expect(withItem([line(146, 128, 9), line(146, 156, 9)], 170)?.alt).toContain('文');
  });

  it('takes a short line for a label where it stands more than a leading below', () => {
    expect(withItem([line(146, 128, 25), line(146, 163, 9)], 170)?.alt).toContain('文');
  });

  it('takes a short line for a label where it hangs more than four ems behind the line above', () => {
    expect(withItem([line(118 + 57, 128, 9)], 140)?.alt).toContain('文');
    expect(withItem([line(118 + 55, 128, 9)], 140)?.alt).toBeNull();
  });
});

describe('running text that a picture reaches over', () => {
  const altOf = (rows: readonly ReturnType<typeof words>[]) =>
    figuresOf({ text: [...rows, prose(700)], images: [picture(90, 145, 415, 250)] })[0]?.block.alt;

  it('stays out of the figure where it goes on with a line above', () => {
    expect(altOf([prose(100), line(90, 128, 29), line(90, 156, 3)])).toBeNull();
    expect(altOf([prose(100), line(90, 156, 3)])).toBe('文文文');
  });
});

describe('the lines of a page whose text is moved to the right', () => {
  /** A numbered line where first lines begin on this page, beside so many full lines of its text. */
  const altBeside = (count: number) =>
    figuresOf({
      text: [
        words('1、基本概念和现状', 149, 128, 14),
        words('图 1 总体架构', 250, 350, 12),
        ...Array.from({ length: count }, (_, index) => line(121, 430 + 28 * index, 27)),
      ],
      images: [picture(120, 148, 350, 170)],
    })[0]?.block.alt;

  it('begin where three full lines begin below another one', () => {
    expect(altBeside(4)).toBeNull();
    expect(altBeside(3)).toBe('1、基本概念和现状');
  });
});

describe('frames within the text', () => {
  const box = (x: number, y: number, width: number, height: number) => filled(x, y, width, height);

  it('around words of its lines are no drawing', () => {
    const keys = (end: number) =>
      kindsOf({
        text: [prose(100), ...[240, 268, 296].map((y) => line(90, y, end)), prose(600)],
        boxes: Array.from({ length: 15 }, (_, index) =>
          box(100 + 25 * (index % 5), 228 + 28 * Math.floor(index / 5), 22, 14),
        ),
      });
    expect(keys(29)).toEqual([]);
  });

  it('of drawn sides and corners only hold text; anything in their middle makes a drawing', () => {
    const sides = Array.from({ length: 7 }, (_, index) => [
      path(90, 200 + 20 * index, 3, 3),
      path(482, 200 + 20 * index, 3, 3),
    ])
      .concat([[path(90, 196, 395, 3), path(90, 324, 395, 3)]])
      .flat();
    const text = [prose(100), words('run the program', 110, 240), words('and look', 130, 260), prose(600)];
    expect(kindsOf({ text, paths: sides })).toEqual([]);
    expect(kindsOf({ text, paths: [...sides, path(280, 300, 30, 20)] })).toEqual(['figure']);
  });
});

describe('lines that begin at no usual edge', () => {
  const altBelow = (rows: readonly ReturnType<typeof words>[]) =>
    figuresOf({
      text: [...rows, words('图 1 总体架构', 250, 350, 12), prose(700)],
      images: [picture(120, 148, 350, 170)],
    })[0]?.block.alt;

  it('are prose where two full ones stand one below the other', () => {
    expect(altBelow([line(104, 106, 28), line(104, 134, 28)])).toBeNull();
    expect(altBelow([line(104, 134, 28)])).toContain('文');
    expect(altBelow([line(104, 106, 28), line(104, 134, 12, '。')])).toBeNull();
    expect(altBelow([line(104, 106, 28), line(104, 134, 12)])).toContain('文');
    expect(altBelow([line(104, 106, 12), line(104, 134, 12)])).toContain('文');
  });
});

describe('pictures without a caption', () => {
  const full = Array.from({ length: 20 }, (_, index) => prose(160 + 28 * index));
  const pages = (images: readonly Box[], at: number, text = full): readonly Drawing[] =>
    Array.from({ length: 6 }, (_, index) => ({
      text: index === at ? text : full,
      images: index === at ? images.map(({ x, y, width, height }) => picture(x, y, width, height)) : [],
    }));
  const areFigures = (
    image: readonly [number, number, number, number],
    at = 3,
    text = [prose(80), prose(700)],
  ) => {
    const [x, y, width, height] = image;
    return kindsOf(...pages([{ x, y, width, height }], at, text)).includes('figure');
  };

  it('are codes where they are square and less than three tenths of the measure wide', () => {
    expect(areFigures([200, 200, 124, 124])).toBe(false);
    expect(areFigures([200, 200, 125, 125])).toBe(true);
    expect(areFigures([200, 200, 124, 110])).toBe(true);
  });

  it('are ornaments in a corner of the page, up to a third of it', () => {
    expect(areFigures([0, 0, 190, 140])).toBe(false);
    expect(areFigures([405, 702, 190, 140])).toBe(false);
    expect(areFigures([0, 0, 200, 140])).toBe(true);
    expect(areFigures([0, 200, 190, 140])).toBe(true);
    expect(areFigures([200, 0, 190, 140])).toBe(true);
  });

  it('are a letterhead in the first eighth of the first page', () => {
    expect(areFigures([90, 30, 400, 70], 0, full)).toBe(false);
    expect(areFigures([90, 40, 400, 70], 0, full)).toBe(true);
    expect(areFigures([90, 30, 400, 70], 3, full)).toBe(true);
  });

  it('are no figures on the first two pages and the last one, where these hold little text', () => {
    const little = [prose(80), prose(700)];
    expect([0, 1, 2, 4, 5].map((at) => areFigures([120, 200, 350, 200], at, little))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(areFigures([120, 60, 350, 80], 5, full)).toBe(true);
  });

  it('are codes and logos on those pages, whatever text these hold, up to a third of the page', () => {
    expect(areFigures([300, 710, 190, 100], 5, full)).toBe(false);
    expect(areFigures([280, 710, 210, 100], 5, full)).toBe(true);
    expect(areFigures([300, 710, 190, 100], 3, full)).toBe(true);
  });

  it('are figures on the pages of a document of three', () => {
    const page: Drawing = { text: [prose(80), prose(700)], images: [picture(120, 200, 350, 200)] };
    expect(kindsOf(page, page)).toContain('figure');
  });
});

describe('a frame', () => {
  const frame = (top: number, bottom: number) => ({
    rulings: [across(top, 80, 515), across(bottom, 80, 515), down(80, top, bottom), down(515, top, bottom)],
  });
  const rows = (count: number) => Array.from({ length: count }, (_, index) => prose(130 + 28 * index));

  it('around all text of a page is its layout', () => {
    expect(kindsOf({ ...frame(100, 610), text: rows(17) })).toEqual([]);
    expect(kindsOf({ ...frame(100, 600), text: rows(17) })).toEqual(['callout']);
  });

  it('is a boxed text where other text stands outside, or a title says so', () => {
    expect(kindsOf({ ...frame(100, 610), text: [...rows(17), prose(660), prose(688)] })).toEqual(['callout']);
    expect(
      kindsOf({ ...frame(100, 610), text: [words('专栏1：实践案例', 240, 118, 14), ...rows(17)] }),
    ).toEqual(['callout']);
  });
});

describe('a grid', () => {
  const grid = (columns: number, rows: number, step: number): Drawing => ({
    text: Array.from({ length: 24 }, (_, index) =>
      words('值', 92 + 3 * step * (index % 6), 110 + 3 * step * Math.floor(index / 6), 6),
    ),
    rulings: [
      ...Array.from({ length: columns + 1 }, (_, index) => down(90 + step * index, 100, 100 + step * rows)),
      ...Array.from({ length: rows + 1 }, (_, index) => across(100 + step * index, 90, 90 + step * columns)),
    ],
  });

  it('of more than four thousand cells is a drawing, whatever text stands in it', () => {
    expect(kindsOf(grid(60, 80, 6))).toEqual(['figure']);
  });

  it('of boxes beyond the limit of a page is no table', () => {
    const boxes = Array.from({ length: 3100 }, (_, index) =>
      filled(90 + 20 * (index % 20), 100 + 4 * Math.floor(index / 20), 18, 13),
    );
    expect(kindsOf({ text: [prose(80)], boxes, paths: [path(90, 90, 5, 5)] })).not.toContain('table');
  });
});
