import { countInk, isWordCharacter, lastCharacter } from '../genre/character-class.ts';
import type { Block, Heading, HeadingLevel, Origin } from '../model/document.ts';
import { plainText, textOf } from '../model/text-of.ts';

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

/** A list of more chapters than this is one that nobody reads: sections in a row become one. */
const MOST_CHAPTERS = 30;
/** Groups of sections are so many at most… */
const MOST_GROUPS = 20;
/** …and hold at least so much: some eight pages. */
const READABLE_INK = 6000;
/** One chapter that holds all is split into its sections where there are so many of them. */
const MIN_SECTIONS = 3;

interface Part {
  readonly heading: Heading;
  readonly children: readonly Block[];
}

/**
 * Cuts the body at its headings of level 1, or of the highest level that it has; at the next level where all of it is one
 * chapter. Too many are grouped, and a title without text goes to the end of what stands before it.
 * @param complete False where only the titles are known: then chapters have no text yet.
 */
export function splitChapters(body: readonly Block[], complete = false): SplitBody {
  const levels = body.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
  const outer = cutAt(body, Math.min(...levels));
  const opened = openOnlyChapter(outer);
  const { before, parts } = complete ? withoutEmpty(opened) : opened;
  const chapters = parts.length > MOST_CHAPTERS ? groupParts(parts) : parts.map(chapterOf);
  return { before, chapters };
}

/** The title of a heading without its number. */
export function headingTitle(heading: Heading): string {
  return plainText(heading.children).trim();
}

/** Number and title as they are printed: `第一章总体态势`, `附录 A 名录`, `Chapter 2 Methods`. */
export function printedTitle({ number, title }: Pick<DraftChapter, 'number' | 'title'>): string {
  const isParted = isWordCharacter(lastCharacter(number));
  return `${number}${isParted ? ' ' : ''}${title}`;
}

interface Parts {
  readonly before: readonly Block[];
  readonly parts: readonly Part[];
}

function cutAt(blocks: readonly Block[], level: number): Parts {
  const starts = blocks.flatMap((block, at) =>
    block.type === 'heading' && block.level === level ? [{ at, heading: block }] : [],
  );
  const parts = starts.map(({ at, heading }, index) => ({
    heading,
    children: blocks.slice(at + 1, starts[index + 1]?.at ?? blocks.length),
  }));
  return { before: blocks.slice(0, starts[0]?.at ?? blocks.length), parts };
}

/** Where the body is one long chapter, its sections are the chapters. */
function openOnlyChapter({ before, parts }: Parts): Parts {
  const [only, ...others] = parts.filter(({ heading }) => heading.matter === undefined);
  if (only === undefined || others.length > 0 || inkOf(only.children) < READABLE_INK)
    return { before, parts };
  const levels = only.children.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
  const inner = cutAt(only.children, Math.min(...levels));
  if (inner.parts.length < MIN_SECTIONS) return { before, parts };
  const opened = [{ heading: only.heading, children: inner.before }, ...inner.parts];
  return { before, parts: parts.flatMap((part) => (part === only ? opened : [part])) };
}

/** A chapter of a title alone does not exist: the title closes what stands before it. */
function withoutEmpty({ before, parts }: Parts): Parts {
  const kept: Part[] = [];
  const introduction = [...before];
  for (const part of parts) {
    const last = kept.at(-1);
    if (part.children.length > 0) kept.push(part);
    else if (last) kept[kept.length - 1] = { ...last, children: [...last.children, deeper(part.heading)] };
    else introduction.push(deeper(part.heading));
  }
  return { before: introduction, parts: kept };
}

function chapterOf({ heading, children }: Part): DraftChapter {
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
}

/** Sections in a row as one chapter, up to a readable size; front and back matter stay by themselves. */
function groupParts(parts: readonly Part[]): DraftChapter[] {
  const least = Math.max(
    READABLE_INK,
    parts.reduce((sum, part) => sum + inkOf(part.children), 0) / MOST_GROUPS,
  );
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    const isAlike = group?.[0]?.heading.matter === part.heading.matter;
    const ink = group?.reduce((sum, { children }) => sum + inkOf(children), 0) ?? least;
    if (isAlike && ink < least) group?.push(part);
    else groups.push([part]);
  }
  return groups.flatMap(chaptersOfGroup);
}

/** A title that says that more follows: no section's title is that of all of them. */
function chaptersOfGroup(group: readonly Part[]): DraftChapter[] {
  const [first] = group;
  if (first === undefined) return [];
  if (group.length === 1) return [chapterOf(first)];
  const { heading } = first;
  const title = `${headingTitle(heading) || heading.number} 等 ${String(group.length)} 节`;
  const children = group.flatMap((part) => [deeper(part.heading), ...part.children.map(deeper)]);
  const grouped: Heading = { ...heading, number: '', children: [{ type: 'text', value: title }] };
  return [{ ...chapterOf({ heading: grouped, children }) }];
}

/** A heading one level further in; other blocks as they are. */
function deeper<Any extends Block>(block: Any): Any {
  if (block.type !== 'heading') return block;
  return { ...block, level: Math.min(4, block.level + 1) as HeadingLevel };
}

function inkOf(blocks: readonly Block[]): number {
  return countInk(textOf(blocks));
}
