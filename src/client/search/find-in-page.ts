import type { Fold } from '../../lib/search/fold.ts';
import { normaliseText, type NormalText } from '../../lib/search/normalise.ts';

/** A displayed passage: its text nodes as one text. */
interface PassageText {
  /** Each node, and where it begins in the joined text. */
  readonly nodes: readonly { readonly node: Text; readonly begin: number }[];
  readonly normal: NormalText;
}

/** Text of the passage that search indexed: without permalinks and page marks, and without passages inside it. */
function readPassage(passage: Element, fold: Fold | undefined): PassageText {
  const nodes: { node: Text; begin: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(
    passage,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      const isOther = node.matches('[data-search-ignore], [data-passage], button, svg, script, style');
      return isOther ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    },
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.push({ node, begin: text.length });
    text += node.data;
  }
  return { nodes, normal: normaliseText(text, fold) };
}

/** First characters of the phrase in the passage, normalised; occurrences do not overlap. */
function occurrences(text: readonly string[], phrase: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at + phrase.length <= text.length; at += 1) {
    if (!phrase.every((character, offset) => text[at + offset] === character)) continue;
    found.push(at);
    at += phrase.length - 1;
  }
  return found;
}

function toRange({ nodes, normal }: PassageText, first: number, last: number): Range {
  const start = normal.starts[first] ?? 0;
  const end = normal.ends[last] ?? start;
  const from = nodes.findLast(({ begin }) => begin <= start);
  const to = nodes.findLast(({ begin }) => begin < end);
  const range = document.createRange();
  if (from !== undefined) range.setStart(from.node, start - from.begin);
  if (to !== undefined) range.setEnd(to.node, end - to.begin);
  return range;
}

/** Every occurrence of the phrases in the passages below `root`, in reading order; what overlaps an earlier one is left out. */
export function findInPage(root: ParentNode, phrases: readonly string[], fold?: Fold): readonly Range[] {
  const sought = phrases
    .map((phrase) => normaliseText(phrase, fold).characters)
    .filter(({ length }) => length > 0);
  sought.sort((left, right) => right.length - left.length);
  const ranges: Range[] = [];
  for (const passage of root.querySelectorAll('[data-passage]')) {
    const text = readPassage(passage, fold);
    const { characters } = text.normal;
    const places: { first: number; last: number }[] = [];
    for (const phrase of sought) {
      for (const first of occurrences(characters, phrase)) {
        const last = first + phrase.length - 1;
        if (!places.some((place) => first <= place.last && place.first <= last)) places.push({ first, last });
      }
    }
    places.sort((left, right) => left.first - right.first);
    ranges.push(...places.map(({ first, last }) => toRange(text, first, last)));
  }
  return ranges;
}
