import { compareCharacters, type SourceAccount, sourceAccount } from '../../model/account.ts';
import type { ReportDocument } from '../../model/document.ts';
import { ALL_PRINTED, textOf } from '../../model/text-of.ts';
import type { ArticleUnit } from './article-unit.ts';
import { unitText } from './inline-text.ts';

/** Compares the text of the source's units with all text of the document, character by character. */
export function accountFor(units: readonly ArticleUnit[], document: ReportDocument): SourceAccount {
  const comparison = compareCharacters(
    units.map((unit) => unitText(unit.inlines)),
    keptText(document),
    document.furniture.map((item) => item.text),
  );
  // An article is text already: nothing in it had to be recognised.
  return sourceAccount(comparison, { contentsMatched: document.contents.length, badCharacters: 0 });
}

function keptText({ body, viewpoints, contents }: ReportDocument): readonly string[] {
  return [
    ...[body, ...viewpoints.map(({ children }) => children)].map((blocks) =>
      textOf(blocks, { counted: ALL_PRINTED }),
    ),
    ...viewpoints.map((viewpoint) => viewpoint.marker ?? ''),
    ...contents.map((entry) => entry.number + entry.title + entry.label),
  ];
}
