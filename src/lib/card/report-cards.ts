import type { Book, BookChapter, BookViewpoint } from '../book/model.ts';
import { describeRelease } from '../citation/attribution.ts';
import { numberedTitle } from '../numbered-title.ts';
import { REPORT_CARDS, chapterCard, viewpointCards } from './card-names.ts';
import type { CardFoot } from './card-frame.ts';
import type { Drawing } from './drawing.ts';
import { drawTallCard, type TallCard } from './tall-card.ts';
import type { MeasureText } from './text-block.ts';
import { wordsAfterLead } from './viewpoint-words.ts';
import { drawWideCard, type WideCard } from './wide-card.ts';

/** A card that can be drawn. */
export interface Card {
  /** Of its file, without `.png`. */
  readonly name: string;
  readonly draw: (measure: MeasureText) => Drawing;
}

/** What a card for chats says in a code: public addresses of the pages; undefined where the site does not know its own. */
export interface PageAddresses {
  readonly report: string;
  readonly viewpoint: (number: number) => string;
}

/** Numbered lines on the card of a report; what is more is named by its count. */
const MOST_ITEMS = 12;

/** The cards for link previews: of the report, its chapters and its viewpoints. */
export function wideCards(book: Book): readonly Card[] {
  const body = book.chapters.filter(({ data }) => data.matter === 'body');
  const wide = (name: string, card: Omit<WideCard, 'label'> & { readonly label: string }): Card => ({
    name,
    draw: (measure) => drawWideCard({ ...card, label: markSample(card.label, book) }, measure),
  });
  return [
    wide(REPORT_CARDS.wide, wideOfReport(book, body.length)),
    ...book.chapters.map((chapter) =>
      wide(chapterCard(chapter.data.slug), wideOfChapter(book, chapter, body)),
    ),
    ...book.viewpoints.map(({ data }) =>
      wide(viewpointCards(data.number).wide, {
        label: labelOfViewpoint(book, data.number),
        title: data.title,
        lines: [],
        numeral: String(data.number),
        foot: footOf(book),
      }),
    ),
  ];
}

/** The cards for chats: of the report and its viewpoints, with their words. */
export function tallCards(book: Book, addresses: PageAddresses | undefined): readonly Card[] {
  const tall = (name: string, card: TallCard): Card => ({
    name,
    draw: (measure) => drawTallCard({ ...card, label: markSample(card.label, book) }, measure),
  });
  return [
    tall(REPORT_CARDS.tall, { ...tallOfReport(book), address: addresses?.report }),
    ...book.viewpoints.map((viewpoint) =>
      tall(viewpointCards(viewpoint.data.number).tall, {
        ...tallOfViewpoint(book, viewpoint),
        address: addresses?.viewpoint(viewpoint.data.number),
      }),
    ),
  ];
}

const markSample = (label: string, { report }: Book): string =>
  [report.sample ? '示例' : '', label].filter((part) => part !== '').join(' · ');

const labelOfViewpoint = ({ viewpoints }: Book, number: number): string =>
  `核心观点 ${number} / ${viewpoints.length}`;

function footOf({ report }: Book, more: readonly string[] = []): CardFoot {
  return { main: report.title, lines: [`${report.publisher} · ${describeRelease(report)}`, ...more] };
}

function wideOfReport({ report, viewpoints }: Book, chapters: number): WideCard {
  const counts = [
    viewpoints.length > 0 ? `${viewpoints.length} 条核心观点` : '',
    chapters > 0 ? `${chapters} 章` : '',
  ];
  return {
    label: report.number ?? '报告',
    title: report.title,
    lines: report.subtitle === undefined ? [] : [report.subtitle],
    numeral: '',
    foot: {
      main: report.publisher,
      lines: [[describeRelease(report), ...counts].filter((part) => part !== '').join(' · ')],
    },
  };
}

function wideOfChapter(book: Book, { data }: BookChapter, body: readonly BookChapter[]): WideCard {
  const place = body.findIndex((chapter) => chapter.data === data) + 1;
  return {
    label: place > 0 ? `第 ${place} 章，共 ${body.length} 章` : book.report.publisher,
    title: numberedTitle(data),
    lines: data.sections.filter(({ level }) => level === 2).map(numberedTitle),
    numeral: place > 0 ? String(place) : '',
    foot: footOf(book),
  };
}

function tallOfReport(book: Book): Omit<TallCard, 'address'> {
  const { report, viewpoints, chapters } = book;
  const items =
    viewpoints.length > 0
      ? viewpoints.map(({ data }) => ({ marker: String(data.number), text: data.title }))
      : chapters
          .filter(({ data }) => data.matter === 'body')
          .map(({ data }, at) => ({ marker: String(at + 1), text: numberedTitle(data) }));
  const more = items.length > MOST_ITEMS ? [{ marker: '', text: `……共 ${items.length} 项` }] : [];
  return {
    label: viewpoints.length > 0 ? '核心观点' : '目录',
    title: report.title,
    paragraphs: [],
    items: [...items.slice(0, MOST_ITEMS), ...more],
    foot: { main: report.publisher, lines: [describeRelease(report), report.notice] },
  };
}

function tallOfViewpoint(book: Book, { data, blocks }: BookViewpoint): Omit<TallCard, 'address'> {
  const { paragraphs, isWhole } = wordsAfterLead(data.title, blocks);
  return {
    label: labelOfViewpoint(book, data.number),
    title: data.title,
    paragraphs,
    items: [],
    foot: footOf(book, [isWhole ? book.report.notice : `${book.report.notice}（节选）`]),
  };
}
