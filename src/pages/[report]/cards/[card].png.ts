/** The pictures of a report for link previews, which need absolute addresses, and for chats. */
import type { APIRoute } from 'astro';
import { measureText } from '../../../cards/card-font.ts';
import { keepCard } from '../../../cards/keep-card.ts';
import { reportAddress, viewpointAddress } from '../../../lib/address.ts';
import { tallCards, wideCards, type Card } from '../../../lib/card/report-cards.ts';
import { loadBook } from '../../../queries/book.ts';
import { loadReports } from '../../../queries/reports.ts';

export async function getStaticPaths() {
  const site = import.meta.env.SITE;
  const paths: { params: { report: string; card: string }; props: { card: Card } }[] = [];
  for (const report of await loadReports()) {
    const book = await loadBook(report);
    const absolute = (path: string): string => new URL(path, site).href;
    const addresses = site
      ? {
          report: absolute(reportAddress(report.id)),
          viewpoint: (number: number) => absolute(viewpointAddress(report.id, number)),
        }
      : undefined;
    for (const card of [...(site ? wideCards(book) : []), ...tallCards(book, addresses)])
      paths.push({ params: { report: report.id, card: card.name }, props: { card } });
  }
  return paths;
}

export const GET: APIRoute<{ card: Card }> = async ({ props, params }) => {
  const png = await keepCard(props.card.draw(measureText), `${params['report']}/${props.card.name}`);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
