/**
 * The one description of what blocks hold, and the ways to go through it: every step that reads or changes all text of
 * a document is made of these. A new kind of block, or a new field with text, is a type error in `PARTS` until it is
 * described; from then on it is walked everywhere.
 */
import type { IdentifiedBlock, IdentifiedItem } from './identified.ts';
import {
  assertNever,
  type Block,
  type Inline,
  type ListItem,
  type Table,
  type TableCell,
} from './document.ts';

/** How a field of a block holds text. */
type AnyHolding = 'text' | 'inlines' | 'blocks' | 'items' | 'rows';

/** The same from the type of the field; `never` where it holds none. */
type Holding<Value> = [Value] extends [readonly Inline[]]
  ? 'inlines'
  : [Value] extends [readonly Block[]]
    ? 'blocks'
    : [Value] extends [readonly ListItem[]]
      ? 'items'
      : [Value] extends [readonly (readonly TableCell[])[]]
        ? 'rows'
        : [string] extends [Value]
          ? 'text'
          : never;

type HoldingOf<Kind, Field extends keyof Kind> = Holding<NonNullable<Kind[Field]>>;

type FieldsOf<Kind> = {
  readonly [Field in keyof Kind as [HoldingOf<Kind, Field>] extends [never] ? never : Field]-?: HoldingOf<
    Kind,
    Field
  >;
};

/** Every field of every kind of block that holds text, in reading order. */
const PARTS: { readonly [Type in Block['type']]: FieldsOf<Extract<Block, { type: Type }>> } = {
  heading: { number: 'text', children: 'inlines' },
  paragraph: { children: 'inlines' },
  list: { items: 'items' },
  quote: { children: 'blocks' },
  listing: { children: 'inlines' },
  callout: { title: 'inlines', children: 'blocks' },
  figure: { number: 'text', caption: 'inlines', alt: 'text', source: 'inlines' },
  table: { number: 'text', caption: 'inlines', rows: 'rows', source: 'inlines' },
};

type FieldsHolding<What, Kind extends Block = Block> = Kind extends Block
  ? {
      [Field in keyof FieldsOf<Kind>]: FieldsOf<Kind>[Field] extends What ? Field : never;
    }[keyof FieldsOf<Kind>]
  : never;

/** The fields that hold inlines; `rows` stands for the cells of a table. */
export type InlineField = FieldsHolding<'inlines' | 'rows'>;
/** Where a block has text of its own: its inlines, what is plain text, and the markers of list items. */
export type TextField = InlineField | FieldsHolding<'text'> | 'marker';

/** Blocks with ids hold blocks with ids; all others may hold any. */
type Inside<Kind extends Block> = [Kind] extends [IdentifiedBlock] ? IdentifiedBlock : Block;
type ItemOf<Inner extends Block> = [Inner] extends [IdentifiedBlock] ? IdentifiedItem : ListItem;

/** A part of a block. Every cell of a table is one; an item of a list is two, its marker and its blocks. */
export type Part<Inner extends Block = Block> =
  | { readonly kind: 'text'; readonly field: TextField; readonly text: string }
  | { readonly kind: 'inlines'; readonly field: InlineField; readonly inlines: readonly Inline[] }
  | { readonly kind: 'blocks'; readonly blocks: readonly Inner[]; readonly item?: ItemOf<Inner> };

/** The parts of a block in the order in which they are read, those of the blocks inside it not among them. */
export function partsOf<Kind extends Block>(block: Kind): readonly Part<Inside<Kind>>[] {
  const parts = fieldsOf(block).flatMap(([field, holding, value]): readonly Part[] => {
    switch (holding) {
      case 'text':
        return [{ kind: 'text', field: field as TextField, text: value as string }];
      case 'inlines':
        return [{ kind: 'inlines', field: field as InlineField, inlines: value as readonly Inline[] }];
      case 'blocks':
        return [{ kind: 'blocks', blocks: value as readonly Block[] }];
      case 'items':
        return (value as readonly ListItem[]).flatMap((item): readonly Part[] => [
          { kind: 'text', field: 'marker', text: item.marker },
          { kind: 'blocks', blocks: item.children, item },
        ]);
      case 'rows':
        return (value as Table['rows']).flat().map(({ children }): Part => ({
          kind: 'inlines',
          field: 'rows',
          inlines: children,
        }));
      default:
        return assertNever(holding);
    }
  });
  return parts as readonly Part<Inside<Kind>>[];
}

/** The fields that `PARTS` names, with what they hold. Its type has seen to it that the values are what it says. */
function fieldsOf(block: Block): readonly (readonly [field: string, holding: AnyHolding, value: unknown])[] {
  const values: Readonly<Record<string, unknown>> = { ...block };
  return Object.entries<AnyHolding>({ ...PARTS[block.type] }).flatMap(([field, holding]) => {
    const value = values[field];
    return value === undefined || value === null ? [] : [[field, holding, value] as const];
  });
}

/** What is to become of the parts of a block; what is not named stays. */
export interface PartChanges<Inner extends Block = Block> {
  readonly inlines?: (inlines: readonly Inline[], field: InlineField) => readonly Inline[];
  /** Blocks that stand side by side: the children of a quote or a box, and of a list item unless `items` is given. */
  readonly blocks?: (blocks: readonly Inner[]) => readonly Inner[];
  readonly items?: (items: readonly ItemOf<Inner>[]) => readonly ItemOf<Inner>[];
}

/** The same block with other parts, changed in reading order. Blocks inside are given to `blocks`, no deeper. */
export function mapParts<Kind extends Block>(block: Kind, changes: PartChanges<Inside<Kind>>): Kind {
  const { inlines = same, blocks = same } = changes as PartChanges;
  const { items = (list) => list.map((item) => ({ ...item, children: blocks(item.children) })) } =
    changes as PartChanges;
  const changeField = (field: string, holding: AnyHolding, value: unknown): unknown => {
    switch (holding) {
      case 'text':
        return value;
      case 'inlines':
        return inlines(value as readonly Inline[], field as InlineField);
      case 'blocks':
        return blocks(value as readonly Block[]);
      case 'items':
        return items(value as readonly ListItem[]);
      case 'rows':
        return (value as Table['rows']).map((row) =>
          row.map((cell) => ({ ...cell, children: inlines(cell.children, 'rows') })),
        );
      default:
        return assertNever(holding);
    }
  };
  const changed = fieldsOf(block).map(([field, holding, value]) => [
    field,
    changeField(field, holding, value),
  ]);
  return { ...block, ...Object.fromEntries(changed) };
}

function same<Value>(value: Value): Value {
  return value;
}

/** What is to become of every block, after what is inside it, and of the inlines of every block. */
export interface BlockChanges<AnyBlock extends Block> {
  readonly block?: (block: AnyBlock) => AnyBlock;
  readonly inlines?: PartChanges['inlines'];
}

/** The blocks with everything inside them changed, at any depth, in reading order. */
export function mapBlocks<Kind extends Block>(
  blocks: readonly Kind[],
  { block: change, inlines = same }: BlockChanges<Inside<Kind>>,
): readonly Inside<Kind>[] {
  const changeBlock = (change ?? same) as (block: Block) => Block;
  const walk = (list: readonly Block[]): readonly Block[] =>
    list.map((block) => changeBlock(mapParts(block, { inlines, blocks: walk })));
  return walk(blocks) as readonly Inside<Kind>[];
}

/** Shows every block, at any depth, before what is inside it, in reading order. */
export function visitBlocks<Kind extends Block>(
  blocks: readonly Kind[],
  visit: (block: Inside<Kind>) => void,
): void {
  for (const block of blocks as readonly Block[]) {
    visit(block as Inside<Kind>);
    for (const part of partsOf(block)) {
      if (part.kind === 'blocks') visitBlocks(part.blocks, visit as (block: Block) => void);
    }
  }
}

/** All inlines of a block and of the blocks inside it, in reading order. */
export function inlinesOf(block: Block): readonly Inline[] {
  return partsOf(block).flatMap((part) => {
    if (part.kind === 'blocks') return part.blocks.flatMap(inlinesOf);
    return part.kind === 'inlines' ? part.inlines : [];
  });
}

/** Shows every inline, at any depth, before what is inside it. */
export function visitInlines(inlines: readonly Inline[], visit: (inline: Inline) => void): void {
  for (const inline of inlines) {
    visit(inline);
    if ('children' in inline) visitInlines(inline.children, visit);
  }
}

/**
 * The inlines with others in their places, at any depth.
 * @param change what stands in the place of an inline, or null to keep it and go on inside it; `before` is the one to
 *   its left
 */
export function mapInlines(
  inlines: readonly Inline[],
  change: (inline: Inline, before: Inline | undefined) => readonly Inline[] | null,
): readonly Inline[] {
  return inlines.flatMap((inline, index): readonly Inline[] => {
    const changed = change(inline, inlines[index - 1]);
    if (changed !== null) return changed;
    return 'children' in inline ? [{ ...inline, children: mapInlines(inline.children, change) }] : [inline];
  });
}
