import { describe, expect, it } from 'vitest';
import type { Block, Note } from '../../scripts/ingest/model/document.ts';
import { buildBook } from '../../scripts/ingest/transforms/build-book.ts';
import { mergeSources } from '../../scripts/ingest/transforms/merge-sources.ts';
import { bookFiles } from '../../scripts/ingest/writers/book-files.ts';
import { languageOf } from '../../src/lib/language.ts';
import { heading, INVENTED_PDF, paragraph } from '../support/invented-document.ts';
import { EMPTY_MANIFEST } from '../support/link-targets.ts';

const ENGLISH = 'The rivers of the province are looked after by wardens who walk along them.';
const CHINESE = '各地的河湖长每月沿河巡查，发现的问题在一周内整改。';

describe('languageOf', () => {
  it('tells Chinese and English prose, with terms of the other in it', () => {
    expect(languageOf(ENGLISH)).toBe('en');
    expect(languageOf(`${CHINESE}AI agent 与 RAG`)).toBe('zh-CN');
    expect(languageOf(`${ENGLISH} 河长`)).toBe('en');
  });

  it('tells nothing of a few words, of a mixture, of another language in Latin letters', () => {
    expect(languageOf('the wardens of the rivers')).toBeUndefined();
    expect(languageOf('the wardens of the two rivers')).toBe('en');
    expect(languageOf('the wardens of the rivers 河长')).toBeUndefined();
    expect(
      languageOf('Die Flüsse der Provinz werden von Wärtern betreut, die an ihnen entlanggehen'),
    ).toBeUndefined();
    expect(languageOf('')).toBeUndefined();
  });

  it('asks for one English word in twelve, and for four words to a Chinese character', () => {
    expect(languageOf(`the ${'warden '.repeat(11)}`)).toBe('en');
    expect(languageOf(`the ${'warden '.repeat(12)}`)).toBeUndefined();
    expect(languageOf('the wardens of the two rivers in town 河长')).toBe('en');
    expect(languageOf('the wardens of the two rivers in 河长')).toBeUndefined();
  });
});

describe('the language of a book', () => {
  const noted: Note = { label: '1', children: [paragraph(CHINESE)] };
  const chapterOf = (...texts: readonly string[]): string => {
    const body: readonly Block[] = [
      heading(1, '', 'Chapter 1'),
      ...texts.map((text) => paragraph(text)),
      paragraph([{ type: 'noteReference', noteId: 'a' }]),
    ];
    const sources = mergeSources(null, { ...INVENTED_PDF, body, notes: { a: noted } });
    const { book } = buildBook(sources, {
      id: 'rivers',
      chapters: [],
      viewpoints: [],
      mentions: [],
      permalinks: EMPTY_MANIFEST,
    });
    return bookFiles(book).get('chapters/chapter-1.mdx') ?? '';
  };

  it('stands in the front matter of its chapters where it is English', () => {
    expect(chapterOf(ENGLISH)).toContain('language: en\n');
    expect(chapterOf(CHINESE)).not.toContain('language:');
  });

  it('is said of passages and notes only where they are in another', () => {
    const english = chapterOf(...Array<string>(8).fill(ENGLISH), CHINESE);
    expect(
      [...english.matchAll(/<(\w+) [^>]*lang="([^"]*)"/gu)].map(([, name, lang]) => [name, lang]),
    ).toEqual([
      ['Passage', 'zh-CN'],
      ['Note', 'zh-CN'],
    ]);
    expect(chapterOf(CHINESE, CHINESE, ENGLISH)).toMatch(/<Passage [^>]*lang="en">The rivers/u);
  });
});
