/** A phrase as a piece of a regular expression (flag `u`) that matches exactly it. */
export function escapeForRegExp(phrase: string): string {
  return phrase.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
