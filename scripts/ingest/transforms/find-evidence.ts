import type { Chapter, Evidence } from '../model/book.ts';
import type { Origin, Viewpoint } from '../model/document.ts';
import type { IdentifiedBlock, PermanentId } from '../model/identified.ts';
import { textOf } from '../model/text-of.ts';
import { partsOf } from '../model/walk.ts';
import type { ReportPlace } from './place-viewpoints.ts';
import { comparableText } from '../genre/fold-text.ts';
import { bigrams, bigramWeights, containment, type WeightOf } from './text-similarity.ts';

/** A paragraph carries a sentence that shares at least this weighted part of its bigrams. */
const CARRIES = 0.6;
/** Among equals the chapter of the viewpoint wins. */
const OWN_CHAPTER_BONUS = 0.05;
/** Shorter sentences are in too many paragraphs. */
const MIN_SENTENCE_LENGTH = 8;
const MAX_EVIDENCE = 6;

/** A paragraph or list item that may carry a viewpoint. */
export interface Passage {
  readonly id: PermanentId;
  readonly origins: readonly Origin[];
  readonly chapter: string;
  readonly pairs: ReadonlySet<string>;
}

/**
 * Finds the paragraphs of the report that carry a viewpoint: for each of its sentences the one that holds most of
 * its words, if that is most of them. In reading order.
 */
export function findEvidence(
  viewpoint: Viewpoint,
  passages: readonly Passage[],
  place: ReportPlace,
): readonly Evidence[] {
  const weightOf = bigramWeights(passages.map((passage) => passage.pairs));
  const found = new Set<Passage>();
  for (const sentence of sentencesOf(viewpoint)) {
    const best = bestPassage(bigrams(sentence), passages, place.chapter, weightOf);
    if (best) found.add(best);
  }
  return passages
    .filter((passage) => found.has(passage))
    .slice(0, MAX_EVIDENCE)
    .map(({ id, chapter, origins }) => ({ id, chapter, ...pageOf(origins) }));
}

/** The passages of the body; front and back matter only repeat or explain it. */
export function listPassages(chapters: readonly Chapter[]): readonly Passage[] {
  return chapters.flatMap(({ matter, children, slug }) =>
    matter === 'body' ? passagesOf(children, slug) : [],
  );
}

function sentencesOf(viewpoint: Viewpoint): readonly string[] {
  return textOf(viewpoint.children)
    .split(/(?<=[。！？；])/u)
    .filter((sentence) => comparableText(sentence).length >= MIN_SENTENCE_LENGTH);
}

function bestPassage(
  sentence: ReadonlySet<string>,
  passages: readonly Passage[],
  chapter: string,
  weightOf: WeightOf,
): Passage | null {
  let [best, bestScore]: [Passage | null, number] = [null, 0];
  for (const passage of passages) {
    const share = containment(sentence, passage.pairs, weightOf);
    const score = share + (passage.chapter === chapter ? OWN_CHAPTER_BONUS : 0);
    if (share >= CARRIES && score > bestScore) [best, bestScore] = [passage, score];
  }
  return best;
}

/** Paragraphs at any depth; of a list item only what it begins with. */
function passagesOf(blocks: readonly IdentifiedBlock[], chapter: string): readonly Passage[] {
  return blocks.flatMap((block): readonly Passage[] => {
    if (block.type === 'paragraph') {
      const { id, origins } = block;
      return [{ id, origins, chapter, pairs: bigrams(textOf([block])) }];
    }
    return partsOf(block).flatMap((part) => {
      if (part.kind !== 'blocks') return [];
      return passagesOf(part.item ? part.blocks.slice(0, 1) : part.blocks, chapter);
    });
  });
}

function pageOf(origins: readonly Origin[]): { readonly label: string; readonly page: number } {
  const origin = origins.find((candidate) => candidate.kind === 'pdf');
  return { label: origin?.label ?? '', page: origin?.page ?? 0 };
}
