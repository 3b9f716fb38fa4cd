import type { Block, Heading, Origin } from '../model/document.ts';
import { plainText } from '../model/text-of.ts';

/** A chapter before it has its address and ids. */
export interface DraftChapter {
  readonly heading: Heading;
  readonly number: string;
  readonly title: string;
  readonly matter: 'front' | 'body' | 'back';
  readonly children: readonly Block[];
  readonly origins: readonly Origin[];
}

export interface SplitBody {
  /** What stands before the first chapter. */
  readonly before: readonly Block[];
  readonly chapters: readonly DraftChapter[];
}

/** Cuts the body at its headings of level 1, or of the highest level that it has. */
export function splitChapters(body: readonly Block[]): SplitBody {
  const headings = body.filter((block) => block.type === 'heading');
  const top = Math.min(...headings.map((heading) => heading.level));
  const starts = body.flatMap((block, at) =>
    block.type === 'heading' && block.level === top ? [{ at, heading: block }] : [],
  );
  const chapters = starts.map(({ at, heading }, index) => {
    const children = body.slice(at + 1, starts[index + 1]?.at ?? body.length);
    return {
      heading,
      // A part may have nothing but its number: 第一篇.
      ...(headingTitle(heading) === ''
        ? { number: '', title: heading.number.trim() }
        : { number: heading.number, title: headingTitle(heading) }),
      matter: heading.matter ?? ('body' as const),
      children,
      origins: heading.origins,
    };
  });
  return { before: body.slice(0, starts[0]?.at ?? body.length), chapters };
}

/** The title of a heading without its number. */
export function headingTitle(heading: Heading): string {
  return plainText(heading.children).trim();
}
