import type { ActionContext, QuoteAction } from './action.ts';
import { copyOrShow } from './copy-or-show.ts';
import { EXHIBIT_ACTIONS } from './exhibit-actions.ts';
import { markdownQuotation, plainQuotation } from './quotation.ts';
import { citableId, ownReference, WHOLE_REPORT } from './references.ts';

const copyQuotation: QuoteAction = {
  id: 'copy-quotation',
  label: () => '复制引文（附出处）',
  barLabel: '复制引文',
  isOffered: ({ item, passage }) => item !== undefined && passage.text !== '',
  run: ({ item, passage: { text } }) => item && copyOrShow(plainQuotation({ text, item }), '引文'),
};

const copyLink: QuoteAction = {
  id: 'copy-link',
  label: ({ passage }) => (passage.isSelection ? '复制所选文字的链接' : '复制链接'),
  barLabel: '复制链接',
  run: ({ passage: { link } }) => copyOrShow(link, '链接'),
};

const copyMarkdown: QuoteAction = {
  id: 'copy-markdown',
  label: () => '复制为 Markdown',
  isOffered: ({ item, passage: { text, kind } }) =>
    item !== undefined && text !== '' && kind !== 'figure' && kind !== 'table',
  run: ({ item, passage: { text } }) => item && copyOrShow(markdownQuotation({ text, item }), 'Markdown'),
};

const openOriginal: QuoteAction = {
  id: 'open-original',
  label: ({ passage }) => `看原文${passage.original?.name ?? ''}`,
  isOffered: ({ passage }) => passage.original !== undefined,
  address: ({ passage }) => passage.original?.address,
};

/** The page of references, at the passage's own where it has some. */
function referencesPage({ passage }: ActionContext): string | undefined {
  const id = citableId(passage);
  return ownReference()?.replace(/[^/]*$/u, id === WHOLE_REPORT ? '' : `#cite-${id}`);
}

const moreReferences: QuoteAction = {
  id: 'more-references',
  label: () => '其他引用格式',
  isOffered: (context) => referencesPage(context) !== undefined,
  address: referencesPage,
};

/** All that can be done with a passage, in the order of the menu. A new action is one entry here, from a file of its own. */
export const ACTIONS: readonly QuoteAction[] = [
  copyQuotation,
  copyLink,
  copyMarkdown,
  ...EXHIBIT_ACTIONS,
  openOriginal,
  moreReferences,
];

/** Those that make sense for a passage. */
export const actionsFor = (context: ActionContext): readonly QuoteAction[] =>
  ACTIONS.filter(({ isOffered }) => isOffered?.(context) ?? true);
