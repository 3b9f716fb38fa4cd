import type { FurnitureKind } from '../../model/document.ts';
import type { AccountCard } from './account-card.ts';
import type { ArticlePage, ArticleUnit } from './article-unit.ts';
import { unitText } from './inline-text.ts';
import { isInterfaceRemnant } from './interface-remnants.ts';
import { isCredits } from './labels.ts';
import { isPromotion } from './promotions.ts';

/** Why a unit is kept out of the body. */
export interface Clutter {
  readonly kind: FurnitureKind;
  readonly reason: string;
}

const CLOSED = /[\s“”"《》|｜]/gu;

/** The reason for which a unit is no part of the article's text, or null where it is. */
export function classifyUnit(unit: ArticleUnit, page: ArticlePage, card: AccountCard): Clutter | null {
  const text = unitText(unit.inlines);
  if (unit.zone === 'metadata')
    return { kind: 'cover', reason: 'front matter of the export, kept as metadata' };
  if (unit.zone === 'hidden') return { kind: 'interface', reason: 'hidden on the page' };
  if (unit.kind === 'image')
    return { kind: 'interface', reason: 'alternative text of a picture of the page' };
  if (text.replace(CLOSED, '') === page.title.replace(CLOSED, '')) {
    return { kind: 'cover', reason: 'title of the article, kept as metadata' };
  }
  if (card.units.has(unit))
    return { kind: 'interface', reason: 'card of the account that the article comes from' };
  if (text === page.account)
    return { kind: 'interface', reason: 'name of the account that published the article' };
  if (unit.zone === 'page') return { kind: 'interface', reason: 'stands on the page around the article' };
  if (isInterfaceRemnant(text, [page.account ?? '', card.original]))
    return { kind: 'interface', reason: 'remnant of the page’s buttons' };
  if (isPromotion(text))
    return { kind: 'advert', reason: 'asks to scan, follow, subscribe, download or call' };
  if (isCredits(text)) return { kind: 'other', reason: 'credits of the account’s editors' };
  return null;
}
