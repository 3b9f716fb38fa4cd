import { describe, expect, it } from 'vitest';
import { plainText } from '../../scripts/ingest/model/text-of.ts';
import { findMonospacedFonts } from '../../scripts/ingest/readers/pdf/regions/monospaced-fonts.ts';
import {
  across,
  down,
  filled,
  pageOf,
  prose,
  regionsOf,
  words,
  type Drawing,
} from '../support/drawn-page.ts';

type Words = NonNullable<Drawing['text']>[number];

const set = (font: string, text: string, x: number, y: number, size = 10): Words => ({
  ...words(text, x, y, size),
  font,
});
const code = (text: string, x: number, y: number, size = 10): Words => set('Even', text, x, y, size);
/** Enough text in a font of varying widths: the document is not written on a typewriter. */
const latin = (y: number): Words =>
  set('Serif', 'the library of the town is open until the light fails '.repeat(1), 90, y);
const BODY = [prose(100), latin(128), latin(700), latin(714), latin(728)];
const PROGRAM = [
  code('def fill(items):', 110, 200),
  code('for item in items:', 130, 212),
  code('print(item)', 150, 224),
];

const listingsOf = (...drawings: readonly Drawing[]): readonly string[] =>
  regionsOf(...drawings).regions.flatMap((region) =>
    region.kind === 'listing' ? [plainText(region.block.children, { lineBreak: '\n' })] : [],
  );
const onPage = (...text: readonly Words[]): readonly string[] => listingsOf({ text: [...BODY, ...text] });

describe('findListings', () => {
  it('keeps the lines of a program and their indentation', () => {
    expect(onPage(...PROGRAM)).toEqual(['def fill(items):\n    for item in items:\n        print(item)']);
  });

  it('keeps spaces inside a line as wide as they are printed', () => {
    const columns = [code('left', 110, 200), code('right', 160, 200), code('fill', 110, 212)];
    expect(onPage(...columns, code('item', 110, 224), code('until', 110, 236))).toEqual([
      'left      right\nfill\nitem\nuntil',
    ]);
  });

  it('keeps a blank line, and ends where the next line is too far', () => {
    const lines = (last: number): readonly Words[] => [
      ...PROGRAM,
      code('fill(list)', 110, last),
      code('exit', 110, last + 12),
    ];
    expect(onPage(...lines(248))).toEqual([
      'def fill(items):\n    for item in items:\n        print(item)\n\nfill(list)\nexit',
    ]);
    expect(onPage(...lines(255.9))).toHaveLength(1);
    expect(onPage(...lines(256.1))).toHaveLength(2);
  });

  it('takes one line where text above and below is set off from it', () => {
    const around = (gap: number): readonly string[] =>
      onPage(prose(200), code('fill(library)', 110, 200 + gap), prose(200 + 2 * gap));
    // The usual leading is 28 points.
    expect(around(34.9)).toEqual([]);
    expect(around(35.1)).toEqual(['fill(library)']);
  });

  it('leaves code inside a sentence alone, though it runs over a line end', () => {
    const long = 'install --target local --only the --first library --with every --filter until-all-is-fixed';
    const lines = (length: number): readonly string[] =>
      onPage(prose(172), code(long.slice(0, length), 90, 200), code('and more of it', 90, 228), prose(256));
    // The column is 415 points wide: full lines end within 30 points of its edge.
    expect(lines(77)).toEqual([]);
    expect(lines(76)).toHaveLength(1);
  });

  it('takes no line of which most is set in another font', () => {
    const mixed = (other: string): readonly string[] =>
      onPage(
        code('fill', 110, 200),
        set('Song', other, 130, 200),
        code('item', 110, 212),
        set('Song', other, 130, 212),
      );
    expect(mixed('注释文字')).toHaveLength(1);
    expect(mixed('注释文字多')).toHaveLength(0);
  });

  it('takes cells with text beside them for a table', () => {
    const rows = [200, 212, 224].flatMap((y) => [
      code('listener', 110, y),
      set('Song', '列出全部文件', 260, y),
    ]);
    expect(onPage(...rows)).toEqual([]);
    expect(onPage(...rows.filter((_, index) => index !== 1 && index !== 3))).toHaveLength(1);
  });

  it('takes no title', () => {
    expect(onPage(code('filters', 110, 200, 15.3), code('list', 110, 218, 15.3))).toHaveLength(1);
    expect(onPage(code('filters', 110, 200, 15.5), code('list', 110, 218, 15.5))).toHaveLength(0);
  });

  it('takes no list with bullets', () => {
    const bullets = [200, 212].flatMap((y) => [set('Song', '•', 100, y), code('filters', 114, y)]);
    expect(onPage(...bullets)).toEqual([]);
  });

  it('is one with its frame, and goes on over a page end', () => {
    const frame = {
      rulings: [across(180, 90, 505), across(240, 90, 505), down(90, 180, 240), down(505, 180, 240)],
    };
    const { regions } = regionsOf({
      text: [...BODY, ...PROGRAM],
      ...frame,
      boxes: [filled(90, 180, 415, 60)],
    });
    expect(regions.map(({ kind }) => kind)).toEqual(['listing']);
    const text = [...BODY, code('fill(library)', 110, 750), code('exit', 110, 762)];
    const next = [code('list', 110, 90), code('until', 110, 102), prose(150)];
    const [joined] = regionsOf({ text }, { text: next }).regions;
    expect(joined?.kind === 'listing' && joined.block.children).toContainEqual({
      type: 'pageMark',
      page: 2,
      label: '2',
    });
    expect(joined?.parts.map(({ page }) => page)).toEqual([1, 2]);
  });
});

describe('grounds of listings', () => {
  /** Two rows of code in columns, which rows of a table may have as well. */
  const COMMANDS = [
    code('fill', 110, 200),
    code('library', 190, 200),
    code('exit', 110, 212),
    code('library', 190, 212),
  ];
  const painted = (text: readonly Words[], more: Drawing = {}): readonly string[] =>
    regionsOf({ text: [...BODY, ...text], ...more }).regions.map(({ kind }) => kind);

  it('make a listing of code that stands in columns, and a table of other text', () => {
    const ground = { boxes: [filled(100, 188, 400, 30)] };
    expect(painted(COMMANDS, ground)).toEqual(['listing']);
    const said = COMMANDS.map(({ text, x, y }) => set('Serif', text, x, y));
    expect(painted(said, ground)).toEqual(['table']);
    expect(painted([...COMMANDS, set('Serif', 'all of it', 300, 212)], ground)).toEqual(['table']);
  });

  it('are at least three fifths of the column wide: a narrower one sets off words of a sentence', () => {
    // The column is 415 points wide.
    const lines = [prose(376), code('fill(library)', 110, 400), prose(424)];
    const width = (points: number): readonly string[] =>
      painted(lines, { boxes: [filled(100, 388, points, 16)] });
    expect(width(250)).toEqual(['listing']);
    expect(width(248)).toEqual([]);
  });

  it('hold a line that is longer than they are wide', () => {
    const long = code(
      'install --target local --only the --first library --with every --filter until',
      110,
      200,
    );
    expect(painted([long], { boxes: [filled(100, 188, 300, 16)] })).toEqual(['listing']);
  });

  it('part listings that stand close together', () => {
    const lines = [code('fill(list)', 110, 200), code('exit', 110, 224)];
    const boxes = [filled(100, 188, 400, 16), filled(100, 212, 400, 16)];
    expect(listingsOf({ text: [...BODY, ...lines], boxes })).toEqual(['fill(list)', 'exit']);
    // Some producers paint one ground line by line.
    const seamless = [filled(100, 188, 400, 24), filled(100, 212, 400, 16)];
    expect(listingsOf({ text: [...BODY, ...lines], boxes: seamless })).toEqual(['fill(list)\nexit']);
  });

  it('are no cells: neither of a grid, nor of one row', () => {
    const grid = {
      rulings: [
        ...[188, 204, 220].map((y) => across(y, 100, 500)),
        ...[100, 180, 500].map((x) => down(x, 188, 220)),
      ],
    };
    expect(painted(COMMANDS, grid)).toEqual(['table']);
    const row = [prose(176), code('fill', 110, 200), code('library', 300, 200), prose(224)];
    expect(painted(row, { boxes: [filled(100, 188, 400, 16)] })).toEqual([]);
  });

  it('keep the caption of a table above them for its table', () => {
    const boxes = [filled(100, 210, 400, 30)];
    const rows = [
      words('指标', 110, 150),
      words('数值', 300, 150),
      words('甲', 110, 170),
      words('12', 300, 170),
    ];
    const rulings = [across(138, 100, 500), across(155, 100, 500), across(176, 100, 500)];
    const text = [
      ...BODY,
      ...rows,
      words('表 1 各项指标', 250, 190),
      code('fill(list)', 110, 222),
      code('exit', 110, 234),
    ];
    const { regions } = regionsOf({ text, rulings, boxes });
    expect(regions.map((region) => (region.kind === 'table' ? region.block.number : region.kind))).toEqual([
      '表 1',
      'listing',
    ]);
  });
});

describe('findMonospacedFonts', () => {
  const fontsOf = (...text: readonly Words[]): readonly string[] => [
    ...findMonospacedFonts([pageOf({ text }, 1)]).keys(),
  ];
  const serif = set('Serif', 'the library of the town is open until the light fails', 90, 100);

  it('asks for six letters of one width, a narrow one among them', () => {
    expect(fontsOf(serif, set('Even', 'abcdei', 90, 200))).toEqual(['Even']);
    expect(fontsOf(serif, set('Even', 'abcdeg', 90, 200))).toEqual([]);
  });

  it('believes the name of a font after two letters that do not contradict it', () => {
    const named = (text: string): readonly string[] =>
      fontsOf(serif, { ...set('Even', text, 90, 200) }, set('Courier', text, 90, 220));
    expect(named('ab')).toEqual(['Courier']);
    expect(named('a')).toEqual([]);
    expect(fontsOf(serif, set('Courier', 'abfil', 90, 200))).toEqual([]);
  });

  it('takes no Chinese font for one, whose letters are all half as wide as its ideographs', () => {
    expect(fontsOf(serif, words('图书馆 library guide', 90, 200))).toEqual([]);
  });

  it('finds none where three quarters of all letters are monospaced: the document is written so', () => {
    const letters = 'abcdei'.repeat(5);
    expect(fontsOf(set('Serif', 'abfil'.repeat(2), 90, 100), set('Even', letters, 90, 200))).toEqual([
      'Even',
    ]);
    expect(fontsOf(set('Serif', 'abfil'.repeat(2), 90, 100), set('Even', `${letters}a`, 90, 200))).toEqual(
      [],
    );
  });
});
