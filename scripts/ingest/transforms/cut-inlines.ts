import type { Inline } from '../model/document.ts';
import { plainText } from '../model/text-of.ts';

/**
 * Cuts inlines at an offset (UTF-16 units of their plain text) into two, marks kept on both sides. What has no text and
 * stands right at the offset (a note mark, a page mark) goes with what is before it.
 */
export function splitInlines(
  inlines: readonly Inline[],
  offset: number,
): readonly [readonly Inline[], readonly Inline[]] {
  const [left, right]: [Inline[], Inline[]] = [[], []];
  let position = 0;
  for (const inline of inlines) {
    const length = inlineLength(inline);
    if (position + length <= offset) left.push(inline);
    else if (position >= offset) right.push(inline);
    else {
      const [first, second] = splitInline(inline, offset - position);
      left.push(first);
      right.push(second);
    }
    position += length;
  }
  return [left, right];
}

function splitInline(inline: Inline, offset: number): readonly [Inline, Inline] {
  if (inline.type === 'text') {
    return [
      { type: 'text', value: inline.value.slice(0, offset) },
      { type: 'text', value: inline.value.slice(offset) },
    ];
  }
  if (!('children' in inline)) return [inline, { type: 'text', value: '' }];
  const [first, second] = splitInlines(inline.children, offset);
  return [
    { ...inline, children: first },
    { ...inline, children: second },
  ];
}

function inlineLength(inline: Inline): number {
  return plainText([inline]).length;
}

/** Puts other text in place of the units from `start` to `end`; it takes the marks of the first of them. */
export function replaceInInlines(
  inlines: readonly Inline[],
  start: number,
  end: number,
  text: string,
): readonly Inline[] {
  const [before, rest] = splitInlines(inlines, start);
  const [found, after] = splitInlines(rest, end - start);
  let isWritten = false;
  const write = (list: readonly Inline[]): readonly Inline[] =>
    list.flatMap((inline): readonly Inline[] => {
      if (inline.type === 'text') {
        const value = isWritten ? '' : text;
        isWritten = true;
        return value === '' ? [] : [{ type: 'text', value }];
      }
      return 'children' in inline ? [{ ...inline, children: write(inline.children) }] : [inline];
    });
  return [...before, ...write(found), ...after].filter((inline) => !isEmpty(inline));
}

/** Whether nothing is left of it; marks of notes and pages are something. */
function isEmpty(inline: Inline): boolean {
  if (inline.type === 'text') return inline.value === '';
  return 'children' in inline && inline.children.every(isEmpty);
}

/** Start and end of every place where `wanted` stands in `text`, white space on either side not counted. */
export function findText(text: string, wanted: string): readonly (readonly [number, number])[] {
  const units = [...wanted.replace(/\s/gu, '')].map((unit) => unit.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  if (units.length === 0) return [];
  const pattern = new RegExp(units.join('\\s*'), 'gu');
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const);
}
