import { plainText } from './normalise.ts';

/** Groups of names for the same thing, as `content/aliases.yaml` holds them. */
export type AliasGroups = readonly (readonly string[])[];

/**
 * Other names of a word of a query: those of the group in which it is named, itself left out. Only a whole word of the query
 * counts: 大模型应用 has no other name because 大模型 has one.
 */
export function otherNames(groups: AliasGroups, written: string): readonly string[] {
  const key = plainText(written);
  const names: string[] = [];
  for (const group of groups) {
    if (group.some((name) => plainText(name) === key)) {
      names.push(...group.filter((name) => plainText(name) !== key && !names.includes(name)));
    }
  }
  return names;
}
