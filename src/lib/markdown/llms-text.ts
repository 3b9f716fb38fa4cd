import {
  chapterMarkdownAddress,
  corpusAddress,
  publicAddress,
  reportDataAddress,
  wholeReportAddress,
} from '../address.ts';
import type { Book } from '../book/model.ts';
import { formatAttribution } from '../citation/attribution.ts';
import { numberedTitle } from '../numbered-title.ts';
import { SITE_NAME } from '../site.ts';
import { reportMarkdown, serialize } from './write-markdown.ts';
import { paragraph, text } from './paragraphs.ts';
import type { List, RootContent } from 'mdast';

/** A line of a list: a name that leads to an address, and what is there. */
type Entry = readonly [name: string, address: string, about: string];

/** `llms.txt`: what the site has, with links to the Markdown of each chapter. @see https://llmstxt.org */
export function llmsText(books: readonly Book[], site: URL | undefined): string {
  const open = (address: string): string => publicAddress(address, site);
  return serialize([
    { type: 'heading', depth: 1, children: [text(SITE_NAME)] },
    {
      type: 'blockquote',
      children: [
        paragraph(undefined, [text('智库报告的全文，每个段落、图、表有永久地址。引用时请写明来源。')]),
      ],
    },
    ...books.flatMap((book): RootContent[] => [
      { type: 'heading', depth: 2, children: [text(book.report.title)] },
      paragraph(undefined, [text(`${book.report.notice}　${formatAttribution(book.report)}。`)]),
      listOf(
        book.chapters.map(({ data }): Entry => [
          numberedTitle(data),
          open(chapterMarkdownAddress(book.id, data.slug)),
          data.complete ? '' : '未收录全文，只有核心观点与目录',
        ]),
      ),
    ]),
    { type: 'heading', depth: 2, children: [text('Optional')] },
    listOf(
      books.flatMap((book): Entry[] => [
        [book.report.title, open(wholeReportAddress(book.id, 'md')), '整份报告，一个 Markdown 文件'],
        [`${book.report.title}：数据`, open(reportDataAddress(book.id)), 'JSON，含永久地址与页码'],
        [`${book.report.title}：段落`, open(corpusAddress(book.id)), 'JSON Lines，一行一段'],
      ]),
    ),
  ]);
}

function listOf(entries: readonly Entry[]): List {
  const children = entries.map(([name, url, about]) => {
    const link = { type: 'link' as const, url, children: [{ type: 'text' as const, value: name }] };
    const line = paragraph(undefined, [link, ...(about === '' ? [] : [text(`：${about}`)])]);
    return { type: 'listItem' as const, spread: false, children: [line] };
  });
  return { type: 'list', ordered: false, spread: false, children };
}

/** `llms-full.txt`: all reports, one after the other. */
export function llmsFullText(books: readonly Book[], site: URL | undefined): string {
  return books.map((book) => reportMarkdown(book, site)).join('\n');
}
