import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Body, Book } from '../../src/lib/book/model.ts';
import { parseBody } from '../../src/lib/book/parse-body.ts';
import { chapterSchema, viewpointSchema } from '../../src/schema/chapter.ts';
import { reportSchema } from '../../src/schema/report.ts';
import { ROOT } from './source-files.ts';

const FRONT_MATTER = /^---\n(?<front>[\s\S]*?)\n---\n/u;

/** A report out of a content folder, as `loadBook` gives it to pages; without what stands before the first chapter. */
export function readBook(folder = join(ROOT, 'content/reports/caict-ai-2024')): Book {
  const read = (name: string): readonly (readonly [data: unknown, body: Body])[] =>
    readdirSync(join(folder, name)).map((file) => {
      const source = readFileSync(join(folder, name, file), 'utf8');
      const front = FRONT_MATTER.exec(source);
      return [parse(front?.groups?.['front'] ?? ''), parseBody(source.slice(front?.[0].length))];
    });
  return {
    id: folder.split('/').at(-1)!,
    report: reportSchema.parse(parse(readFileSync(join(folder, 'report.yaml'), 'utf8'))),
    language: 'zh-CN',
    introduction: { blocks: [], notes: [] },
    chapters: read('chapters')
      .map(([data, body]) => ({ ...body, data: chapterSchema.parse(data) }))
      .sort((a, b) => a.data.order - b.data.order),
    viewpoints: read('viewpoints')
      .map(([data, body]) => ({ ...body, data: viewpointSchema.parse(data) }))
      .sort((a, b) => a.data.number - b.data.number),
  };
}
