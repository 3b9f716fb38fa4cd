import type { Nodes } from 'mdast';
import {
  elementsAmong,
  languageOfElement,
  numberOf,
  pictureOfElement,
  placeOfElement,
  refuse,
  requiredId,
  type MdxElement,
} from './mdx-element.ts';
import type { Block, Cell, Heading, Inline, Item, ListingLine, Passage, Place } from './model.ts';
import { isInline, parseInlines } from './parse-inlines.ts';

/** Parses blocks in reading order and keeps the page on which the last one ended. */
export class BlockParser {
  #place: Place;

  constructor(start: Place) {
    this.#place = start;
  }

  /** @throws SyntaxError where a node is none of the vocabulary. */
  parse(nodes: readonly Nodes[]): readonly Block[] {
    const blocks: Block[] = [];
    let line: Nodes[] = [];
    // Elements in a row that stand in lines, and nothing else, are one line.
    const endLine = (): void => {
      if (line.length > 0) blocks.push(this.#passage(parseInlines(line)));
      line = [];
    };
    for (const node of nodes) {
      if (isInline(node)) line.push(node);
      else {
        endLine();
        if (node.type === 'paragraph' && node.children.every(isInline))
          blocks.push(this.#passage(parseInlines(node.children)));
        else blocks.push(...elementsAmong([node]).map((element) => this.#block(element)));
      }
    }
    endLine();
    return blocks;
  }

  #block(element: MdxElement): Block {
    switch (element.name) {
      case 'Heading':
        return this.#heading(element);
      case 'Passage':
        return {
          ...this.#passage(parseInlines(element.children)),
          id: requiredId(element),
          ...languageOfElement(element),
        };
      case 'ItemList':
        return {
          type: 'list',
          ordered: element.attributes.get('ordered') === 'true',
          items: elementsAmong(element.children).map((item) => this.#item(item)),
        };
      case 'Quotation':
        return { type: 'quotation', children: this.parse(element.children) };
      case 'Box':
        return this.#box(element);
      case 'Listing':
        return this.#listing(element);
      case 'Figure':
      case 'DataTable':
        return this.#exhibit(element);
      case 'ViewpointCallout':
        return { type: 'viewpointCallout', number: numberOf(element, 'number') };
      case 'SpokenOf': {
        const numbers = element.attributes.get('viewpoints') ?? '';
        return { type: 'spokenOf', viewpoints: numbers.split(' ').filter(Boolean).map(Number) };
      }
      default:
        return refuse(element.node, `<${element.name}> is no block of a chapter.`);
    }
  }

  /** The place of a block, and from there on that of what follows. */
  #startAt(own: Place | undefined, inlines: readonly Inline[]): Place {
    const { first, last } = marksOf(inlines);
    const start = own ?? first ?? this.#place;
    this.#place = last ?? start;
    return start;
  }

  #passage(children: readonly Inline[]): Passage {
    return { type: 'passage', place: this.#startAt(undefined, children), children };
  }

  #heading(element: MdxElement): Heading {
    const level = numberOf(element, 'level');
    if (level !== 2 && level !== 3 && level !== 4)
      return refuse(element.node, `A heading has no level ${level}.`);
    const children = parseInlines(element.children);
    return {
      type: 'heading',
      id: requiredId(element),
      level,
      number: element.attributes.get('number') ?? '',
      place: this.#startAt(placeOfElement(element), children),
      children,
    };
  }

  #item(element: MdxElement): Item {
    if (element.name !== 'Item') return refuse(element.node, `<${element.name}> is no item of a list.`);
    const before = this.#place;
    const children = this.parse(element.children);
    const [first] = children;
    return {
      ...(element.attributes.has('id') ? { id: requiredId(element) } : {}),
      place: first !== undefined && 'place' in first ? first.place : before,
      marker: element.attributes.get('marker') ?? '',
      ...languageOfElement(element),
      children,
    };
  }

  #box(element: MdxElement): Block {
    const isTitle = (node: Nodes): boolean => elementName(node) === 'BoxTitle';
    const title = element.children
      .filter(isTitle)
      .flatMap((node) => elementsAmong([node]))
      .flatMap(({ children }) => parseInlines(children));
    const id = requiredId(element);
    const place = this.#startAt(undefined, title);
    const children = this.parse(element.children.filter((node) => !isTitle(node)));
    const [first] = children;
    const starts = title.length === 0 && first !== undefined && 'place' in first ? first.place : place;
    return { type: 'box', id, place: starts, title, children };
  }

  #listing(element: MdxElement): Block {
    const lines = elementsAmong(element.children).map((line): ListingLine => {
      if (line.name !== 'Line') return refuse(line.node, `<${line.name}> is no line of a listing.`);
      return { indent: numberOf(line, 'indent', 0), children: parseInlines(line.children) };
    });
    const inlines = lines.flatMap(({ children }) => children);
    const place = this.#startAt(placeOfElement(element), inlines);
    return { type: 'listing', id: requiredId(element), place, lines };
  }

  /** What floats says its page itself, and text goes on where it was. */
  #exhibit(element: MdxElement): Block {
    const exhibit = {
      id: requiredId(element),
      number: element.attributes.get('number') ?? '',
      place: placeOfElement(element) ?? this.#place,
      source: element.attributes.get('source') ?? '',
      ...pictureOfElement(element),
    };
    if (element.name === 'Figure') {
      const alt = element.attributes.get('alt') ?? '';
      return { type: 'figure', ...exhibit, alt, caption: parseInlines(element.children) };
    }
    const parts = elementsAmong(element.children);
    const caption = parts.find(({ name }) => name === 'Caption');
    const rows = parts.filter((part) => part !== caption).map(parseRow);
    return {
      type: 'table',
      ...exhibit,
      headerRows: numberOf(element, 'headerRows', 0),
      caption: parseInlines(caption?.children ?? []),
      rows,
    };
  }
}

function parseRow(row: MdxElement): readonly Cell[] {
  if (row.name !== 'Row') return refuse(row.node, `<${row.name}> is no row of a table.`);
  return elementsAmong(row.children).map((cell) => {
    if (cell.name !== 'Cell') return refuse(cell.node, `<${cell.name}> is no cell of a table.`);
    return {
      isHeader: cell.attributes.has('header'),
      columnSpan: numberOf(cell, 'columnSpan', 1),
      rowSpan: numberOf(cell, 'rowSpan', 1),
      children: parseInlines(cell.children),
    };
  });
}

/** Of the element that a node is or, alone in its paragraph, holds. */
function elementName(node: Nodes): string | undefined {
  if (node.type !== 'paragraph') return 'name' in node ? (node.name ?? undefined) : undefined;
  const [only, ...rest] = node.children;
  return only !== undefined && rest.length === 0 ? elementName(only) : undefined;
}

/** The page that begins before any text, and the last one that begins at all. */
function marksOf(inlines: readonly Inline[]): { readonly first?: Place; readonly last?: Place } {
  let hasText = false;
  let first: Place | undefined;
  let last: Place | undefined;
  const visit = (inline: Inline): void => {
    if (inline.type === 'text') hasText ||= inline.value.trim() !== '';
    else if ('children' in inline) inline.children.forEach(visit);
    else if (inline.type === 'pageMark') {
      const { page, label } = inline;
      const place = { page, ...(label === undefined ? {} : { label }) };
      last = place;
      if (!hasText) first ??= place;
    }
  };
  inlines.forEach(visit);
  return { ...(first ? { first } : {}), ...(last ? { last } : {}) };
}
