import { x } from 'xastscript';
import type { Element } from 'xast';
import { listPassages } from '../book/list-passages.ts';
import type { Body, Book, BookChapter, Inline } from '../book/model.ts';
import { sourceLines, WITHOUT_TEXT } from '../book/source-lines.ts';
import { numberedTitle } from '../numbered-title.ts';
import { blocksToXhtml, notesToXhtml } from './blocks-to-xhtml.ts';
import { coverPicture } from './cover-picture.ts';
import type { EpubContext } from './epub-context.ts';
import { navFile, type PageTarget } from './nav-file.ts';
import { packageFile, type PackageItem } from './package-file.ts';
import { xhtmlFile } from './xhtml-file.ts';

/** A picture in a kind that every EPUB program shows. */
export interface EpubPicture {
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

export interface EpubFile {
  /** Relative to the package. */
  readonly file: string;
  readonly content: string | Uint8Array;
  /** Whether it is compressed already. */
  readonly isPacked: boolean;
}

export interface EpubFilesOptions {
  readonly site: URL | undefined;
  readonly pictures: ReadonlyMap<string, EpubPicture>;
  readonly styles: string;
}

const XHTML = 'application/xhtml+xml';
const ENDINGS = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

interface Made extends PackageItem {
  readonly content: string | Uint8Array;
}

/** All files of the book beside the container, the package first. */
export function epubFiles(book: Book, { site, pictures, styles }: EpubFilesOptions): readonly EpubFile[] {
  const made = new BookFiles(book, pictures);
  const introduction = made.introduction();
  const chapters = book.chapters.map((chapter) => made.chapter(chapter));
  const read = [...introduction, ...chapters];
  const front = [
    { title: '版权与来源', file: 'source.xhtml' },
    ...introduction.map(({ file }) => ({ title: '导言', file })),
  ];
  const nav = navFile({
    language: book.language,
    front,
    chapters: book.chapters,
    fileOf: chapterFile,
    pages: made.pages,
    firstFile: read[0]?.file ?? 'source.xhtml',
  });
  const items: readonly Made[] = [
    { file: 'cover.xhtml', type: XHTML, isRead: true, content: coverFile(book) },
    { file: 'source.xhtml', type: XHTML, isRead: true, content: sourceFile(book, site) },
    { file: 'nav.xhtml', type: XHTML, properties: 'nav', isRead: true, content: nav },
    ...read,
    { file: 'book.css', type: 'text/css', isRead: false, content: styles },
    {
      file: 'cover.svg',
      type: 'image/svg+xml',
      properties: 'cover-image',
      isRead: false,
      content: coverPicture(book.report),
    },
    ...[...pictures].map(([path, { type, bytes }]) => ({
      file: pictureFile(path, type),
      type,
      isRead: false,
      content: bytes,
    })),
  ];
  const isDescribed = [...book.chapters, book.introduction].every((body) =>
    listPassages(body).every(({ from }) => !('alt' in from) || from.picture === undefined || from.alt !== ''),
  );
  const content = packageFile(book, { site, items, hasPages: made.pages.length > 0, isDescribed });
  const opf: EpubFile = { file: 'package.opf', content, isPacked: false };
  return [
    opf,
    ...items.map((item) => ({ file: item.file, content: item.content, isPacked: item.type in ENDINGS })),
  ];
}

function chapterFile(slug: string): string {
  return slug === '' ? 'introduction.xhtml' : `chapter-${slug}.xhtml`;
}

function pictureFile(path: string, type: EpubPicture['type']): string {
  return `images/${path.replace(/^.*\//u, '').replace(/\.[^.]*$/u, '')}.${ENDINGS[type]}`;
}

/** Makes the files with text, and keeps on which of them each printed page begins. */
class BookFiles {
  readonly #book: Book;
  readonly #pictures: ReadonlyMap<string, EpubPicture>;
  /** Slug of a chapter → its ids; '' for the introduction. */
  readonly #ids: ReadonlyMap<string, ReadonlySet<string>>;
  readonly pages: PageTarget[] = [];

  constructor(book: Book, pictures: ReadonlyMap<string, EpubPicture>) {
    this.#book = book;
    this.#pictures = pictures;
    const viewpointIds = (slug: string): readonly string[] =>
      book.viewpoints
        .filter(({ data }) => data.chapter === slug)
        .flatMap((viewpoint) => [viewpoint.data.id, ...listPassages(viewpoint).map(({ id }) => id)]);
    const idsOf = (body: Body): readonly string[] => listPassages(body).map(({ id }) => id);
    this.#ids = new Map([
      ['', new Set(idsOf(book.introduction))],
      ...book.chapters.map((chapter): [string, ReadonlySet<string>] => {
        const { id, slug } = chapter.data;
        return [slug, new Set([id, ...idsOf(chapter), ...viewpointIds(slug)])];
      }),
    ]);
  }

  introduction(): readonly Made[] {
    const { introduction } = this.#book;
    if (introduction.blocks.length === 0) return [];
    return [this.#file('', { title: '导言', id: undefined, type: 'frontmatter' }, introduction)];
  }

  chapter(chapter: BookChapter): Made {
    const { slug, id, matter, complete } = chapter.data;
    const before = complete ? [] : [x('p', { class: 'missing' }, WITHOUT_TEXT)];
    const type = matter === 'body' ? 'bodymatter' : `${matter}matter`;
    return this.#file(slug, { title: numberedTitle(chapter.data), id, type }, chapter, before);
  }

  #file(
    slug: string,
    { title, id, type }: { readonly title: string; readonly id: string | undefined; readonly type: string },
    body: Body,
    before: readonly Element[] = [],
  ): Made {
    const context = this.#contextOf(slug);
    const content = [
      x('h1', { id }, title),
      ...before,
      ...blocksToXhtml(body.blocks, context),
      ...notesToXhtml(body.notes, context),
    ];
    const file = chapterFile(slug);
    this.#keepPages(file, body);
    const { language } = this.#book;
    return { file, type: XHTML, isRead: true, content: xhtmlFile({ title, language, type, content }) };
  }

  #contextOf(slug: string): EpubContext {
    return {
      addressOf: (target) => {
        if (target.kind === 'web') return target.address;
        const chapter = target.chapter ?? slug;
        if (!this.#ids.get(chapter)?.has(target.id)) return undefined;
        return `${chapter === slug ? '' : chapterFile(chapter)}#${target.id}`;
      },
      pictureAddress: ({ path }) => {
        const picture = this.#pictures.get(path);
        return picture && pictureFile(path, picture.type);
      },
      viewpoint: (number) => this.#book.viewpoints.find(({ data }) => data.number === number),
      used: new Set(),
    };
  }

  /** Only pages with a printed number are listed: readers look for what stands in their copy. */
  #keepPages(file: string, body: Body): void {
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      else if (typeof value === 'object' && value !== null) {
        const inline = value as Inline;
        if (inline.type === 'pageMark' && inline.label !== undefined) {
          const address = `${file}#page-${inline.page}`;
          if (!this.pages.some((page) => page.address === address))
            this.pages.push({ label: inline.label, address });
        } else Object.values(value).forEach(visit);
      }
    };
    visit([body.blocks, body.notes]);
  }
}

function coverFile({ report, language }: Book): string {
  return xhtmlFile({
    title: report.title,
    language,
    type: 'cover',
    content: [
      x('section', { 'epub:type': 'cover', class: 'cover' }, [
        x('img', { src: 'cover.svg', alt: `封面：${report.title}，${report.publisher}`, role: 'doc-cover' }),
      ]),
    ],
  });
}

/** Whose text it is and where it came from, before anything else. */
function sourceFile(book: Book, site: URL | undefined): string {
  const { title, subtitle, number } = book.report;
  const lines = sourceLines(book, { site }).map(({ text, address }) =>
    x('p', {}, address === undefined ? [text] : [text, x('a', { href: address }, address)]),
  );
  return xhtmlFile({
    title: '版权与来源',
    language: book.language,
    type: 'frontmatter',
    content: [
      x('section', { 'epub:type': 'titlepage', class: 'title-page' }, [
        x('h1', {}, title),
        ...(subtitle === undefined ? [] : [x('p', { class: 'subtitle' }, subtitle)]),
        ...(number === undefined ? [] : [x('p', {}, number)]),
        ...lines,
        x('p', {}, '本书只改变排版，不改动原文文字。'),
      ]),
    ],
  });
}
