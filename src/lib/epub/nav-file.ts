import type { Element } from 'xast';
import { x } from 'xastscript';
import type { BookChapter } from '../book/model.ts';
import { numberedTitle } from '../numbered-title.ts';
import { xhtmlFile } from './xhtml-file.ts';

/** A page of the original that can be turned to. */
export interface PageTarget {
  readonly label: string;
  readonly address: string;
}

export interface NavOptions {
  readonly language: string;
  /** Files before the chapters that belong to the contents, and the first one of the text. */
  readonly front: readonly { readonly title: string; readonly file: string }[];
  readonly chapters: readonly BookChapter[];
  readonly fileOf: (slug: string) => string;
  readonly pages: readonly PageTarget[];
  readonly firstFile: string;
}

/** Contents with all levels, the printed pages, and where cover, contents and text begin. */
export function navFile({ language, front, chapters, fileOf, pages, firstFile }: NavOptions): string {
  const entries = [
    ...front.map(({ title, file }) => x('li', {}, [link(file, title)])),
    ...chapters.map((chapter) => chapterEntry(chapter, fileOf(chapter.data.slug))),
  ];
  const landmarks = [
    ['cover', 'cover.xhtml', '封面'],
    ['toc', 'nav.xhtml', '目录'],
    ['bodymatter', firstFile, '正文'],
  ] as const;
  return xhtmlFile({
    title: '目录',
    language,
    type: 'frontmatter',
    content: [
      x('nav', { 'epub:type': 'toc', role: 'doc-toc', id: 'toc' }, [
        x('h1', {}, '目录'),
        x('ol', {}, entries),
      ]),
      ...(pages.length === 0 ? [] : [pageList(pages)]),
      x('nav', { 'epub:type': 'landmarks', hidden: 'hidden' }, [
        x('h2', {}, '导航'),
        x(
          'ol',
          {},
          landmarks.map(([type, href, name]) => x('li', {}, [x('a', { 'epub:type': type, href }, name)])),
        ),
      ]),
    ],
  });
}

function link(href: string, title: string): Element {
  return x('a', { href }, title);
}

function pageList(pages: readonly PageTarget[]): Element {
  const entries = pages.map(({ label, address }) => x('li', {}, [link(address, label)]));
  return x('nav', { 'epub:type': 'page-list', role: 'doc-pagelist', hidden: 'hidden' }, [
    x('h2', {}, '原书页码'),
    x('ol', {}, entries),
  ]);
}

function chapterEntry({ data }: BookChapter, file: string): Element {
  const inside = nest(
    data.sections.map((section) => ({
      level: section.level,
      link: link(`${file}#${section.id}`, numberedTitle(section)),
    })),
  );
  return x('li', {}, [link(file, numberedTitle(data)), ...inside]);
}

interface Entry {
  readonly level: number;
  readonly link: Element;
}

/** Entries in a row as lists within lists: what is deeper than the one before belongs to it. */
function nest(entries: readonly Entry[]): Element[] {
  const [first] = entries;
  if (first === undefined) return [];
  const items: Element[] = [];
  for (let at = 0; at < entries.length;) {
    const entry = entries[at] ?? first;
    const next = entries.findIndex(({ level }, index) => index > at && level <= entry.level);
    const end = next < 0 ? entries.length : next;
    items.push(x('li', {}, [entry.link, ...nest(entries.slice(at + 1, end))]));
    at = end;
  }
  return [x('ol', {}, items)];
}
