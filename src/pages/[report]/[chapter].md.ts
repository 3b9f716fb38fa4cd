/** A chapter as Markdown, at the address of its page with `.md`. */
import type { APIRoute } from 'astro';
import { chapterMarkdown } from '../../lib/markdown/write-markdown.ts';
import { loadBook } from '../../queries/book.ts';
import { loadReports } from '../../queries/reports.ts';

export async function getStaticPaths() {
  const books = await Promise.all((await loadReports()).map(loadBook));
  return books.flatMap((book) =>
    book.chapters.map((chapter) => ({
      params: { report: book.id, chapter: chapter.data.slug },
      props: { book, chapter },
    })),
  );
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = ({ props: { book, chapter }, site }) =>
  new Response(chapterMarkdown(book, chapter, site), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
