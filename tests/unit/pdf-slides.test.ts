import { describe, expect, it } from 'vitest';
import { claimLine } from '../../scripts/ingest/readers/pdf/furniture/furniture-claim.ts';
import { findAgenda } from '../../scripts/ingest/readers/pdf/slides/agenda-pages.ts';
import { findDividers } from '../../scripts/ingest/readers/pdf/slides/divider-pages.ts';
import { deckFacts, isDeck } from '../../scripts/ingest/readers/pdf/slides/judge-deck.ts';
import { readDeck } from '../../scripts/ingest/readers/pdf/slides/read-deck.ts';
import { titleOfSlide } from '../../scripts/ingest/readers/pdf/slides/slide-title.ts';
import type { PageContent } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { linesOf, slide, SLIDE, title } from '../support/invented-deck.ts';
import type { SlideText } from '../support/invented-deck.ts';

const text: SlideText = ['●产业分工进一步细化；', 60, 120];
const shown = (lists: readonly (readonly { readonly text: string }[])[]) =>
  lists.map((own) => own.map((line) => line.text).join('|'));

describe('isDeck', () => {
  const deck = { landscape: 0.6, titled: 0.5, running: 0.3, ink: 600 };

  it('asks for wide pages and two of three: titles, few lines that run on, few characters', () => {
    expect(isDeck(deck)).toBe(true);
    expect(isDeck({ ...deck, landscape: 0.59 })).toBe(false);
    for (const off of [{ titled: 0.49 }, { running: 0.31 }, { ink: 601 }])
      expect(isDeck({ ...deck, ...off })).toBe(true);
    expect(isDeck({ ...deck, titled: 0.49, running: 0.31 })).toBe(false);
    expect(isDeck({ ...deck, titled: 0.49, ink: 601 })).toBe(false);
    expect(isDeck({ ...deck, running: 0.31, ink: 601 })).toBe(false);
  });

  it('measures them on pages that have text', () => {
    const wide: SlideText = ['效'.repeat(36), 60, 120];
    const pages = [
      slide(1, [title('效能'), text]),
      slide(2, [wide, ['效能提升。', 60, 150]]),
      slide(3, [], { width: 575, height: 480 }),
    ];
    expect(deckFacts(pages, linesOf(pages))).toEqual({
      landscape: 2 / 3,
      titled: 0.5,
      running: 0.25,
      ink: 41,
    });
  });
});

describe('titleOfSlide', () => {
  const titleOf = (texts: readonly SlideText[]) => {
    const page = slide(1, texts);
    return titleOfSlide(page, linesOf([page]).flat(), SLIDE.text).map((line) => line.text);
  };

  it('is the first line where it is larger than the text, and a second line of its size', () => {
    expect(titleOf([['效能提升', 60, 50, { size: 19.2 }], text])).toEqual(['效能提升']);
    expect(titleOf([title('效能提升'), ['产业分工', 60, 90, { size: 28 }], text])).toEqual([
      '效能提升',
      '产业分工',
    ]);
    expect(titleOf([title('效能提升')])).toEqual(['效能提升']);
  });

  it('is none where the line is hardly larger, stands low, or is as long as text', () => {
    expect(titleOf([['效能提升', 60, 50, { size: 19 }], text])).toEqual([]);
    expect(
      titleOf([
        ['效能提升', 60, 200, { size: 28 }],
        ['分工', 60, 300],
      ]),
    ).toEqual([]);
    expect(titleOf([['效'.repeat(61), 10, 50, { size: 28 }], text])).toEqual([]);
  });
});

describe('findAgenda', () => {
  const agenda = (number: number, marked: number | null, names = ['市场规模', '产业分工', '协同创新']) =>
    slide(
      number,
      names.map((name, index): SlideText => [name, 200, 150 + 80 * index]),
      {
        boxes: names.map((_, index) => ({
          box: { x: 190, y: 130 + 80 * index, width: 700, height: 30 },
          fill: index === marked ? '#cc0000' : '#004477',
          stroke: '',
          artifact: false,
        })),
      },
    );
  const currents = (pages: readonly PageContent[]) =>
    findAgenda(pages, linesOf(pages)).map(({ page, current }) => [page, current?.text ?? null]);

  it('finds the section that is painted otherwise than the others', () => {
    expect(currents([agenda(1, 0), slide(2, [title('规模'), text]), agenda(3, 2)])).toEqual([
      [1, '市场规模'],
      [3, '协同创新'],
    ]);
  });

  it('counts where nothing is marked, a first slide for all of them being one more', () => {
    const plain = (count: number) => Array.from({ length: count }, (_, index) => agenda(index + 1, null));
    expect(currents(plain(3)).map(([, name]) => name)).toEqual(['市场规模', '产业分工', '协同创新']);
    expect(currents(plain(4)).map(([, name]) => name)).toEqual([null, '市场规模', '产业分工', '协同创新']);
    expect(currents(plain(2))).toEqual([]);
  });

  it('is no list that stands once, or has a long entry', () => {
    expect(currents([agenda(1, 0)])).toEqual([]);
    const two = ['市场规模', '产业分工'];
    expect(currents([agenda(1, 0, two), agenda(2, 1, two)])).toEqual([]);
    const sentences = ['市场规模', '产业分工', '协同创新。'];
    expect(currents([agenda(1, 0, sentences), agenda(2, 1, sentences)])).toEqual([]);
    const long = ['市场规模', '产业分工', '产'.repeat(41)];
    expect(currents([agenda(1, 0, long), agenda(2, 1, long)])).toEqual([]);
    const fits = ['市场规模', '产业分工', '产'.repeat(40)];
    expect(currents([agenda(1, 0, fits), agenda(2, 1, fits)])).toHaveLength(2);
  });
});

describe('findDividers', () => {
  const divider = (number: number, name: string): PageContent =>
    slide(number, [
      ['01', 100, 260, { size: 40 }],
      [name, 300, 260, { size: 36 }],
      ['Overview', 300, 300, { size: 14 }],
    ]);
  const found = (pages: readonly PageContent[]) => shown([...findDividers(pages, linesOf(pages)).values()]);
  const content = (number: number) => slide(number, [title('效能'), text, [`${text[0]}`, 60, 150]]);

  it('are slides with a large name in their middle alone', () => {
    expect(found([divider(1, '市场'), content(2), divider(3, '分工'), content(4)])).toEqual([
      '01|市场',
      '01|分工',
    ]);
  });

  it('are none where there is one, where it is the last, or where a title stands at the top', () => {
    expect(found([divider(1, '市场'), content(2), content(3)])).toEqual([]);
    expect(found([divider(1, '市场'), content(2), divider(3, '谢谢')])).toEqual([]);
    expect(found([slide(1, [title('市场')]), slide(2, [title('分工')]), content(3)])).toEqual([]);
  });
});

describe('readDeck', () => {
  const cover = slide(1, [['产业效能研究', 300, 250, { size: 36 }]]);
  const slides = (titles: readonly string[], from = 2) =>
    titles.map((name, index) => slide(from + index, [title(name), text]));
  const deckOf = (
    pages: readonly PageContent[],
    headPages: readonly number[] = [],
    name = '产业效能研究',
  ) => {
    const all = linesOf(pages);
    const isHead = (line: { readonly page: number; readonly size: number }): boolean =>
      headPages.includes(line.page) && line.size === SLIDE.title;
    const claims = all
      .flat()
      .flatMap((line) =>
        line.page === 1
          ? [claimLine(line, 'cover', 'Cover.')]
          : isHead(line)
            ? [claimLine(line, 'header', 'Running head or foot.')]
            : [],
      );
    const free = all.map((own) => own.filter((line) => line.page !== 1 && !isHead(line)));
    return readDeck({ pages, all, lines: free, claims, title: name, skippedPages: new Set([1]) });
  };
  const headings = (deck: ReturnType<typeof readDeck>) =>
    deck?.headings.map(({ kind, lines: own }) => `${kind} ${own.map((line) => line.text).join('')}`);

  it('makes slides without sections one chapter of the deck’s title, which its cover gives back', () => {
    const deck = deckOf([cover, ...slides(['规模', '分工'])]);
    expect(headings(deck)).toEqual(['section 产业效能研究', 'slide 规模', 'slide 分工']);
    expect(deck?.claims).toEqual([]);
    expect(deck?.lines[0]).toHaveLength(1);
  });

  it('makes them a chapter of the first slide’s title where the cover does not say the deck’s', () => {
    expect(headings(deckOf([cover, ...slides(['规模', '分工'])], [], '另一报告'))).toEqual([
      'section 规模',
      'slide 分工',
    ]);
  });

  it('says a title that slides in a row repeat once', () => {
    const deck = deckOf([cover, ...slides(['规模', '规模', '分工', '规模'])]);
    expect(headings(deck)?.slice(1)).toEqual(['slide 规模', 'slide 分工', 'slide 规模']);
    expect(deck?.claims.map(({ page, reason }) => [page, reason])).toEqual([
      [3, 'The title of the slide before, said again.'],
    ]);
  });

  it('gives the first of some slides back the title that was taken for a running head', () => {
    const deck = deckOf([cover, ...slides(['规模', '规模', '规模', '分工'])], [2, 3, 4]);
    expect(headings(deck)?.slice(1)).toEqual(['slide 规模', 'slide 分工']);
    expect(deck?.claims.map(({ page, kind }) => [page, kind])).toEqual([
      [3, 'header'],
      [4, 'header'],
    ]);
  });

  it('takes no slide between the first and the last for a cover, nor the last where it is text', () => {
    const pages = [cover, ...slides(['规模', '分工'])];
    const all = linesOf(pages);
    const claims = all.flat().map((line) => claimLine(line, 'cover', 'Cover.'));
    const skippedPages = new Set([1, 2, 3]);
    const input = { pages, all, lines: all.map(() => []), claims, title: '', skippedPages };
    const deck = readDeck(input);
    expect([deck?.lines.map((own) => own.length), [...(deck?.skippedPages ?? [])]]).toEqual([[0, 2, 2], [1]]);
    const address = slide(4, [
      ['研究所', 60, 50, { size: 28 }],
      ['某市某路1号', 60, 120],
    ]);
    const last = linesOf([...pages, address]);
    const again = readDeck({
      ...input,
      pages: [...pages, address],
      all: last,
      lines: last.map(() => []),
      claims: last.flat().map((line) => claimLine(line, 'cover', 'Cover.')),
    });
    expect(again?.lines.at(-1)).toEqual([]);
  });

  it('tells why the pages are slides, and is silent about a report', () => {
    expect(deckOf([cover, ...slides(['规模', '分工'])])?.messages[0]?.reason).toMatch(
      /100 % of 3 pages are wider than high, 100 % have a title .* 13 characters, and 0 % of the lines run on/u,
    );
    const upright = [cover, ...slides(['规模'])].map((page) => ({ ...page, width: 540, height: 960 }));
    expect(deckOf(upright)).toBeNull();
  });
});
