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

function toHeading(entry: ContentsEntry): Heading {
  const matter =
    entry.number !== ''
      ? null
      : isFrontTitle(entry.title)
        ? 'front'
        : isBackTitle(entry.title)
          ? 'back'
          : null;
  return {
    type: 'heading',
    level: entry.level,
    number: entry.number,
    children: [{ type: 'text', value: entry.title }],
    origins: entry.origins ?? [],
    ...(matter ? { matter } : {}),
  };
}
