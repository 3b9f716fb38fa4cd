import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Book } from '../book/model.ts';
import { epubFiles, type EpubPicture } from './epub-files.ts';
import { xmlFile } from './xml.ts';
import { x } from 'xastscript';

export type { EpubPicture } from './epub-files.ts';

export interface EpubOptions {
  /** Origin of the site, where it knows it. */
  readonly site: URL | undefined;
  /** By the path that figures name: `figures/f1.webp`. */
  readonly pictures: ReadonlyMap<string, EpubPicture>;
  readonly styles: string;
}

const TYPE = 'application/epub+zip';

/** A report as an EPUB 3 book: the same bytes for the same report. */
export function makeEpub(book: Book, options: EpubOptions): Uint8Array {
  const entries: Zippable = {
    // First and stored, so that programs know the kind of file by its first bytes (EPUB 3.3, section 4.2.1).
    mimetype: [strToU8(TYPE), { level: 0 }],
    'META-INF/container.xml': strToU8(containerFile()),
  };
  for (const { file, content, isPacked } of epubFiles(book, options)) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    entries[`book/${file}`] = [bytes, { level: isPacked ? 0 : 9 }];
  }
  // The first day that an archive can name. Archives have local time: it is made here, so that it is that day in every zone.
  return zipSync(entries, { mtime: new Date(1980, 0, 1) });
}

function containerFile(): string {
  const root = x('rootfile', {
    'full-path': 'book/package.opf',
    'media-type': 'application/oebps-package+xml',
  });
  return xmlFile(
    x('container', { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' }, [
      x('rootfiles', {}, [root]),
    ]),
  );
}
