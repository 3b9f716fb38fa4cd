import { RESERVED_SLUGS, type Report } from '../../../src/schema/report.ts';
import { type DraftChapter, printedTitle } from './split-chapters.ts';
import { comparableText, squeeze } from '../genre/fold-text.ts';
import { matterSlug } from '../genre/matter-titles.ts';
import { similarity } from './text-similarity.ts';

/** A recorded title counts as the same chapter reworded from this similarity on. */
const REWORDED = 0.5;

type Recorded = Report['chapters'][number];

/**
 * The slug of every chapter, in order: what `report.yaml` records for its title, else that of its kind (前言, 附录), else
 * `chapter-3` by its place among the numbered chapters. All differ; none is an address of the site itself.
 */
export function chapterSlugs(
  chapters: readonly DraftChapter[],
  recorded: readonly Recorded[],
): readonly string[] {
  const assigned = matchRecorded(chapters, recorded);
  const taken = new Set<string>([...RESERVED_SLUGS, ...recorded.map((chapter) => chapter.slug)]);
  let order = 0;
  return chapters.map((chapter, index) => {
    if (chapter.matter === 'body') order += 1;
    const known = assigned[index];
    if (known !== undefined) return known;
    const slug = firstFree(derive(chapter, order), taken);
    taken.add(slug);
    return slug;
  });
}

function matchRecorded(
  chapters: readonly DraftChapter[],
  recorded: readonly Recorded[],
): readonly (string | undefined)[] {
  const free = new Set(recorded);
  const take = (accept: (entry: Recorded) => boolean): string | undefined => {
    const entry = [...free].find(accept);
    if (entry) free.delete(entry);
    return entry?.slug;
  };
  const exact = chapters.map((chapter) => take(({ title }) => isTitleOf(chapter, title)));
  return chapters.map(
    (chapter, index) =>
      exact[index] ??
      take(({ title }) => similarity(title, chapter.title) >= REWORDED) ??
      take(({ title }) => similarity(title, printedTitle(chapter)) >= REWORDED),
  );
}

/** What `report.yaml` records as the title of a chapter: what it records already, else number and title as printed. */
export function recordedTitle(chapter: DraftChapter, slug: string, recorded: readonly Recorded[]): string {
  const known = recorded.find((entry) => entry.slug === slug && isTitleOf(chapter, entry.title));
  return known?.title ?? printedTitle(chapter);
}

/** Whether a recorded title is that of a chapter, with its number or without. */
function isTitleOf(chapter: DraftChapter, title: string): boolean {
  const wanted = comparableText(title);
  return wanted === comparableText(chapter.title) || wanted === comparableText(printedTitle(chapter));
}

function derive(chapter: DraftChapter, order: number): string {
  const title = squeeze(chapter.title);
  const known = matterSlug(title) ?? matterSlug(chapter.number);
  if (known !== null) return known;
  if (title === '正文') return 'text';
  if (/^第.+[篇部编]/u.test(title)) return `part-${String(order)}`;
  return chapter.matter === 'body' ? `chapter-${String(order)}` : chapter.matter;
}

function firstFree(slug: string, taken: ReadonlySet<string>): string {
  let candidate = slug;
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${slug}-${String(count)}`;
  return candidate;
}
