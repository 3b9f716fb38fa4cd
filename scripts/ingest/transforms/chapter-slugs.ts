import { RESERVED_SLUGS, type Report } from '../../../src/schema/report.ts';
import type { DraftChapter } from './split-chapters.ts';
import { comparableText, similarity } from './text-similarity.ts';

/** Chapter titles that reports of the genre share, and the address that each gets. */
const KNOWN_SLUGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:发展)?总体态势$|^总体(?:情况|概况)$/u, 'overview'],
  [/^技术创新$/u, 'technology'],
  [/^应用赋能$/u, 'applications'],
  [/^安全治理$/u, 'governance'],
  [/(?:发展|未来|趋势)展望$|^展望(?:未来)?$/u, 'outlook'],
  [/^正文$/u, 'text'],
  [/^前言$/u, 'foreword'],
  [/^序言?$/u, 'preface'],
  [/^引言$|^导言$/u, 'introduction'],
  [/^摘要$|^内容摘要$/u, 'summary'],
  [/^编制说明$/u, 'about'],
  [/^版权声明$/u, 'copyright'],
  [/^参考文献$/u, 'references'],
  [/^附[录件表]/u, 'appendix'],
  [/(?:术语|名词|缩略语|词汇).{0,6}(?:表|解释|说明|对照)/u, 'glossary'],
  [/^数据来源/u, 'data-sources'],
  [/^结语$|^结束语$|^总结$/u, 'conclusion'],
  [/^致谢$/u, 'acknowledgements'],
  [/^后记$/u, 'afterword'],
];
/** A recorded title counts as the same chapter reworded from this similarity on. */
const REWORDED = 0.5;

type Recorded = Report['chapters'][number];

/**
 * The slug of every chapter, in order: what `report.yaml` records for its title, else the known one, else
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
  const exact = chapters.map((chapter) =>
    take((entry) => comparableText(entry.title) === comparableText(chapter.title)),
  );
  return exact.map(
    (slug, index) =>
      slug ?? take((entry) => similarity(entry.title, chapters[index]?.title ?? '') >= REWORDED),
  );
}

function derive(chapter: DraftChapter, order: number): string {
  const title = chapter.title.replace(/[\s：:]/gu, '');
  const known = KNOWN_SLUGS.find(([pattern]) => pattern.test(title) || pattern.test(chapter.number));
  if (known) return known[1];
  if (/^第.+[篇部编]/u.test(title)) return `part-${String(order)}`;
  return chapter.matter === 'body'
    ? `chapter-${String(order)}`
    : chapter.matter === 'front'
      ? 'front'
      : 'back';
}

function firstFree(slug: string, taken: ReadonlySet<string>): string {
  let candidate = slug;
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${slug}-${String(count)}`;
  return candidate;
}
