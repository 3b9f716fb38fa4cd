/** The first pages, heads and metadata → what each says the title is. */
import { countIdeographs, countInk } from '../../../genre/character-class.ts';
import { comparableText, squeezeHan } from '../../../genre/fold-text.ts';
import { largestTitle, readCover } from './cover.ts';
import type { FirstPages } from './first-pages.ts';
import { partsOfHead, runningTextOf } from './first-pages.ts';
import type { MetadataCandidate } from './metadata-candidate.ts';
import { isConfirmedTitle, titleOfFile } from './title-of-file.ts';
import {
  endsAsReport,
  isSeriesLabel,
  joinTitle,
  labelledTitle,
  mayBeTitle,
  titleText,
} from './title-words.ts';

/** The cover is made to say the title; an inner cover or the first page of text says it, too, among other things. */
const COVER_WEIGHT = 0.6;
const INNER_COVER_WEIGHT = 0.4;
const OPENING_WEIGHT = 0.45;
/** Heads say the title or the chapter: what stands on few pages is a chapter. */
const HEAD_WEIGHT = 0.4;
const CHAPTER_HEAD_WEIGHT = 0.2;
const MIN_HEAD_SHARE = 0.25;
/** A small line that ends as a report does: it may also name another report. */
const LINE_WEIGHT = 0.25;
/** A book title in the text that is said to be this report, or that is named again and again. */
const NAMED_WEIGHT = 0.2;
const MIN_NAMED = 2;
/** A label leaves no doubt, but the title that it names may be that of another report. */
const LABEL_WEIGHT = 0.5;
/** In a Chinese report, a title in Latin letters is its translation where there is another. */
const TRANSLATION_SHARE = 0.7;
/** Titles in metadata are often those of another file; where the first pages say the same, they are good. */
const FILE_WEIGHT = 0.2;
const CONFIRMED_FILE_WEIGHT = 0.35;
/** 白皮书 or 研究报告 at its end makes a text likelier to be the title. */
const REPORT_WORD_WEIGHT = 0.2;
/** Beside the body, the title on a page of text is larger than this. */
const MIN_OPENING_SIZE = 1.3;
/** Shorter titles are words that stand in many texts. */
const MIN_WITNESSED = 5;
const BOOK_TITLE = /《([^《》]{4,60})》/gu;

/** What all witnesses say of the title. */
export function witnessTitle(pages: FirstPages): readonly MetadataCandidate[] {
  const said = [
    ...fromCovers(pages),
    ...fromOpening(pages),
    ...fromHeads(pages),
    ...fromText(pages),
    ...fromLabels(pages),
    ...fromFile(pages),
  ];
  const isChinese = isMostlyHan(pages);
  return said.map((each) => {
    const weight = each.weight + (endsAsReport(each.text) ? REPORT_WORD_WEIGHT : 0);
    const isTranslation = isChinese && countIdeographs(each.text) === 0;
    return { ...each, weight: isTranslation ? weight * TRANSLATION_SHARE : weight };
  });
}

/** Whether most words of the first pages are Chinese. */
function isMostlyHan({ first }: FirstPages): boolean {
  const text = first
    .flat()
    .map((line) => line.text)
    .join('');
  return countIdeographs(text) * 2 > countInk(text);
}

function title(witness: string, text: string, weight: number, reason: string): MetadataCandidate {
  return { field: 'title', text, witness, reason, weight };
}

function fromCovers({ covers, heads }: FirstPages): readonly MetadataCandidate[] {
  const texts = heads.map((head) => head.text);
  const titles = covers.map((rows) => readCover(rows, texts).title);
  return titles.flatMap((text, index) => {
    if (text === '') return [];
    if (covers[index]?.[0]?.page === 1)
      return [title('cover', text, COVER_WEIGHT, 'The largest lines of the cover.')];
    return [title('inner cover', text, INNER_COVER_WEIGHT, 'The largest lines of an inner cover.')];
  });
}

function fromOpening({ opening, bodySize }: FirstPages): readonly MetadataCandidate[] {
  const { lines } = largestTitle(opening.filter(({ size }) => size >= MIN_OPENING_SIZE * bodySize));
  const text = joinTitle(lines.map(titleText));
  return mayBeTitle(text)
    ? [title('first page', text, OPENING_WEIGHT, 'The largest lines of the first page, which is no cover.')]
    : [];
}

function fromHeads({ heads }: FirstPages): readonly MetadataCandidate[] {
  return heads.flatMap(({ text, share }) => {
    if (isSeriesLabel(text)) return [];
    const parts = partsOfHead(text).filter(
      (part) => mayBeTitle(part) && comparableText(part).length >= MIN_WITNESSED,
    );
    const weight = share >= MIN_HEAD_SHARE ? HEAD_WEIGHT : CHAPTER_HEAD_WEIGHT;
    return parts.map((part) => title('running head', joinTitle([part]), weight, 'A running head.'));
  });
}

/** Small lines of the first pages that end as titles do, and the report's name in its own text. */
function fromText({ covers, first }: FirstPages): readonly MetadataCandidate[] {
  const lines = covers
    .flat()
    .filter(({ text }) => endsAsReport(text) && mayBeTitle(text))
    .map(({ text }) =>
      title(
        'line of a cover',
        joinTitle([text]),
        LINE_WEIGHT,
        'A line of a cover that ends as titles of reports do.',
      ),
    );
  const names = [...runningTextOf(first).matchAll(BOOK_TITLE)].map((match) => match[1] ?? '');
  const own = [...Map.groupBy(names, (name) => name)].filter(
    ([name, all]) => all.length >= MIN_NAMED && endsAsReport(name),
  );
  return [
    ...lines,
    ...own.map(([name]) =>
      title(
        'text',
        squeezeHan(name),
        NAMED_WEIGHT,
        'The first pages name a report of this title again and again.',
      ),
    ),
  ];
}

/** A box with facts about the report may name its title. */
function fromLabels({ first }: FirstPages): readonly MetadataCandidate[] {
  const found = first.flat().flatMap(({ text }) => labelledTitle(text) ?? []);
  return found.slice(0, 1).map((text) => title('label', text, LABEL_WEIGHT, 'A label names the title.'));
}

function fromFile({ fileTitle, first }: FirstPages): readonly MetadataCandidate[] {
  const text = titleOfFile(fileTitle);
  if (!mayBeTitle(text) || comparableText(text).length < MIN_WITNESSED) return [];
  return isConfirmedTitle(text, first)
    ? [
        title(
          'metadata',
          text,
          CONFIRMED_FILE_WEIGHT,
          'The title in the metadata, which the first pages say, too.',
        ),
      ]
    : [title('metadata', text, FILE_WEIGHT, 'The title in the metadata.')];
}
