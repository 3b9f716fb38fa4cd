/** What a person should know of pages whose text was recognised. */
import type { Message } from '../../../model/messages.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import { recognitionOf } from './page-pictures.ts';
import { pageList } from '../gate/gate-text.ts';

/** What a person should know of recognised pages. */
export function recognitionMessages(pages: readonly PageContent[]): readonly Message[] {
  const recognised = pages.filter((page) => recognitionOf(page) !== null).map(({ page }) => page);
  if (recognised.length === 0) return [];
  return [
    {
      ruleId: 'pdf/has-text-layer',
      severity: 'warning',
      reason: `Page(s) ${pageList(recognised)} were pictures: their text was recognised and may be wrong.`,
      hint: 'The picture of each stands above its text. A correction goes into overrides.yaml.',
    },
  ];
}
