import { isBackTitle, isFrontTitle } from '../genre/matter-titles.ts';
import type { Block, ContentsEntry, Heading, ReportDocument } from '../model/document.ts';
import type { MergedSources } from '../model/merged-sources.ts';
import { joinMarks } from './join-marks.ts';
import { markPages } from './mark-pages.ts';

/** The PDF gives the body, the article the viewpoints and the introduction; the contents stand in where there is no PDF. */
export function mergeSources(article: ReportDocument | null, pdf: ReportDocument | null): MergedSources {
  const documents = [pdf, article].filter((document) => document !== null);
  const contents = pdf && pdf.contents.length > 0 ? pdf.contents : (article?.contents ?? []);
  return {
    body: pdf ? withHeading(markPages(joinMarks(pdf.body))) : contents.map(toHeading),
    complete: pdf !== null,
    introduction: article?.body ?? [],
    viewpoints: article && article.viewpoints.length > 0 ? article.viewpoints : (pdf?.viewpoints ?? []),
    contents,
    notes: pdf?.notes ?? article?.notes ?? {},
    furniture: documents.flatMap((document) => document.furniture),
    sources: documents.map((document) => document.source),
    messages: documents.flatMap((document) => document.messages),
  };
}

/** A PDF without any heading is one chapter. */
function withHeading(body: readonly Block[]): readonly Block[] {
  const [first] = body;
  if (first === undefined || body.some((block) => block.type === 'heading')) return body;
  const children = [{ type: 'text' as const, value: '正文' }];
  return [{ type: 'heading', level: 1, number: '', children, origins: first.origins.slice(0, 1) }, ...body];
}

/** Front matter stands before the first chapter: 致谢 opens a report or closes it. */
function matterOf(
  { number, title }: ContentsEntry,
  before: readonly ContentsEntry[],
): 'front' | 'back' | null {
  if (number !== '') return null;
  if (isFrontTitle(title) && before.every((each) => isFrontTitle(each.title))) return 'front';
  return isBackTitle(title) ? 'back' : null;
}

function toHeading(entry: ContentsEntry, index: number, all: readonly ContentsEntry[]): Heading {
  const matter = matterOf(entry, all.slice(0, index));
  return {
    type: 'heading',
    level: entry.level,
    number: entry.number,
    children: [{ type: 'text', value: entry.title }],
    origins: entry.origins ?? [],
    ...(matter ? { matter } : {}),
  };
}
