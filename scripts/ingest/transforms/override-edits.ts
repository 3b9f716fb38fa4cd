import type { Correction } from '../../../src/schema/overrides.ts';
import type { Block, HeadingLevel } from '../model/document.ts';
import { plainText, textOf } from '../model/text-of.ts';
import { mapParts } from '../model/walk.ts';
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

/** Replaces in every part of the block that holds inlines: its text, caption, source line, cells or title. */
function replaceEdit({ replace, with: text, within }: Extract<Correction, { replace: string }>): Edit {
  return (block) => {
    if (within !== undefined && findText(textOf([block]), within).length === 0) return null;
    let count = 0;
    const edited = mapParts(block, {
      inlines: (inlines) =>
        findText(plainText(inlines), replace).reduceRight((changed, [start, end]) => {
          count += 1;
          return replaceInInlines(changed, start, end, text);
        }, inlines),
    });
    return count === 0 ? null : { blocks: [edited] };
  };
}

function levelEdit({ heading, level }: Extract<Correction, { heading: string }>): Edit {
  // 0 is dealt with first; the schema admits no other number beside 1 to 4.
  const wanted = level as HeadingLevel;
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
    if (block.type === 'heading') return { blocks: [{ ...block, level: wanted }] };
    return {
      blocks: [{ type: 'heading', level: wanted, number: '', children: block.children, origins }],
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
  return block.type === 'heading' ? block.number + textOf([block]) : textOf([block]);
}

function isWhole(text: string, wanted: string): boolean {
  const bare = (value: string): string => value.replace(/\s/gu, '');
  return bare(text) === bare(wanted);
}
