import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Body, Book } from '../../src/lib/book/model.ts';
import { parseBody } from '../../src/lib/book/parse-body.ts';
import { chapterSchema, viewpointSchema } from '../../src/schema/chapter.ts';
import { reportSchema } from '../../src/schema/report.ts';

/** The book of a report's files (path → content), without Astro. */
export function bookOfFiles(id: string, files: ReadonlyMap<string, string | Uint8Array>): Book {
  const split = (source: unknown): { readonly data: unknown; readonly body: string } => {
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(String(source)) ?? [];
    return { data: parse(front), body };
  };
  const under = (folder: string) =>
    [...files].filter(([path]) => path.startsWith(`${folder}/`)).map(([, source]) => split(source));
  const introduction: Body = parseBody(split(files.get('introduction.mdx') ?? '').body);
  const chapters = under('chapters').map(({ data, body }) => {
    const front = chapterSchema.parse(data);
    const start =
      front.page === undefined ? {} : { page: front.page, ...(front.label ? { label: front.label } : {}) };
    return { data: front, ...parseBody(body, start) };
  });
  const viewpoints = under('viewpoints').map(({ data, body }) => ({
    data: viewpointSchema.parse(data),
    ...parseBody(body),
  }));
  return {
    id,
    report: reportSchema.parse(parse(String(files.get('report.yaml')))),
    language: chapters[0]?.data.language ?? 'zh-CN',
    introduction,
    chapters: chapters.toSorted((a, b) => a.data.order - b.data.order),
    viewpoints: viewpoints.toSorted((a, b) => a.data.number - b.data.number),
  };
}

const SAMPLE = 'tests/fixtures/content/reports/sample-2025';

/** The invented report that has every element a chapter may hold. */
export function sampleBook(): Book {
  const paths = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:mdx|yaml)$/u.test(path),
  );
  return bookOfFiles(
    'sample-2025',
    new Map(paths.map((path) => [path, readFileSync(join(SAMPLE, path), 'utf8')])),
  );
}
