import type { Block } from '../model/document.ts';
import { type CountedFields, OWN_WORDS, textOf } from '../model/text-of.ts';

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{Script=Latin}\d]+(?:[.'’-][\p{Script=Latin}\d]+)*/gu;

/** Han characters, and Latin words and numbers counted as one each: what reading time is estimated from. */
export function countReading(text: string): number {
  return (text.match(HAN)?.length ?? 0) + (text.match(WORD)?.length ?? 0);
}

/** What is read as running text: a table by its cells, a figure by its caption. */
const READ: CountedFields = {
  ...OWN_WORDS,
  caption: (block) => block.type !== 'table',
  alt: false,
};

/** The text that a reader of the blocks reads. */
export function readingText(blocks: readonly Block[]): string {
  return textOf(blocks, { counted: READ, between: '\n', betweenCells: '\n' });
}
