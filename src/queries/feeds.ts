import { at, reportAddress, viewpointAddress } from '../lib/address.ts';
import { textOfBlocks } from '../lib/book/text-of.ts';
import { formatAttribution } from '../lib/citation/attribution.ts';
import { dateTimeOf, type Feed } from '../lib/feed/atom-feed.ts';
import { SITE_NAME } from '../lib/site.ts';
import { loadBook } from './book.ts';
import { loadReports, type LoadedReport } from './reports.ts';

/** Where the feed of all reports is. */
export const shelfFeedAddress = (): string => at('feed.xml');
export const reportFeedAddress = (report: string): string => at(`${report}/feed.xml`);

export const reportFeedTitle = ({ data }: LoadedReport): string => `${data.title}：核心观点`;

/** A feed says when something came out: invented reports and those without a date are in none. */
const dateOf = ({ data }: LoadedReport): string | undefined =>
  data.sample ? undefined : (data.released ?? data.article?.published);

/** Whether a report has a feed of its own: of its viewpoints. */
export const hasFeed = (report: LoadedReport): boolean =>
  dateOf(report) !== undefined && report.viewpoints.length > 0;

/** Whether there is anything that the feed of all reports could tell. */
export const hasShelfFeed = async (): Promise<boolean> =>
  (await loadReports()).some((report) => dateOf(report) !== undefined);

/** The reports of the shelf, newest first; undefined where none has a date. */
export async function loadShelfFeed(site: URL): Promise<Feed | undefined> {
  const absolute = (path: string): string => new URL(path, site).href;
  const entries = (await loadReports()).flatMap((report) => {
    const date = dateOf(report);
    if (date === undefined) return [];
    const leads = report.viewpoints.map(({ data }) => data.title).join('；');
    return [
      {
        title: report.data.title,
        address: absolute(reportAddress(report.id)),
        updated: dateTimeOf(date),
        author: report.data.publisher,
        summary: `${formatAttribution(report.data)}。${leads === '' ? '' : `核心观点：${leads}。`}`,
      },
    ];
  });
  if (entries.length === 0) return undefined;
  return { title: SITE_NAME, address: absolute(at('')), self: absolute(shelfFeedAddress()), entries };
}

/** The viewpoints of a report with their words; undefined where it has no feed. */
export async function loadReportFeed(report: LoadedReport, site: URL): Promise<Feed | undefined> {
  const date = dateOf(report);
  if (date === undefined || !hasFeed(report)) return undefined;
  const absolute = (path: string): string => new URL(path, site).href;
  const { viewpoints } = await loadBook(report);
  return {
    title: reportFeedTitle(report),
    address: absolute(reportAddress(report.id)),
    self: absolute(reportFeedAddress(report.id)),
    entries: viewpoints.map(({ data, blocks }) => ({
      title: `核心观点 ${data.number}：${data.title}`,
      address: absolute(viewpointAddress(report.id, data.number)),
      updated: dateTimeOf(date),
      author: report.data.publisher,
      summary: data.title,
      content: `${textOfBlocks(blocks)}\n${report.data.notice}`,
    })),
  };
}
