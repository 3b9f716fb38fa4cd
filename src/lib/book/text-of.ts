/**
 * The plain text of a chapter as it was written. The text of what ingest works on, before there are ids, is
 * `scripts/ingest/model/text-of.ts`; both leave out page marks, and let the caller say what a note's mark reads as.
 */
import { numberedTitle } from '../numbered-title.ts';
import { assertNever, type Block, type Figure, type Inline, type Item, type Table } from './model.ts';

export interface TextOptions {
  /** What a note's mark reads as, by default nothing. */
  readonly noteMark?: (label: string) => string;
}

/** The text of inlines, a line end for each line break. */
export function textOfInlines(inlines: readonly Inline[], options: TextOptions = {}): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.value;
        case 'strong':
        case 'emphasis':
        case 'superscript':
        case 'link':
          return textOfInlines(inline.children, options);
        case 'noteMark':
          return options.noteMark?.(inline.label) ?? '';
        case 'pageMark':
          return '';
        case 'break':
          return '\n';
        default:
          return assertNever(inline);
      }
    })
    .join('');
}

/**
 * All that is printed of a block, in reading order: numbers, markers and source lines too. Paragraphs, items, lines and rows end
 * with a line end, cells are parted by tabs. Viewpoints have their text elsewhere: a callout has none.
 */
export function textOfBlock(block: Block, options: TextOptions = {}): string {
  const text = (inlines: readonly Inline[]): string => textOfInlines(inlines, options);
  switch (block.type) {
    case 'heading':
      return numberedTitle({ number: block.number, title: text(block.children) });
    case 'passage':
      return text(block.children);
    case 'list':
      return joinLines(block.items.map((item) => textOfItem(item, options)));
    case 'quotation':
      return textOfBlocks(block.children, options);
    case 'listing':
      return block.lines.map(({ indent, children }) => ' '.repeat(indent) + text(children)).join('\n');
    case 'box':
      return joinLines([text(block.title), textOfBlocks(block.children, options)]);
    case 'figure':
      return joinLines([textOfCaption(block, options), block.source]);
    case 'table':
      return textOfTable(block, options);
    case 'viewpointCallout':
    case 'spokenOf':
      return '';
    default:
      return assertNever(block);
  }
}

/** The text of blocks, one below the other. */
export function textOfBlocks(blocks: readonly Block[], options: TextOptions = {}): string {
  return joinLines(blocks.map((block) => textOfBlock(block, options)));
}

function textOfItem({ marker, children }: Item, options: TextOptions): string {
  return joinLines([textOfMarker(marker) + textOfBlocks(children, options)]);
}

/** The marker of an item as it stands before its text. */
export function textOfMarker(marker: string): string {
  return marker === '' ? '' : `${marker} `;
}

/** Number and caption of a figure or table in one line; '' where it has neither. */
export function textOfCaption({ number, caption }: Figure | Table, options: TextOptions = {}): string {
  return numberedTitle({ number, title: textOfInlines(caption, options) }).trimEnd();
}

function textOfTable(table: Table, options: TextOptions): string {
  const rows = table.rows.map((row) =>
    row.map(({ children }) => textOfInlines(children, options)).join('\t'),
  );
  return joinLines([textOfCaption(table, options), ...rows, table.source]);
}

function joinLines(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n');
}
