import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { IngestError } from '../../model/errors.ts';
import type { ArticlePage } from './article-unit.ts';
import { collectUnits } from './collect-units.ts';
import { readPageMetadata } from './html-metadata.ts';

/**
 * Cuts a page saved from WeChat into units. The article is what stands in `#js_content`; the rest is the page
 * around it.
 * @throws IngestError where the page has no `#js_content`
 */
export function readHtmlUnits(source: string, fileName: string): ArticlePage {
  const tree = fromHtml(source);
  const content = select('#js_content', tree);
  if (content === undefined) throw noArticle(tree, fileName);
  return { units: collectUnits(tree, content), ...readPageMetadata(tree) };
}

function noArticle(tree: Root, fileName: string): IngestError {
  const title: Element | undefined = select('title', tree);
  return new IngestError(
    'article/is-an-article',
    `${fileName} is no saved WeChat article: it has no element #js_content; its title is “${title ? toString(title).trim() : ''}”.`,
    'Open the article in a browser, wait until its text is shown, and save the whole page.',
  );
}
