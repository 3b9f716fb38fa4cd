import { escapeForRegExp } from './escape-for-regexp.ts';
import promotionPhrases from './promotion-phrases.json' with { type: 'json' };

/** A promotion is a line, not a paragraph: longer text with such words is part of the article. */
const MAX_PROMOTION_LENGTH = 60;

/** Two phrases that ask for something together, with so many characters between them. */
interface PhrasePair {
  readonly first: readonly string[];
  readonly between: { readonly atLeast: number; readonly atMost: number };
  readonly then: readonly string[];
}

const PROMOTION = new RegExp(
  promotionPhrases.groups
    .flatMap(({ phrases, pairs }) => [...phrases.map(escapeForRegExp), ...pairs.map(pairPattern)])
    .join('|'),
  'u',
);

/** Asks the reader to scan, follow, subscribe, download or call: by the phrases of `promotion-phrases.json`. */
export function isPromotion(text: string): boolean {
  return text.length <= MAX_PROMOTION_LENGTH && PROMOTION.test(text);
}

function pairPattern({ first, between, then }: PhrasePair): string {
  return `${anyOf(first)}.{${between.atLeast},${between.atMost}}${anyOf(then)}`;
}

function anyOf(phrases: readonly string[]): string {
  return `(?:${phrases.map(escapeForRegExp).join('|')})`;
}
