import { createHash } from 'node:crypto';
import type { SourceAccount } from '../../model/account.ts';
import type { ReportDocument } from '../../model/document.ts';
import { IngestError } from '../../model/errors.ts';
import type { Message } from '../../model/messages.ts';
import { accountFor } from './account-for.ts';
import { findAccountCard } from './account-card.ts';
import { type ArrangedArticle, arrangeUnits } from './arrange-units.ts';
import type { ArticlePage } from './article-unit.ts';
import { findMetadata } from './find-metadata.ts';
import { readHtmlUnits } from './html-units.ts';
import { unitText } from './inline-text.ts';
import { readMarkdownUnits } from './markdown-units.ts';

export interface ReadArticleOptions {
  /** Name of the file, for messages and for its format: `.md`, `.html`. */
  readonly fileName: string;
}

/** An article as a document, and what became of its characters. */
export interface ReadArticle {
  readonly document: ReportDocument;
  readonly account: SourceAccount;
}

/**
 * Reads a press article about a report: a Markdown export with front matter, or a page saved from WeChat. Both
 * give the same document.
 * @throws IngestError where the file is no article, lists neither viewpoints nor contents, or is cut off.
 */
export function readArticle(bytes: Uint8Array, options: ReadArticleOptions): ReadArticle {
  const page = readPage(decode(bytes, options.fileName), options.fileName);
  const card = findAccountCard(page.units);
  const arranged = arrangeUnits(page, card);
  requireWhole(arranged, page, options.fileName);
  const document: ReportDocument = {
    version: 1,
    source: { kind: 'article', sha256: createHash('sha256').update(bytes).digest('hex'), pageCount: 0 },
    metadata: findMetadata(page, card, arranged.body),
    body: arranged.body,
    viewpoints: arranged.viewpoints,
    contents: arranged.contents,
    notes: {},
    furniture: arranged.furniture,
    messages: describeGaps(arranged),
  };
  return { document, account: accountFor(page.units, document) };
}

function decode(bytes: Uint8Array, fileName: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const hint =
      'Save the article again as UTF-8 text; a file cut off in the middle of a character looks like this too.';
    throw new IngestError('article/is-an-article', `${fileName} is not UTF-8 text.`, hint, { cause });
  }
}

function readPage(source: string, fileName: string): ArticlePage {
  const isHtml = /\.html?$/iu.test(fileName) || /^\s*<(?:!doctype html|html)\b/iu.test(source);
  const page = isHtml ? readHtmlUnits(source, fileName) : readMarkdownUnits(source);
  const text = page.units.filter((unit) => unit.zone === 'article').map((unit) => unitText(unit.inlines));
  if (text.every((line) => line === '')) {
    throw new IngestError(
      'article/is-an-article',
      `${fileName} holds no text: expected a Markdown export or a saved WeChat page, found ${String(source.length)} characters without an article.`,
      'Open the article in a browser, save the whole page, and give that file.',
    );
  }
  return page;
}

function requireWhole(arranged: ArrangedArticle, page: ArticlePage, fileName: string): void {
  const lines = page.units.filter((unit) => unit.zone === 'article').map((unit) => unitText(unit.inlines));
  const last = lines.findLast((line) => line !== '') ?? '';
  if (arranged.viewpoints.length === 0 && arranged.contents.length === 0) {
    throw new IngestError(
      'article/has-viewpoints',
      `${fileName} lists neither core viewpoints (a line such as 报告核心观点, then 1., 2. …) nor the report’s contents (报告目录); its title is “${page.title}”, its last line “${quote(last)}”.`,
      'Check that this is the article about the report and that it was saved whole.',
    );
  }
  if (!arranged.hasEnd) {
    throw new IngestError(
      'article/is-complete',
      `${fileName} seems to be cut off: after its last list a release note such as （来源：…） or the end of the page was expected, but it ends with “${quote(last)}”.`,
      'Save or export the article again, to its very end.',
    );
  }
}

function quote(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function describeGaps(arranged: ArrangedArticle): readonly Message[] {
  const messages: Message[] = [];
  if (arranged.viewpoints.length === 0) {
    messages.push({
      ruleId: 'article/has-viewpoints',
      severity: 'warning',
      reason: arranged.hasViewpointsLabel
        ? 'The article announces core viewpoints, but they are not numbered from 1.'
        : 'The article announces no core viewpoints.',
    });
  }
  if (arranged.contents.length === 0) {
    messages.push({
      ruleId: 'article/has-contents',
      severity: 'warning',
      reason: 'The article lists no contents of the report as text; without the PDF there are no chapters.',
    });
  }
  return messages;
}
