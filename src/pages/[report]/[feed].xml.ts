/** `feed.xml` of a report: its viewpoints. Its addresses are absolute, so there is none without SITE. */
import type { APIRoute } from 'astro';
import { atomFeed, type Feed } from '../../lib/feed/atom-feed.ts';
import { loadReportFeed } from '../../queries/feeds.ts';
import { loadReports } from '../../queries/reports.ts';

export async function getStaticPaths() {
  const site = import.meta.env.SITE;
  const paths: { params: { report: string; feed: string }; props: { feed: Feed } }[] = [];
  for (const report of site ? await loadReports() : []) {
    const feed = await loadReportFeed(report, new URL(site));
    if (feed) paths.push({ params: { report: report.id, feed: 'feed' }, props: { feed } });
  }
  return paths;
}

export const GET: APIRoute<{ feed: Feed }> = ({ props }) =>
  new Response(atomFeed(props.feed), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
