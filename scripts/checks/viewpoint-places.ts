import type { z } from 'zod';
import {
  chapterSchema,
  viewpointSchema,
  type ChapterData,
  type ViewpointData,
} from '../../src/schema/chapter.ts';
import { displayPath, readYaml, reportIds, type Content, type ContentFile } from './content.ts';
import type { ContentRule, Finding } from './rule.ts';

interface Parsed<T> {
  readonly file: ContentFile;
  readonly data: T;
}

/** Viewpoints and chapters name each other, and the callout stands where both say. */
export const viewpointPlaces: ContentRule = {
  id: 'content/viewpoints-placed',
  good: 'Every viewpoint names a chapter and section of its report, and exactly that chapter names and shows it.',
  check: (content) => reportIds(content).flatMap((id) => checkReport(content, id)),
};

function checkReport(content: Content, id: string): readonly Finding[] {
  const chapters = parseAll(content, `reports/${id}/chapters/`, chapterSchema);
  const viewpoints = parseAll(content, `reports/${id}/viewpoints/`, viewpointSchema);
  return [
    ...viewpoints.flatMap((viewpoint) => checkViewpoint(viewpoint, chapters)),
    ...chapters.flatMap((chapter) => checkChapter(chapter, viewpoints)),
  ];
}

/** Files that do not fit their schema are the business of another rule. */
function parseAll<Schema extends z.ZodType>(
  content: Content,
  folder: string,
  schema: Schema,
): readonly Parsed<z.output<Schema>>[] {
  return content.files.flatMap((file) => {
    if (!file.path.startsWith(folder)) return [];
    const data = readYaml(schema, file);
    return data === undefined ? [] : [{ file, data }];
  });
}

function checkViewpoint(
  { file, data }: Parsed<ViewpointData>,
  chapters: readonly Parsed<ChapterData>[],
): readonly Finding[] {
  const report = (reason: string): Finding[] => [{ file: displayPath(file), reason }];
  const chapter = chapters.find((candidate) => candidate.data.slug === data.chapter);
  if (!chapter) return report(`Its chapter "${data.chapter}" does not exist.`);
  const sections = [chapter.data.id, ...chapter.data.sections.map((section) => section.id)];
  if (!sections.includes(data.section)) {
    return report(
      `Its section ${data.section} is not in chapter "${data.chapter}", which has ${sections.join(', ')}.`,
    );
  }
  if (!chapter.data.viewpoints.includes(data.number)) {
    return report(`Chapter "${data.chapter}" does not list viewpoint ${data.number} in its front matter.`);
  }
  const callouts = chapter.file.text.split(`<ViewpointCallout number="${data.number}"`).length - 1;
  return callouts === 1
    ? []
    : report(`Chapter "${data.chapter}" shows viewpoint ${data.number} ${callouts} times instead of once.`);
}

function checkChapter(
  { file, data }: Parsed<ChapterData>,
  viewpoints: readonly Parsed<ViewpointData>[],
): readonly Finding[] {
  return data.viewpoints
    .filter(
      (number) =>
        !viewpoints.some(({ data: found }) => found.number === number && found.chapter === data.slug),
    )
    .map((number) => ({
      file: displayPath(file),
      reason: `It lists viewpoint ${number}, which does not exist or names another chapter.`,
    }));
}
