/** Marks that take the width of a character, half of it empty, part a number from its title by themselves. */
const PARTS_BY_ITSELF = /[、。．：）〕】]$/u;

/** What stands between the number of a heading and its title: a space after 第一章, 1.2, 1. and Chapter 1, nothing after 一、 and （一）. */
export function numberGap(number: string): '' | ' ' {
  return number === '' || PARTS_BY_ITSELF.test(number) ? '' : ' ';
}

/** The number of a chapter or a section and its title as one line; the title alone where there is no number. */
export function numberedTitle({
  number,
  title,
}: {
  readonly number: string;
  readonly title: string;
}): string {
  return `${number}${numberGap(number)}${title}`;
}
