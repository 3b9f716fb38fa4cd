import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { runPipeline } from '../../scripts/ingest/pipeline.ts';
import { contentSchema } from '../../scripts/checks/content-schema.ts';
import { aliasesSchema } from '../../src/schema/aliases.ts';
import { overridesSchema } from '../../src/schema/overrides.ts';
import { parseYaml, yamlProblemLine } from '../../src/schema/parse-yaml.ts';
import { permalinksSchema } from '../../src/schema/permalinks.ts';
import { reportSchema } from '../../src/schema/report.ts';
import { smallContent } from '../support/small-site.ts';

const sentences = (schema: z.ZodType, text: string): readonly string[] =>
  (parseYaml(schema, { text }).problems ?? []).map(yamlProblemLine);

const REPORT = `# about rivers
title: 河湖管理报告
publisher: 河湖院
released: '2030-05'
notice: 来源：河湖院
chapters:
  - slug: overview
    title: 总体
  - slug: outlook
    title: 展望
`;
/** The report with one mistake. */
const broken = (part: string, by: string): readonly string[] => {
  expect(REPORT).toContain(part);
  return sentences(reportSchema, REPORT.replace(part, by));
};

describe('a report.yaml that is not in order is described by', () => {
  it('nothing where it is in order', () => {
    expect(sentences(reportSchema, REPORT)).toEqual([]);
  });

  it('the field that is missing', () => {
    expect(broken('publisher: 河湖院\n', '')).toEqual(['publisher is missing; it should be text.']);
  });

  it('the line of the map in which a field is missing', () => {
    expect(broken('    title: 展望\n', '')).toEqual([
      'Line 9: chapters[1].title is missing; it should be text.',
    ]);
  });

  it('a value of another type, with how to write it', () => {
    expect(broken("'2030-05'", '2030')).toEqual([
      "Line 4: released is the number 2030; it should be text. Write it in quotes: '2030'.",
    ]);
    expect(broken('title: 河湖管理报告', 'title: [a, b]')).toEqual([
      'Line 2: title is a list of 2; it should be text.',
    ]);
    expect(broken('title: 河湖管理报告', 'title:')).toEqual(['Line 2: title is empty; it should be text.']);
  });

  it('a key that is not known, with those that are', () => {
    const [sentence, ...more] = broken('    title: 展望', '    title: 展望\n    order: 2');
    expect(sentence).toBe('Line 11: There is no key “order” in chapters[1]. Known are slug, title.');
    expect(more).toEqual([]);
    expect(broken('notice:', 'note: x\nnotice:')[0]).toMatch(
      /^Line 5: There is no key “note” here\. Known are title, subtitle, publisher,/u,
    );
  });

  it('a date that is none', () => {
    expect(broken("'2030-05'", 'May 2030')).toEqual([
      'Line 4: released is “May 2030”; write a date as 2024, 2024-11 or 2024-11-29.',
    ]);
  });

  it('a slug that cannot be an address', () => {
    expect(broken('slug: outlook', 'slug: Out look')).toEqual([
      'Line 9: chapters[1].slug is “Out look”; use lower-case letters, digits and hyphens.',
    ]);
    expect(broken('slug: outlook', 'slug: figures')).toEqual([
      'Line 9: chapters[1].slug is “figures”; this word is an address of the site itself.',
    ]);
  });

  it('an address that is none, a number that is not whole, a text that is empty', () => {
    expect(broken('notice: 来源：河湖院', 'notice: ""\npdf:\n  url: ftp://a.example')).toEqual([
      'Line 5: notice is “”; it must not be empty.',
      'Line 7: pdf.url is “ftp://a.example”; it should be a web address such as https://example.org/report.pdf.',
    ]);
    expect(broken('chapters:', 'viewpoints: [{ number: 1.5, chapter: a }]\nchapters:')).toEqual([
      'Line 6: viewpoints[0].number is the number 1.5; it should be a whole number.',
    ]);
  });

  it('a key that stands twice', () => {
    expect(broken('notice:', 'title: 又一个\nnotice:')).toEqual([
      'Line 5: The key “title” stands twice in the same map; keep one of them.',
    ]);
  });

  it('line and column of what is not YAML', () => {
    expect(broken('publisher: 河湖院', 'publisher: [河湖院')[0]).toMatch(
      /^Line \d+: It is not YAML at column \d+: /u,
    );
    expect(broken('    title: 展望', '\ttitle: 展望')[0]).toMatch(
      /^Line 10: It is not YAML at column 1: .*[Tt]ab/u,
    );
    expect(broken('title: 河湖管理报告', 'title: *name')[0]).toMatch(/^It is not YAML: .*name/u);
  });

  it('its kind, where it holds something else altogether', () => {
    expect(sentences(reportSchema, '- a\n')).toEqual([
      'The file is a list of 1; it should be a map of keys and values.',
    ]);
    expect(sentences(reportSchema, '')).toEqual([
      'The file is empty; it should be a map of keys and values.',
    ]);
  });

  it('twenty sentences at most', () => {
    const entries = Array.from({ length: 30 }, () => '- id: x').join('\n');
    const found = sentences(permalinksSchema, `version: 1\nentries:\n${entries}\n`);
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toMatch(/^\d+ more/u);
  });
});

describe('other files are described likewise:', () => {
  it('a correction by the form that it is nearest to, or by all forms', () => {
    const text = `corrections:
  - replace: 一
  - heading: 二
    level: 9
  - add: 三
  - text
`;
    expect(sentences(overridesSchema, text)).toEqual([
      'Line 2: corrections[0].with is missing; it should be text.',
      'Line 4: corrections[1].level is the number 9; it should be at most 4.',
      'Line 5: corrections[2] is a map with add; a correction has replace and with, heading and level, drop, splitAfter, joinBefore, alt and figure, dropFigure, or begins, was and kind.',
      'Line 6: corrections[3] is “text”; a correction has replace and with, heading and level, drop, splitAfter, joinBefore, alt and figure, dropFigure, or begins, was and kind.',
    ]);
    expect(sentences(overridesSchema, '# none yet\n')).toEqual([]);
  });

  it('a manifest by its version, ids and redirects', () => {
    const text = `version: 2
redirects:
  Old One: new
entries:
  - { id: q1, chapter: one, starts: 一, digest: a, sketch: b }
`;
    expect(sentences(permalinksSchema, text)).toEqual([
      'Line 1: version is the number 2; it should be the number 1.',
      'Line 3: The key redirects.Old One is not one; use lower-case letters, digits and hyphens.',
      'Line 5: entries[0].id is “q1”; an id is one of the letters s, p, v, f, t, c, n and a number.',
    ]);
  });

  it('aliases by the group', () => {
    expect(sentences(aliasesSchema, '- [大模型, LLM]\n- [云]\n- [边缘, LLM]\n')).toEqual([
      'Line 2: [1] is a list of 1; a group has two names at least.',
      'Line 3: [2] is a list of 2; “LLM” stands twice.',
    ]);
  });
});

describe('the sentences reach people', () => {
  it('from ingest, with the file', () => {
    const input = { id: 'rivers', article: null, pdf: null, overridesYaml: '', permalinksYaml: '' };
    const reportYaml = REPORT.replace('slug: outlook', 'slug: Outlook').replace('河湖院\nre', '3\nre');
    expect(() => runPipeline({ ...input, reportYaml })).toThrow(
      `content/reports/rivers/report.yaml cannot be used.
  Line 3: publisher is the number 3; it should be text. Write it in quotes: '3'.
  Line 9: chapters[1].slug is “Outlook”; use lower-case letters, digits and hyphens.`,
    );
  });

  it('from the check of the content, with the line in the file where front matter is only its head', () => {
    const text = '---\nkind: introduction\nmore: 1\n---\n\n一\n';
    const content = smallContent({ 'reports/r/introduction.mdx': text, 'reports/r/overrides.yaml': 'x: 1' });
    expect(contentSchema.check(content)).toEqual([
      {
        file: 'content/reports/r/introduction.mdx',
        line: 3,
        reason: 'There is no key “more” here. Known are kind.',
      },
      {
        file: 'content/reports/r/overrides.yaml',
        line: 1,
        reason: 'There is no key “x” here. Known are report, corrections.',
      },
    ]);
  });
});
