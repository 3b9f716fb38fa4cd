import type { SectionRecord } from '../../../src/lib/search/model.ts';
import { plainText } from '../../../src/lib/search/normalise.ts';
import { itemAt } from '../../ingest/model/item-at.ts';
import { seededRandom } from './seeded-random.ts';

/** A phrase and where it occurs, worked out from the texts themselves. */
export interface Question {
  readonly text: string;
  /** Sections that hold it, and how often. */
  readonly holders: ReadonlyMap<number, number>;
  /** `section:passage` of the passages that hold it. */
  readonly passages: ReadonlySet<string>;
}

/** Someone looking for a heading by its words. */
export interface HeadingQuestion {
  readonly text: string;
  readonly section: number;
}

const LONGEST_PHRASE = 8;

/** Every different run of 1 to 8 Han characters of the texts. */
export function allPhrases(records: readonly SectionRecord[]): readonly string[] {
  const phrases = new Set<string>();
  for (const { passages } of records) {
    for (const run of passages.flatMap(({ text }) => text.match(/\p{Script=Han}+/gu) ?? [])) {
      for (let from = 0; from < run.length; from += 1) {
        for (let length = 1; length <= LONGEST_PHRASE && from + length <= run.length; length += 1) {
          phrases.add(run.slice(from, from + length));
        }
      }
    }
  }
  return [...phrases];
}

/** Runs of Han characters drawn at random places, of lengths 1 to 8 in turn. */
export function randomPhrases(records: readonly SectionRecord[], count: number, seed = 7): readonly string[] {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => itemAt(items, Math.floor(random() * items.length));
  const phrases = new Set<string>();
  for (let tries = 0; phrases.size < count && tries < count * 50; tries += 1) {
    const length = (phrases.size % LONGEST_PHRASE) + 1;
    const runs = (pick(pick(records).passages).text.match(/\p{Script=Han}+/gu) ?? []).filter(
      (run) => run.length >= length,
    );
    if (runs.length === 0) continue;
    const run = pick(runs);
    const from = Math.floor(random() * (run.length - length + 1));
    phrases.add(run.slice(from, from + length));
  }
  return [...phrases];
}

/** Works out the truth about phrases. */
export function toQuestions(
  records: readonly SectionRecord[],
  phrases: readonly string[],
): readonly Question[] {
  const texts = records.map(({ passages }) => passages.map(({ text }) => plainText(text)));
  return phrases.map((text) => {
    const sought = plainText(text);
    const holders = new Map<number, number>();
    const passages = new Set<string>();
    texts.forEach((section, number) => {
      section.forEach((passage, at) => {
        if (!passage.includes(sought)) return;
        passages.add(`${number}:${at}`);
        holders.set(number, (holders.get(number) ?? 0) + passage.split(sought).length - 1);
      });
    });
    return { text, holders, passages };
  });
}

/** The words of a corpus's headings as `Intl.Segmenter` sees them, numbering left out. */
export function segmentHeadings(
  records: readonly SectionRecord[],
): readonly (readonly string[] | undefined)[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return records.map(({ passages: [first] }) => {
    if (first?.kind !== 'heading') return undefined;
    const bare = first.text.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u, '');
    return [...segmenter.segment(bare)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  });
}

/** Someone remembers two words of a heading (the first and the last) and not how they follow each other. */
export function headingQuestions(
  headingWords: readonly (readonly string[] | undefined)[],
  count: number,
  seed = 11,
): readonly HeadingQuestion[] {
  const random = seededRandom(seed);
  const headed = headingWords.flatMap((words, section) =>
    words === undefined || words.length === 0 ? [] : [{ section, words, order: random() }],
  );
  headed.sort((left, right) => left.order - right.order);
  return headed.slice(0, count).map(({ section, words }) => ({
    section,
    text: [...new Set([...words.slice(-1), ...words.slice(0, 1)])].join(' '),
  }));
}
