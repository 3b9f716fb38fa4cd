import type { Block, DocumentMetadata } from '../../model/document.ts';
import type { AccountCard } from './account-card.ts';
import type { ArticlePage } from './article-unit.ts';
import { unitText } from './inline-text.ts';

const TITLE_MARKS = /《([^《》]+)》/u;
/** `2024年11月29日，某院（简称“某”）发布《…》`: the day, and who released it. */
const RELEASE =
  /(\d{4})年(\d{1,2})月(\d{1,2})日[，,]?\s*(?:由)?([^，,。（(《]{2,40})?(?:[（(][^）)]*[）)])?[^。]{0,40}?(?:发布|推出|公布)/u;
/** The same without a day: `近日，某院在某市发布《…》`. */
const PUBLISHED_BY =
  /(?:^|[，,。])\s*(?:由)?([^，,。（(《》]{2,30}?)(?:[（(][^）)]*[）)])?(?:在[^，,。《》]{1,20})?(?:正式|联合|重磅)*(?:发布|推出|编制|编写|撰写)[^，。《》]{0,12}《/u;
/** What may stand between the publisher’s name and the title. */
const PREPARED_BY = /(?:组织|牵头|联合|共同|正式|重磅|今日|日前)*(?:编写|编制|撰写|研究|起草|完成)?的?$/u;
const PDF_ADDRESS = /^https?:\/\/[^?#]+\.pdf(?:[?#].*)?$/iu;

/** What the article says about itself and about the report. */
export function findMetadata(page: ArticlePage, card: AccountCard, body: readonly Block[]): DocumentMetadata {
  const texts = body.map((block) => (block.type === 'paragraph' ? unitText(block.children) : ''));
  const release = texts.map((text) => RELEASE.exec(text)).find((match) => match !== null);
  const reportTitle = [page.title, ...texts].map((text) => TITLE_MARKS.exec(text)?.[1]).find(Boolean);
  const pdfUrl = page.units.flatMap((unit) => unit.links).find((link) => PDF_ADDRESS.test(link));
  const named = release?.[4] ?? texts.map((text) => PUBLISHED_BY.exec(text)?.[1]).find(Boolean);
  const publisher = named?.replace(PREPARED_BY, '').trim();
  return {
    title: page.title,
    ...(reportTitle ? { reportTitle } : {}),
    ...(publisher ? { publisher } : {}),
    ...(release ? { released: isoDay(release[1], release[2], release[3]) } : {}),
    ...(page.date ? { date: page.date } : {}),
    ...(page.url ? { url: page.url } : {}),
    ...(page.account ? { account: page.account } : {}),
    ...(card.original ? { original: card.original } : {}),
    ...(pdfUrl ? { pdfUrl } : {}),
  };
}

function isoDay(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
