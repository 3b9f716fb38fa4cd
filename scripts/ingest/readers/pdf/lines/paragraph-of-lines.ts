/** Lines → one paragraph with its origins. */
import type { Inline, Origin, Paragraph } from '../../../model/document.ts';
import { roundBox, unionOf } from '../glyphs/geometry.ts';
import { joinLines, trimInlines } from './join-lines.ts';
import type { JoinOptions } from './join-lines.ts';
import type { TextLine } from './text-line.ts';

/** One origin per page that the lines touch. */
export function originsOf(lines: readonly TextLine[], labels: readonly string[]): Origin[] {
  const pages = [...new Set(lines.map((line) => line.page))];
  return pages.map((page) => {
    const boxes = lines.filter((line) => line.page === page).map((line) => line.box);
    const box = roundBox(unionOf(boxes));
    return { kind: 'pdf', page, label: labels[page - 1] ?? '', box };
  });
}

/** Takes `count` characters off the beginning of inlines (a heading's number, a list mark), and white space after them. */
export function dropStart(inlines: readonly Inline[], count: number): Inline[] {
  let left = count;
  const drop = (list: readonly Inline[]): Inline[] =>
    list.flatMap((inline): Inline[] => {
      if (left <= 0) return [inline];
      if (inline.type === 'text') {
        const value = inline.value.slice(left);
        left -= Math.min(left, inline.value.length);
        return value === '' ? [] : [{ ...inline, value }];
      }
      if (!('children' in inline)) return [inline];
      const children = drop(inline.children);
      return children.length === 0 ? [] : [{ ...inline, children }];
    });
  return trimInlines(trimFirst(drop(inlines)));
}

function trimFirst(inlines: readonly Inline[]): Inline[] {
  const [first, ...rest] = inlines;
  if (!first) return [];
  if (first.type === 'text') return [{ ...first, value: first.value.trimStart() }, ...rest];
  return 'children' in first
    ? [{ ...first, children: trimFirst(first.children) }, ...rest]
    : [first, ...rest];
}

/** The lines of each paragraph, for those who judge how well it was made; no part of the document. */
const LINES_OF = new WeakMap<Paragraph, readonly TextLine[]>();

/** The lines that a paragraph was made of by `paragraphOf`; none for any other. */
export function linesOfParagraph(paragraph: Paragraph): readonly TextLine[] {
  return LINES_OF.get(paragraph) ?? [];
}

/** A paragraph of the lines. */
export function paragraphOf(lines: readonly TextLine[], options: JoinOptions, skip = 0): Paragraph {
  const children = joinLines(lines, options);
  const paragraph: Paragraph = {
    type: 'paragraph',
    origins: originsOf(lines, options.labels ?? []),
    children: skip > 0 ? dropStart(children, skip) : children,
  };
  LINES_OF.set(paragraph, lines);
  return paragraph;
}
