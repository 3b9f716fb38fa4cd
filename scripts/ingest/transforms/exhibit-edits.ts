/** Corrections of figures, and of what a block was taken for: the edits that `override-edits.ts` hands on. */
import type { Correction, FigureName } from '../../../src/schema/overrides.ts';
import type { Block, Inline, List, Paragraph, Table } from '../model/document.ts';
import { plainText, textOf } from '../model/text-of.ts';

type KindCorrection = Extract<Correction, { kind: string }>;

/** A place named in points finds a figure whose top is no further off: it was rounded when it was written down. */
const SAME_TOP_POINTS = 2;

/** Whether a figure goes by this name: its number, its whole caption with the number, or its place. */
export function isFigureNamed(block: Block, name: FigureName): boolean {
  if (block.type !== 'figure') return false;
  if (typeof name !== 'string') {
    const [origin] = block.origins;
    if (origin?.kind !== 'pdf' || origin.page !== name.page) return false;
    return Math.abs(origin.box.y - name.top) <= SAME_TOP_POINTS;
  }
  const wanted = bare(name);
  const { number, caption } = block;
  return wanted !== '' && (bare(number) === wanted || bare(number + plainText(caption)) === wanted);
}

/** The block as one of another kind; null where it is not the one that is meant. */
export function changeKind(block: Block, { begins, was, kind }: KindCorrection): readonly Block[] | null {
  if (block.type !== was || !bare(wholeText(block)).startsWith(bare(begins))) return null;
  const paragraphs = paragraphsOf(block);
  const { origins } = block;
  if (kind === 'paragraph') return paragraphs;
  if (kind === 'quote') return [{ type: 'quote', origins, children: paragraphs }];
  const list: List = {
    type: 'list',
    ordered: false,
    origins,
    items: paragraphs.map((each) => ({ marker: '', children: [each] })),
  };
  return [list];
}

/** The text by which a block is known when its kind is changed: captions and titles come first. */
export function wholeText(block: Block): string {
  if (block.type === 'table') return block.number + textOf([block]);
  return block.type === 'heading' ? block.number + textOf([block]) : textOf([block]);
}

/** A block as paragraphs, in reading order: a row of a table is one, and so is an item with its mark. */
function paragraphsOf(block: Block): readonly Paragraph[] {
  const { origins } = block;
  const paragraph = (children: readonly Inline[]): Paragraph => ({ type: 'paragraph', origins, children });
  switch (block.type) {
    case 'paragraph':
      return [block];
    case 'heading':
      return [paragraph(prefixed(block.number, block.children))];
    case 'listing':
      return [paragraph(block.children)];
    case 'quote':
      return block.children.flatMap(paragraphsOf);
    case 'callout':
      return [
        ...(block.title.length > 0 ? [paragraph(block.title)] : []),
        ...block.children.flatMap(paragraphsOf),
      ];
    case 'list':
      return block.items.flatMap(({ marker, children: [first, ...rest] }) => [
        ...(first === undefined ? [] : withMarker(marker, paragraphsOf(first))),
        ...rest.flatMap(paragraphsOf),
      ]);
    case 'table':
      return rowsOf(block).map(paragraph);
    case 'figure':
      return [];
  }
}

function withMarker(marker: string, [first, ...rest]: readonly Paragraph[]): readonly Paragraph[] {
  return first === undefined ? [] : [{ ...first, children: prefixed(marker, first.children) }, ...rest];
}

function prefixed(text: string, inlines: readonly Inline[]): readonly Inline[] {
  return text === '' ? inlines : [{ type: 'text', value: text }, ...inlines];
}

/** Caption, rows and source line; cells are parted by a space. */
function rowsOf({ number, caption, rows, source }: Table): readonly (readonly Inline[])[] {
  const space: Inline = { type: 'text', value: ' ' };
  const cells = rows.map((row) =>
    row.flatMap(({ children }, at) => (at === 0 ? children : [space, ...children])),
  );
  const title = number === '' ? caption : prefixed(`${number} `, caption);
  return [title, ...cells, source].filter((inlines) => plainText(inlines).trim() !== '');
}

function bare(text: string): string {
  return text.replace(/\s/gu, '');
}
