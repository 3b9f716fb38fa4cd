import type { Correction } from '../../../src/schema/overrides.ts';
import type { Block, Heading, HeadingLevel, Inline, Paragraph } from '../model/document.ts';
import { plainText, textOf } from '../model/text-of.ts';
import { mapParts } from '../model/walk.ts';
import { changeKind, isFigureNamed } from './exhibit-edits.ts';
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
  if ('joinBefore' in correction) return joinEdit(correction.joinBefore);
  return (block) => {
    const blocks = exhibitEdit(block, correction);
    return blocks === null ? null : { blocks };
  };
}

type ExhibitCorrection = Extract<Correction, { alt: string } | { dropFigure: unknown } | { kind: string }>;

function exhibitEdit(block: Block, correction: ExhibitCorrection): readonly Block[] | null {
  if ('kind' in correction) return changeKind(block, correction);
  if ('dropFigure' in correction) return isFigureNamed(block, correction.dropFigure) ? [] : null;
  return block.type === 'figure' && isFigureNamed(block, correction.figure)
    ? [{ ...block, alt: correction.alt }]
    : null;
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

/** A paragraph becomes two; of a heading the rest is a paragraph. */
function splitEdit(end: string): Edit {
  return (block) => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return null;
    const text = plainText(block.children);
    const place = findText(text, end)[0]?.[1];
    if (place === undefined || text.slice(place).trim() === '') return null;
    const [first, rest] = splitInlines(block.children, place);
    const { origins } = block;
    return {
      blocks: [
        { ...block, children: first },
        { type: 'paragraph', origins, children: rest },
      ],
    };
  };
}

/** Joins with the block before it, in whose place the result stands. */
function joinEdit(start: string): Edit {
  return (block, before) => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return null;
    if (before === undefined || findText(fullText(block), start)[0]?.[0] !== 0) return null;
    const joined = appendTo(before, block);
    return joined === null ? null : { blocks: [joined], replacesBefore: true };
  };
}

/** A block with the text of another at its end: a paragraph, a heading, or the last item of a list; null for other kinds. */
function appendTo(before: Block, block: Heading | Paragraph): Block | null {
  const origins = [...before.origins, ...block.origins];
  if (before.type === 'list') {
    const last = before.items.at(-1);
    const inner = last?.children.at(-1);
    const joined = last && inner ? appendTo(inner, block) : null;
    if (joined === null || last === undefined) return null;
    const children = [...last.children.slice(0, -1), joined];
    return { ...before, origins, items: [...before.items.slice(0, -1), { ...last, children }] };
  }
  if (before.type !== 'heading' && before.type !== 'paragraph') return null;
  const number = block.type === 'heading' && block.number !== '' ? block.number : null;
  const more: readonly Inline[] =
    number === null ? block.children : [{ type: 'text', value: number }, ...block.children];
  return { ...before, origins, children: [...before.children, ...more] };
}

/** The text of a block; that of a heading with its number. */
export function fullText(block: Block): string {
  return block.type === 'heading' ? block.number + textOf([block]) : textOf([block]);
}

function isWhole(text: string, wanted: string): boolean {
  const bare = (value: string): string => value.replace(/\s/gu, '');
  return bare(text) === bare(wanted);
}
