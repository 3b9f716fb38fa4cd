import type { Language } from '../language.ts';
import {
  assertNever,
  type Block,
  type Body,
  type Box,
  type Figure,
  type Heading,
  type Item,
  type Listing,
  type Note,
  type Passage,
  type Place,
  type Table,
} from './model.ts';
import { textOfBlock, textOfBlocks, textOfInlines } from './text-of.ts';

/** What stands by itself and can be linked to. */
export type ListedKind = 'heading' | 'text' | 'listing' | 'figure' | 'table' | 'note';

/** One piece of text with its permanent id. */
export interface ListedPassage {
  readonly kind: ListedKind;
  readonly id: string;
  /** Not empty. Of an item without that of the blocks inside it that have ids of their own. */
  readonly text: string;
  readonly place: Place;
  /** Where it is not that of the report. */
  readonly language?: Language;
  /** What it was made of: the whole item, where the passage is one. */
  readonly from: Heading | Passage | Item | Box | Listing | Figure | Table | Note;
}

/**
 * Every passage of a chapter with an id, in reading order, its notes last. Boxes and lists are walked into; the words of viewpoints
 * stand in bodies of their own.
 */
export function listPassages({ blocks, notes }: Body): readonly ListedPassage[] {
  const ofNotes = notes.map((note): ListedPassage => ({
    kind: 'note',
    id: note.id,
    text: textOfInlines(note.children),
    place: {},
    ...ownLanguage(note),
    from: note,
  }));
  return [...passagesOf(blocks), ...ofNotes].filter(({ text }) => text.trim() !== '');
}

function passagesOf(blocks: readonly Block[]): readonly ListedPassage[] {
  return blocks.flatMap((block): readonly ListedPassage[] => {
    switch (block.type) {
      case 'heading':
      case 'listing':
      case 'figure':
      case 'table':
        return [
          { kind: block.type, id: block.id, text: textOfBlock(block), place: block.place, from: block },
        ];
      case 'passage':
        return block.id === undefined ? [] : [passageOf({ ...block, id: block.id })];
      case 'list':
        return block.items.flatMap(passagesOfItem);
      case 'box': {
        const { id, place, title, children } = block;
        return [
          { kind: 'text', id, text: textOfInlines(title), place, from: block },
          ...passagesOf(children),
        ];
      }
      case 'quotation':
        return passagesOf(block.children);
      case 'viewpointCallout':
      case 'spokenOf':
        return [];
      default:
        return assertNever(block);
    }
  });
}

function passageOf(passage: Passage & { readonly id: string }): ListedPassage {
  const { id, place } = passage;
  return { kind: 'text', id, text: textOfBlock(passage), place, ...ownLanguage(passage), from: passage };
}

/** The item with the paragraph that shares its id, then what else is in it. */
function passagesOfItem(item: Item): readonly ListedPassage[] {
  const { id, place, children } = item;
  if (id === undefined) return passagesOf(children);
  const own = children.filter((child) => child.type === 'passage' && child.id === undefined);
  const text = textOfBlocks(own);
  return [{ kind: 'text', id, text, place, ...ownLanguage(item), from: item }, ...passagesOf(children)];
}

function ownLanguage({ language }: { readonly language?: Language }): { readonly language?: Language } {
  return language === undefined ? {} : { language };
}
