import { unzipSync, strFromU8 } from 'fflate';
import type { Element } from 'xast';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { parseBody } from '../../src/lib/book/parse-body.ts';
import type { Book } from '../../src/lib/book/model.ts';
import { coverPicture } from '../../src/lib/epub/cover-picture.ts';
import { makeEpub } from '../../src/lib/epub/make-epub.ts';
import { reportSchema } from '../../src/schema/report.ts';
import { sampleBook } from '../support/book-of-files.ts';

const SITE = new URL('https://reader.example');
const sample = sampleBook();
const picture = { type: 'image/png' as const, bytes: new Uint8Array([1, 2, 3]) };
const OPTIONS = { site: SITE, pictures: new Map([['figures/f1.webp', picture]]), styles: 'p {}' };

const unpack = (book: Book = sample, options = OPTIONS): Readonly<Record<string, Uint8Array>> =>
  unzipSync(makeEpub(book, options));
const read = (files: Readonly<Record<string, Uint8Array>>, file: string): string =>
  strFromU8(files[`book/${file}`]!);

/** Elements of a file by their name. */
function elements(xml: string, name: string): readonly Element[] {
  const found: Element[] = [];
  visit(fromXml(xml), 'element', (element: Element) => {
    if (element.name === name) found.push(element);
  });
  return found;
}

function textOf(element: Element): string {
  let text = '';
  visit(element, 'text', ({ value }: { value: string }) => void (text += value));
  return text;
}

/** A book whose second chapter holds this alone. */
function withBody(source: string): Book {
  const [first, second, ...rest] = sample.chapters;
  return { ...sample, chapters: [first!, { data: second!.data, ...parseBody(source) }, ...rest] };
}

describe('an EPUB', () => {
  it('names its kind in its first bytes', () => {
    const bytes = makeEpub(sample, OPTIONS);
    expect(strFromU8(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
    // Neither compressed nor with an extra field.
    expect([...bytes.slice(8, 10), ...bytes.slice(28, 30)]).toEqual([0, 0, 0, 0]);
  });

  it('is the same bytes at every build and in every time zone', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Asia/Shanghai';
    const there = makeEpub(sample, OPTIONS);
    process.env['TZ'] = 'America/Los_Angeles';
    expect(makeEpub(sample, OPTIONS)).toEqual(there);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('lists every file in its package', () => {
    const files = unpack();
    const listed = elements(read(files, 'package.opf'), 'item').map(({ attributes }) => attributes['href']);
    const there = Object.keys(files).filter((path) => path.startsWith('book/') && !path.endsWith('.opf'));
    expect(listed.map((href) => `book/${href}`).toSorted()).toEqual(there.toSorted());
  });

  it('has contents with the levels of headings', () => {
    const [contents] = elements(read(unpack(), 'nav.xhtml'), 'nav');
    const links = (list: Element | undefined): unknown =>
      list?.children.map((item) => {
        const [link, inner] = (item as Element).children as Element[];
        return inner === undefined ? textOf(link!) : [textOf(link!), links(inner)];
      });
    expect(links(elements(read(unpack(), 'nav.xhtml'), 'ol')[0])).toEqual([
      '版权与来源',
      '导言',
      '前言',
      ['一、路灯的现状', [['（一）光源', [['1. 色温', ['（1）测量']]]], '（二）能耗']],
      expect.anything(),
    ]);
    expect(contents?.attributes['epub:type']).toBe('toc');
  });

  it('turns to the printed pages', () => {
    const nav = elements(read(unpack(), 'nav.xhtml'), 'nav').find(
      ({ attributes }) => attributes['epub:type'] === 'page-list',
    );
    expect(nav && textOf(nav)).toContain('2');
    expect(read(unpack(), 'nav.xhtml')).toContain('chapter-lamps.xhtml#page-6');
  });

  it('keeps permanent ids', () => {
    const chapter = read(unpack(), 'chapter-lamps.xhtml');
    for (const id of ['s2', 's3', 'v1', 'p16', 'p5', 'p6', 'f1', 't1', 'c1', 'n1'])
      expect(chapter).toContain(` id="${id}"`);
  });

  it('opens a note from its first mark, and goes back to it', () => {
    const files = unpack(
      withBody(
        '<Passage id="p1">甲<NoteMark id="n1" label="1" />乙<NoteMark id="n1" label="1" /></Passage>\n\n<Notes>\n<Note id="n1" label="1">\n丙\n</Note>\n<Note id="n2" label="2">\n丁\n</Note>\n</Notes>',
      ),
    );
    const links = elements(read(files, 'chapter-lamps.xhtml'), 'a').map(({ attributes }) => attributes);
    expect(links).toEqual([
      { id: 'n1-mark', href: '#n1', 'epub:type': 'noteref', role: 'doc-noteref' },
      { href: '#n1', 'epub:type': 'noteref', role: 'doc-noteref' },
      { href: '#n1-mark', role: 'doc-backlink' },
    ]);
  });

  it('links to other chapters within the book, and to nothing that it does not hold', () => {
    const files = unpack(
      withBody(
        '<Passage id="p1"><a href="../preface/#p2">甲</a><a href="../preface/#p77">乙</a><a href="#p1">丙</a></Passage>',
      ),
    );
    const links = elements(read(files, 'chapter-lamps.xhtml'), 'a').map(
      ({ attributes }) => attributes['href'],
    );
    expect(links).toEqual(['chapter-preface.xhtml#p2', '#p1']);
  });

  it('shows pictures with their words, and says where there is none', () => {
    const chapter = read(unpack(), 'chapter-lamps.xhtml');
    const [image] = elements(chapter, 'img');
    expect(image?.attributes['src']).toBe('images/f1.png');
    expect(image?.attributes['alt']).toMatch(/^图中文字：截光型/u);
    const without = read(unpack(sample, { ...OPTIONS, pictures: new Map() }), 'chapter-lamps.xhtml');
    expect(elements(without, 'img')).toEqual([]);
    expect(without).toContain('图片未收录');
  });

  it('claims alternative texts only where every picture has one', () => {
    const claims = (book: Book): boolean => read(unpack(book), 'package.opf').includes('alternativeText');
    const figure = (alt: string): Book =>
      withBody(`<Figure id="f1" src="figures/f1.webp" width="6" height="4"${alt}>题</Figure>`);
    expect(claims(figure(' alt="甲"'))).toBe(true);
    expect(claims(figure(''))).toBe(false);
  });

  it.each([
    ['2024-11-29', '2024-11-29T00:00:00Z'],
    ['2024-11', '2024-11-01T00:00:00Z'],
    ['2024', '2024-01-01T00:00:00Z'],
    [undefined, '2000-01-01T00:00:00Z'],
  ])('is dated by its report: %s', (released, modified) => {
    const report = reportSchema.parse({ ...sample.report, released });
    const book = { ...sample, report };
    expect(read(unpack(book), 'package.opf')).toContain(`>${modified}<`);
  });

  it('leaves out characters that XML cannot hold', () => {
    const files = unpack(withBody('<Passage id="p1">甲\u0008乙\uFFFE丙</Passage>'));
    expect(read(files, 'chapter-lamps.xhtml')).toContain('>甲乙丙<');
  });
});

describe('a cover', () => {
  const linesOf = (title: string): readonly string[] =>
    elements(coverPicture({ title, publisher: '甲' }), 'text').map(textOf);

  it('keeps a year in brackets together, on a line of its own', () => {
    expect(linesOf('人工智能发展报告（2024年）')).toEqual(['人工智能发展报告', '（2024年）', '甲']);
  });

  it('breaks a long title into lines of about the same length, none of which begins with a comma', () => {
    const lines = linesOf('关于推动人工智能，与实体经济深度融合发展的研究报告').slice(0, -1);
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(9);
    expect(lines.filter((line) => /^，/u.test(line))).toEqual([]);
  });

  it('loses no character of the longest title', () => {
    const title = `${'长'.repeat(230)}（2024年）`;
    expect(linesOf(title).join('')).toBe(`${title}甲`);
  });
});
