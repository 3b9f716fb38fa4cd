import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Book } from '../book/model.ts';
import { publicAddress, reportAddress } from '../address.ts';
import { xmlFile } from './xml.ts';

/** A file of the book, as its package names it. */
export interface PackageItem {
  /** Relative to the package. */
  readonly file: string;
  readonly type: string;
  readonly properties?: string;
  /** Whether it is read in its turn. */
  readonly isRead: boolean;
}

export interface PackageOptions {
  readonly site: URL | undefined;
  /** In reading order. */
  readonly items: readonly PackageItem[];
  readonly hasPages: boolean;
  /** Whether every picture has its words as text. */
  readonly isDescribed: boolean;
}

/** Stands for the day of change of a report that nobody has dated: a book is the same bytes at every build. */
const UNDATED = '2000-01-01';

/** The package document: metadata, all files, their order. */
export function packageFile(book: Book, { site, items, hasPages, isDescribed }: PackageOptions): string {
  const idOf = (file: string): string => `i-${file.replaceAll(/[^a-z\d-]/giu, '-')}`;
  const manifest = items.map(({ file, type, properties }) =>
    x('item', { id: idOf(file), href: file, 'media-type': type, properties }),
  );
  const spine = items.filter(({ isRead }) => isRead).map(({ file }) => x('itemref', { idref: idOf(file) }));
  return xmlFile(
    x(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        'xml:lang': book.language,
      },
      [
        x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
          ...describe(book, site),
          ...describeAccess(hasPages, isDescribed),
        ]),
        x('manifest', {}, manifest),
        x('spine', {}, spine),
      ],
    ),
  );
}

function describe({ id, report, language }: Book, site: URL | undefined): Element[] {
  const { title, publisher, released, notice, pdf } = report;
  const address = publicAddress(reportAddress(id), site);
  return [
    x('dc:identifier', { id: 'id' }, site === undefined ? `urn:report:${id}` : address),
    x('dc:title', {}, title),
    x('dc:language', {}, language),
    x('dc:creator', {}, publisher),
    x('dc:publisher', {}, publisher),
    ...(released === undefined ? [] : [x('dc:date', {}, released)]),
    x('dc:source', {}, pdf?.url ?? `${publisher}《${title}》`),
    x('dc:rights', {}, `${notice}。文字与图表的权利属于${publisher}；本书只改变排版。`),
    x('meta', { property: 'dcterms:modified' }, `${modifiedOn(released)}T00:00:00Z`),
  ];
}

/** The first day of a month or year that is known no better. */
function modifiedOn(released: string | undefined): string {
  return released === undefined ? UNDATED : `${released}-01-01`.slice(0, UNDATED.length);
}

/** What readers who do not see, or not well, can rely on. @see EPUB Accessibility 1.0 */
function describeAccess(hasPages: boolean, isDescribed: boolean): Element[] {
  const features = [
    'structuralNavigation',
    'tableOfContents',
    ...(hasPages ? ['printPageNumbers'] : []),
    ...(isDescribed ? ['alternativeText'] : []),
  ];
  const say = (property: string, value: string): Element =>
    x('meta', { property: `schema:${property}` }, value);
  return [
    say('accessMode', 'textual'),
    say('accessMode', 'visual'),
    ...(isDescribed ? [say('accessModeSufficient', 'textual')] : []),
    ...features.map((feature) => say('accessibilityFeature', feature)),
    say('accessibilityHazard', 'none'),
    say(
      'accessibilitySummary',
      isDescribed
        ? '标题分级，图附有图中文字，表格有表头，注释与正文互相链接。'
        : '标题分级，表格有表头，注释与正文互相链接；部分图没有文字说明。',
    ),
  ];
}
