/** The plain text of inlines and of blocks: the one place that says what reads as text. */
import { assertNever, type Block, type Inline } from './document.ts';
import { partsOf, type TextField } from './walk.ts';

export interface InlineTextOptions {
  /** The printed label of a note, for its marks; without it they have no text. */
  readonly labelOf?: (noteId: string) => string;
  /** What a line break reads as, by default nothing. */
  readonly lineBreak?: string;
}

/** The text of inlines; page marks have none. */
export function plainText(inlines: readonly Inline[], options: InlineTextOptions = {}): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.value;
        case 'strong':
        case 'emphasis':
        case 'superscript':
        case 'link':
          return plainText(inline.children, options);
        case 'noteReference':
          return options.labelOf?.(inline.noteId) ?? '';
        case 'break':
          return options.lineBreak ?? '';
        case 'pageMark':
          return '';
        default:
          return assertNever(inline);
      }
    })
    .join('');
}

/** Whether the text of each field counts, and of which blocks. */
export type CountedFields = Readonly<Record<TextField, boolean | ((block: Block) => boolean)>>;

/** What a block says in its own words: no numbers, markers or source lines; of a figure without caption its alternative. */
export const OWN_WORDS: CountedFields = {
  number: false,
  marker: false,
  children: true,
  title: true,
  caption: true,
  rows: true,
  source: false,
  alt: (block) => block.type === 'figure' && plainText(block.caption) === '',
};

/** All that is printed as text. The labels inside a picture are furniture, of which its alternative is made. */
export const ALL_PRINTED: CountedFields = {
  number: true,
  marker: true,
  children: true,
  title: true,
  caption: true,
  rows: true,
  source: true,
  alt: false,
};

export interface TextOptions extends InlineTextOptions {
  /** By default `OWN_WORDS`. */
  readonly counted?: CountedFields;
  /** Stands between blocks and between the parts of one, by default nothing. */
  readonly between?: string;
  /** Stands before and after the cells of a table, by default a space. */
  readonly betweenCells?: string;
}

/** The text of blocks with that of everything inside them, in reading order. */
export function textOf(blocks: readonly Block[], options: TextOptions = {}): string {
  return blocks.map((block) => textOfBlock(block, options)).join(options.between ?? '');
}

function textOfBlock(block: Block, options: TextOptions): string {
  const { counted = OWN_WORDS, between = '', betweenCells = ' ' } = options;
  const counts = (field: TextField): boolean => {
    const rule = counted[field];
    return typeof rule === 'boolean' ? rule : rule(block);
  };
  const pieces = partsOf(block).flatMap((part) => {
    switch (part.kind) {
      case 'blocks':
        return [{ text: textOf(part.blocks, options), isCell: false }];
      case 'inlines':
        return counts(part.field)
          ? [{ text: plainText(part.inlines, options), isCell: part.field === 'rows' }]
          : [];
      case 'text':
        return counts(part.field) ? [{ text: part.text, isCell: false }] : [];
      default:
        return assertNever(part);
    }
  });
  return pieces.reduce((text, piece, index) => {
    if (index === 0) return piece.text;
    const isAtCell = piece.isCell || pieces[index - 1]?.isCell;
    return text + (isAtCell ? betweenCells : between) + piece.text;
  }, '');
}
