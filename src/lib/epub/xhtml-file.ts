import type { ElementContent } from 'xast';
import { x } from 'xastscript';
import { xmlFile } from './xml.ts';

/** A file of the book that is read. */
export interface XhtmlPage {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** What part of the book it is, in the words of EPUB 3 Structural Semantics. */
  readonly type: string;
  readonly content: readonly ElementContent[];
}

/** Its text. The style sheet lies beside it. */
export function xhtmlFile({ title, language, type, content }: XhtmlPage): string {
  const head = x('head', {}, [
    x('meta', { charset: 'utf-8' }),
    x('title', {}, title),
    x('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' }),
  ]);
  const body = x('body', { 'epub:type': type }, [...content]);
  return xmlFile(
    x(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        lang: language,
        'xml:lang': language,
      },
      [head, body],
    ),
    'html',
  );
}
