import type { ArticleUnit } from './article-unit.ts';
import { escapeForRegExp } from './escape-for-regexp.ts';
import { unitText } from './inline-text.ts';
import interfacePhrases from './wechat-interface-phrases.json' with { type: 'json' };

/** The card by which WeChat names the account that an article was taken from. */
export interface AccountCard {
  /** Name of the original account, '' where the article has no card. */
  readonly original: string;
  /** Units of the card: the sentence, the name again, the account's description. */
  readonly units: ReadonlySet<ArticleUnit>;
}

const { takenFrom, author } = interfacePhrases.accountCard;
const TAKEN_FROM = new RegExp(
  `^${escapeForRegExp(takenFrom)}\\s*(.+?)\\s*(?:[，,]\\s*${escapeForRegExp(author)}.*)?[.。]?$`,
  'u',
);
/** The name stands within so many units after the sentence, pictures included. */
const CARD_REACH = 4;

/** Finds the card. The description is the unit right after the name, as the card always has it. */
export function findAccountCard(units: readonly ArticleUnit[]): AccountCard {
  const start = units.findIndex((unit) => TAKEN_FROM.test(unitText(unit.inlines)));
  const sentence = units[start];
  if (sentence === undefined) return { original: '', units: new Set() };
  const original = TAKEN_FROM.exec(unitText(sentence.inlines))?.[1] ?? '';
  const isName = (unit: ArticleUnit): boolean =>
    unitText(unit.inlines).replace(/[\s.。·]+$/u, '') === original;
  const card = new Set([sentence]);
  const nameOffset = units.slice(start + 1, start + 1 + CARD_REACH).findIndex(isName);
  const name = nameOffset === -1 ? undefined : units[start + 1 + nameOffset];
  if (name !== undefined) {
    card.add(name);
    const description = units[start + 2 + nameOffset];
    if (description?.kind === 'line' && description.zone === sentence.zone) card.add(description);
  }
  return { original, units: card };
}
