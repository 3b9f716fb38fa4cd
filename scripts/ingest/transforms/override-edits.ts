import type { Correction } from '../../../src/schema/overrides.ts';
import { plainText } from '../model/book.ts';
import type { Block, HeadingLevel } from '../model/document.ts';
import { blockText } from './block-text.ts';
import { findText, replaceInInlines, splitInlines } from './cut-inlines.ts';

/** What stands in the place of a block; with `replacesBefore` in that of the block before it too. */
export interface Edited {
  readonly blocks: readonly Block[];
  readonly replacesBefore?: boolean;
}

/** What a correction makes of one block, or null where it does not mean this block. */
export type Edit = (block: Block, before: Block | undefined) => Edited | null;

/** The edit that a correction asks for. */
export function editFor(correction: Correction): Edit {
  if ('replace' in correction) return replaceEdit(correction);
  if ('heading' in correction) return levelEdit(correction);
  if ('drop' in correction)
    return (block) => (isWhole(fullText(block), correction.drop) ? { blocks: [] } : null);
  if ('splitAfter' in correction) return splitEdit(correction.splitAfter);
  return joinEdit(correction.joinBefore);
}

function replaceEdit({ replace, with: text, within }: Extract<Correction, { replace: string }>): Edit {
  return (block) => {
    if (within !== undefined && findText(blockText(block), within).length === 0) return null;
    if (block.type === 'paragraph' || block.type === 'heading') {
      const places = findText(plainText(block.children), replace);
      if (places.length === 0) return null;
      const children = places.reduceRight<Block & { type: 'paragraph' | 'heading' }>(
        (edited, [start, end]) => ({
          ...edited,
          children: replaceInInlines(edited.children, start, end, text),
        }),
        block,
      );
      return { blocks: [children] };
    }
    if (block.type === 'figure' || block.type === 'table') return replaceInExhibit(block, replace, text);
    return null;
  };
}

function replaceInExhibit<Exhibit extends Extract<Block, { type: 'figure' | 'table' }>>(
  block: Exhibit,
  wanted: string,
  text: string,
): Edited | null {
  let count = 0;
  const change = (inlines: Exhibit['caption']): Exhibit['caption'] =>
    findText(plainText(inlines), wanted).reduceRight((edited, [start, end]) => {
      count += 1;
      return replaceInInlines(edited, start, end, text);
    }, inlines);
  const edited = { ...block, caption: change(block.caption), source: change(block.source) };
  if (edited.type !== 'table') return count === 0 ? null : { blocks: [edited] };
  const rows = edited.rows.map((row) => row.map((cell) => ({ ...cell, children: change(cell.children) })));
  return count === 0 ? null : { blocks: [{ ...edited, rows }] };
}

function levelEdit({ heading, level }: Extract<Correction, { heading: string }>): Edit {
  return (block) => {
    if ((block.type !== 'heading' && block.type !== 'paragraph') || !isWhole(fullText(block), heading))
      return null;
    const { origins } = block;
    if (level === 0) {
      const number =
        block.type === 'heading' && block.number !== ''
          ? [{ type: 'text' as const, value: block.number }]
          : [];
      return { blocks: [{ type: 'paragraph', children: [...number, ...block.children], origins }] };
    }
    if (block.type === 'heading') return { blocks: [{ ...block, level: level as HeadingLevel }] };
    return {
      blocks: [
        { type: 'heading', level: level as HeadingLevel, number: '', children: block.children, origins },
      ],
    };
  };
}

function splitEdit(end: string): Edit {
  return (block) => {
    if (block.type !== 'paragraph') return null;
    const text = plainText(block.children);
    const place = findText(text, end)[0]?.[1];
    if (place === undefined || text.slice(place).trim() === '') return null;
    return { blocks: splitInlines(block.children, place).map((children) => ({ ...block, children })) };
  };
}

/** Joins with the block before it, in whose place the result stands. */
function joinEdit(start: string): Edit {
  return (block, before) => {
    if (block.type !== 'paragraph' || before?.type !== 'paragraph') return null;
    if (findText(plainText(block.children), start)[0]?.[0] !== 0) return null;
    const children = [...before.children, ...block.children];
    return {
      blocks: [{ ...before, children, origins: [...before.origins, ...block.origins] }],
      replacesBefore: true,
    };
  };
}

/** The text of a block; that of a heading with its number. */
export function fullText(block: Block): string {
  return block.type === 'heading' ? block.number + blockText(block) : blockText(block);
}

function isWhole(text: string, wanted: string): boolean {
  const bare = (value: string): string => value.replace(/\s/gu, '');
  return bare(text) === bare(wanted);
}
