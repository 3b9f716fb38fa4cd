import type { ReportDocument } from '../../model/document.ts';
import { ALL_PRINTED, textOf } from '../../model/text-of.ts';
import type { ArticleUnit } from './article-unit.ts';
import { unitText } from './inline-text.ts';

/** Where the characters of an article went. Characters are code points that are not white space. */
export interface Accounting {
  readonly characters: number;
  /** In the body, the viewpoints (their numbers too) and the contents. */
  readonly kept: number;
  readonly furniture: number;
  /** In the source, in no place of the document. */
  readonly lost: number;
  /** In the document more often than in the source. */
  readonly invented: number;
}

type Counts = Map<string, number>;

/** Compares the text of the source's units with all text of the document, character by character. */
export function accountFor(units: readonly ArticleUnit[], document: ReportDocument): Accounting {
  const source = countCharacters(units.map((unit) => unitText(unit.inlines)));
  const keptTexts = keptText(document);
  const furnitureTexts = document.furniture.map((item) => item.text);
  const placed = countCharacters([...keptTexts, ...furnitureTexts]);
  return {
    characters: total(source),
    kept: total(countCharacters(keptTexts)),
    furniture: total(countCharacters(furnitureTexts)),
    lost: surplus(source, placed),
    invented: surplus(placed, source),
  };
}

function keptText(document: ReportDocument): readonly string[] {
  return [
    ...[document.body, ...document.viewpoints.map((viewpoint) => viewpoint.children)].map((blocks) =>
      textOf(blocks, { counted: ALL_PRINTED }),
    ),
    ...document.viewpoints.map((viewpoint) => viewpoint.marker ?? ''),
    ...document.contents.map((entry) => entry.number + entry.title + entry.label),
  ];
}

function countCharacters(texts: readonly string[]): Counts {
  const counts: Counts = new Map();
  for (const text of texts) {
    for (const character of text.replace(/\s/gu, '')) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

function total(counts: Counts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function surplus(first: Counts, second: Counts): number {
  let sum = 0;
  for (const [character, count] of first) sum += Math.max(0, count - (second.get(character) ?? 0));
  return sum;
}
