import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runPipeline } from '../../scripts/ingest/pipeline.ts';
import { readArticle } from '../../scripts/ingest/readers/article/read-article.ts';
import { bytesOf, htmlArticle, markdownArticle, nodeTexts, paragraphTexts } from '../support/article-page.ts';
import { compileMdx } from '../support/compile-mdx.ts';
import { hostileText } from '../support/hostile-text.ts';

const RUNS = { numRuns: 300 };

/** Between two clauses, so that it stands in a paragraph of the article and starts no list. */
const wrapped = hostileText().map(
  (text) => `本报告的写法是：${text}，以上照录，不作改动，供读者对照原文时参考使用，请勿当作标记。`,
);

/** A page shows neither zero-width spaces nor runs of white space; NUL and lone CR are replaced by HTML itself. */
const shown = (text: string): string =>
  text
    .replace(/[\u200B\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** HTML has no way to write these characters. */
const isWritable = (text: string): boolean => !/\0|[\u{FDD0}-\u{FDEF}]|[\u{FFFE}\u{FFFF}]/u.test(text);

describe('an article', () => {
  it('brings any text of a saved page to the page of the site as it is', async () => {
    await fc.assert(
      fc.asyncProperty(wrapped.filter(isWritable), async (text) => {
        const { files } = runPipeline({
          id: 'rivers',
          article: { bytes: bytesOf(htmlArticle(text)), file: 'sources/article.html' },
          pdf: null,
          reportYaml: '',
          permalinksYaml: '',
          overridesYaml: '',
        });
        const introduction = await compileMdx(String(files.get('introduction.mdx')));
        expect(nodeTexts(introduction)[1]).toBe(shown(text));
      }),
      RUNS,
    );
  });

  it('keeps text of a Markdown export that is no strong mark, link or escape', () => {
    const plain = wrapped.filter((text) => !/[\\*[\]]|!\[/u.test(text) && isWritable(text));
    fc.assert(
      fc.property(plain, (text) => {
        const { document } = readArticle(bytesOf(markdownArticle(text)), { fileName: 'article.md' });
        expect(paragraphTexts(document.body)[1]).toBe(shown(text));
      }),
      RUNS,
    );
  });

  it('loses and invents no character of either format', () => {
    fc.assert(
      fc.property(wrapped, fc.boolean(), (text, isHtml) => {
        const [source, fileName] = isHtml ? [htmlArticle(text), 'a.html'] : [markdownArticle(text), 'a.md'];
        const { account } = readArticle(bytesOf(source), { fileName });
        expect(account).toMatchObject({ lost: 0, invented: 0 });
        expect(account.kept + account.furniture).toBe(account.characters);
      }),
      RUNS,
    );
  });
});
