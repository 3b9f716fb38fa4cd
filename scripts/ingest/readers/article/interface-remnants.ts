import interfacePhrases from './wechat-interface-phrases.json' with { type: 'json' };

/** Longest first: a short phrase would leave the rest of a longer one that holds it. */
const PHRASES = interfacePhrases.groups
  .flatMap(({ phrases }) => phrases)
  .sort((first, second) => second.length - first.length);

/** The time of publication, as the page writes it below the title. */
const PUBLISHED_AT = /\d{4}年\d{1,2}月\d{1,2}日(?:\s*\d{1,2}:\d{2})?|\d{4}-\d{2}-\d{2}(?:\s+\d{2}:\d{2})?/gu;
const ONLY_PUNCTUATION = /^[\p{P}\p{S}\p{Z}]*$/u;
/** Numbers beside a button count readers. */
const ONLY_COUNTS = /^[\p{P}\p{S}\p{Z}\d]*$/u;

/**
 * Whether a line is only phrases of `wechat-interface-phrases.json`, counts, a publication time and punctuation. These phrases
 * mean nothing inside a sentence: a line is a remnant only where nothing else is left once they are taken out.
 * @param names of the accounts, which the page repeats beside its buttons
 */
export function isInterfaceRemnant(text: string, names: readonly string[] = []): boolean {
  if (ONLY_PUNCTUATION.test(text)) return true;
  const known = [...names.filter((name) => name !== ''), ...PHRASES];
  const withoutPhrases = known.reduce((rest, phrase) => rest.replaceAll(phrase, ''), text);
  const rest = withoutPhrases.replace(PUBLISHED_AT, '');
  // A line of digits alone is a number of the article.
  return rest !== text && ONLY_COUNTS.test(rest);
}
