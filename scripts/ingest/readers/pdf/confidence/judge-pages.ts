/** How sure each page is: by the blocks that stand on it, by what was set aside there, and by what it does not tell. */
import { foldText } from '../../../genre/fold-text.ts';
import { type DoubtId, judgedBy } from '../../../model/confidence.ts';
import type { PageReading, ReportDocument } from '../../../model/document.ts';
import type { PageContent } from '../glyphs/page-content.ts';

/** Running heads and watermarks stand on more pages than this. */
const MOST_ONCE = 2;
/** A letter or a number by itself may be set aside anywhere. */
const MIN_TEXT = 3;

type Judged = Pick<ReportDocument, 'body' | 'furniture'>;

/** The pages of a document with what is doubted of each; its blocks have been judged before. */
export function judgePages(
  { body, furniture }: Judged,
  pages: readonly PageContent[],
  labels: readonly string[],
): PageReading[] {
  const unsure = new Set(
    body.flatMap(({ confidence, origins }) =>
      confidence === 'unsure'
        ? origins.flatMap((origin) => (origin.kind === 'pdf' ? [origin.page] : []))
        : [],
    ),
  );
  const once = pagesOfOnce(furniture);
  return pages.map(({ page, runs, images, unreadableGlyphs }): PageReading => {
    const doubts: DoubtId[] = [
      ...(unsure.has(page) ? (['part/unsure'] as const) : []),
      ...(unreadableGlyphs > 0 ? (['page/glyphs-missing'] as const) : []),
      ...(runs.length === 0 && images.length > 0 ? (['page/picture-only'] as const) : []),
      ...(once.has(page) ? (['page/set-aside-once'] as const) : []),
    ];
    return { page, label: labels[page - 1] ?? '', ...judgedBy(doubts) };
  });
}

/** Pages with text that was set aside as repeated, although it is not. */
function pagesOfOnce(furniture: ReportDocument['furniture']): ReadonlySet<number> {
  const repeated = furniture.filter(({ kind }) => ['header', 'footer', 'watermark'].includes(kind));
  const byText = Map.groupBy(repeated, ({ text }) => foldText(text));
  const once = [...byText].flatMap(([text, all]) =>
    all.length <= MOST_ONCE && text.length >= MIN_TEXT ? all : [],
  );
  return new Set(
    once.flatMap(({ origins }) => origins.flatMap((origin) => (origin.kind === 'pdf' ? [origin.page] : []))),
  );
}
