/** `feed.xml`: the reports of the shelf. Its addresses are absolute, so there is none without SITE. */
import type { APIRoute } from 'astro';
import { atomFeed, type Feed } from '../lib/feed/atom-feed.ts';
import { loadShelfFeed } from '../queries/feeds.ts';

export async function getStaticPaths() {
  const site = import.meta.env.SITE;
  const feed = site ? await loadShelfFeed(new URL(site)) : undefined;
  return feed ? [{ params: { feed: 'feed' }, props: { feed } }] : [];
}

export const GET: APIRoute<{ feed: Feed }> = ({ props }) =>
  new Response(atomFeed(props.feed), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
