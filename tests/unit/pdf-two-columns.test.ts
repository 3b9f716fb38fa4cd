/** A paper in two columns, as conferences print them: title and abstract over both, a figure over both, notes in each. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../scripts/ingest/model/text-of.ts';
import { buildDocument } from '../../scripts/ingest/readers/pdf/build-document.ts';
import { NO_FACTS } from '../../scripts/ingest/readers/pdf/glyphs/file-facts.ts';
import type { GlyphRun, PageContent } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { page, rule, run } from '../support/pdf-page-content.ts';

const SIZE = 10;
const LEADING = 12;
const LEFT = 54;
const RIGHT = 311;
/** Characters of five points in a column, and over both. */
const COLUMN = 46;
const WHOLE = 97;

const counted = (where: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${where}${String(index + 1)}`);

/** Sentences that each say where they stand: `left4`, `right9`. */
const sentence = (place: string): string =>
  `Every ${place} sentence of this paper stays whole and keeps to its own part.`;

const sentences = (where: string, count: number): string => counted(where, count).map(sentence).join(' ');

/** Words set in lines of so many characters at most. */
function wrapped(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last.length + 1 + word.length <= width)
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Setting extends Partial<GlyphRun> {
  readonly width?: number;
}

/** Justified lines from `y` on: every line but the last is stretched to the full width. */
function set(text: string, x: number, y: number, { width = COLUMN, ...style }: Setting): readonly GlyphRun[] {
  const size = style.size ?? SIZE;
  const lines = wrapped(text, width);
  return lines.map((line, index) => {
    const made = run(line, x, y + (index * LEADING * size) / SIZE, { size, ...style });
    const isLast = index === lines.length - 1;
    return isLast ? made : stretched(made, (width * size) / 2);
  });
}

/** The run with the room that is left shared out among its spaces. */
function stretched(made: GlyphRun, width: number): GlyphRun {
  const gaps = made.texts.filter((text) => text === ' ').length;
  const room = (width - made.box.width) / Math.max(1, gaps);
  let passed = 0;
  const moved = made.texts.map((text, index) => {
    const from = (made.starts[index] ?? 0) + passed * room;
    if (text === ' ') passed++;
    return { from, to: (made.ends[index] ?? 0) + passed * room };
  });
  return {
    ...made,
    starts: moved.map(({ from }) => from),
    ends: moved.map(({ to }) => to),
    box: { ...made.box, width },
  };
}

const centred = (text: string, y: number, style: Partial<GlyphRun>): GlyphRun =>
  run(text, 297 - (text.length * (style.size ?? SIZE)) / 4, y, style);

/** Text that fills the left column from `top` to `foot` and goes on in the right one. */
function inColumns(text: string, top: number, foot: number, style: Partial<GlyphRun>): readonly GlyphRun[] {
  const lines = wrapped(text, COLUMN);
  const count = Math.floor((foot - top) / LEADING);
  const [left, right] = [lines.slice(0, count), lines.slice(count)];
  return [
    ...left.map((line, index) =>
      stretched(run(line, LEFT, top + index * LEADING, style), (COLUMN * SIZE) / 2),
    ),
    ...set(right.join(' '), RIGHT, top, style),
  ];
}

const noteText = (label: string): string =>
  `The note${label} says more about its own column than there is room for in the text above.`;

/** A note below a rule, and the mark that refers to it, raised at a place of the page. */
function note(label: string, x: number, style: Partial<GlyphRun>): readonly GlyphRun[] {
  return set(`${label} ${noteText(label)}`, x, 700, { ...style, size: 8, width: 57 });
}

/** A line of the left column that ends with a mark, which takes so many points of it. */
const MARKED_LINE = 4;
const MARK_WIDTH = 3;

const mark = (label: string, x: number, y: number): GlyphRun =>
  run(label, x, y - 4, { page: 1, fontName: 'Times', size: 6 });

/** Page 1: title, abstract, two columns, notes at the foot of each. */
function firstPage(): PageContent {
  const style = { page: 1, fontName: 'Times', size: SIZE };
  const body = inColumns(sentences('body', 34), 254, 680, style).map((line, index) =>
    index === MARKED_LINE ? stretched(line, line.box.width - MARK_WIDTH) : line,
  );
  const behind = ({ box, baseline }: GlyphRun): readonly [number, number] => [box.x + box.width, baseline];
  return page(
    [
      centred('Keeping Columns Apart in Printed Papers', 80, { ...style, size: 18 }),
      centred('Ada Example and Ben Sample', 104, style),
      centred('Abstract', 130, { ...style, bold: true }),
      ...set(sentences('abstract', 5), LEFT, 146, { ...style, width: WHOLE }),
      run('1 Introduction', LEFT, 236, { ...style, size: 12, bold: true }),
      ...body,
      mark('1', ...behind(body[MARKED_LINE]!)),
      mark('2', ...behind(body.at(-1)!)),
      ...note('1', LEFT, style),
      ...note('2', RIGHT, style),
    ],
    { rulings: [rule(688, LEFT, LEFT + 80), rule(688, RIGHT, RIGHT + 80)] },
  );
}

/** A later page: two columns above and below a figure that stands over both. */
function figurePage(number: number): PageContent {
  const style = { page: number, fontName: 'Times' };
  const part = (where: string): string => `${where}${String(number)}x`;
  return page(
    [
      ...set(sentences(part('upperleft'), 8), LEFT, 70, style),
      ...set(sentences(part('upperright'), 8), RIGHT, 70, style),
      centred(`Figure ${String(number - 1)}: What stands over both columns`, 500, style),
      ...set(sentences(part('lowerleft'), 8), LEFT, 540, style),
      ...set(sentences(part('lowerright'), 8), RIGHT, 540, style),
    ],
    {
      images: [
        {
          box: { x: 80, y: 310, width: 430, height: 170 },
          pixelWidth: 860,
          pixelHeight: 340,
          artifact: false,
        },
      ],
    },
  );
}

const pages = [firstPage(), figurePage(2), figurePage(3)];
const source = { kind: 'pdf', sha256: '0'.repeat(64), pageCount: pages.length } as const;
const { document } = buildDocument({ pages, facts: NO_FACTS }, source);
const paragraphs = document.body.flatMap((block) => (block.type === 'paragraph' ? [textOf([block])] : []));
/** What sentences say of where they stand, in the order in which they are read. */
const places = paragraphs.flatMap((text) =>
  Array.from(text.matchAll(/Every (\w+) sentence/gu), ([, place]) => place),
);

describe('a paper in two columns', () => {
  it('is read column by column, above and below what stands over both', () => {
    const parts = (number: number) =>
      ['upperleft', 'upperright', 'lowerleft', 'lowerright'].flatMap((part) =>
        counted(`${part}${String(number)}x`, 8),
      );
    expect(places).toEqual([...counted('abstract', 5), ...counted('body', 34), ...parts(2), ...parts(3)]);
  });

  it('keeps every sentence whole, over the end of a column too', () => {
    for (const place of places)
      expect(paragraphs.filter((text) => text.includes(sentence(place!)))).toHaveLength(1);
    expect(paragraphs.filter((text) => /body\d/u.test(text))).toHaveLength(1);
  });

  it('has its figures between the columns above and those below', () => {
    const page = ['paragraph', 'paragraph', 'figure', 'paragraph', 'paragraph'];
    expect(document.body.slice(-2 * page.length).map(({ type }) => type)).toEqual([...page, ...page]);
  });

  it('has the notes at the foot of each column, and their marks in the text', () => {
    expect(Object.values(document.notes).map(({ label, children }) => [label, textOf(children)])).toEqual(
      ['1', '2'].map((label) => [label, noteText(label)]),
    );
    const referred = document.body.flatMap((block) =>
      block.type === 'paragraph' ? block.children.filter(({ type }) => type === 'noteReference') : [],
    );
    expect(referred).toHaveLength(2);
  });

  it('has headings in both widths', () => {
    const headings = document.body.flatMap((block) => (block.type === 'heading' ? [textOf([block])] : []));
    expect(headings).toEqual(['Abstract', 'Introduction']);
  });
});
