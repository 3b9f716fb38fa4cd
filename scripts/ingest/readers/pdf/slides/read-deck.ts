/** Slides → their titles and sections, and what slides between sections say again. */
import type { Message } from '../../../model/messages.ts';
import { claimLine } from '../furniture/furniture-claim.ts';
import type { FurnitureClaim } from '../furniture/furniture-claim.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import { lineRunIds, runIdsOf } from '../lines/run-ids.ts';
import type { TextLine } from '../lines/text-line.ts';
import { findAgenda } from './agenda-pages.ts';
import { findDividers } from './divider-pages.ts';
import { deckFacts, isDeck } from './judge-deck.ts';
import type { DeckFacts } from './judge-deck.ts';
import { slideTitles } from './slide-titles.ts';
import { withoutMistakes } from './slide-furniture.ts';
import { titleOnCover } from './title-slide.ts';

/** A heading of the deck: the name of a section, or the title of a slide. */
export interface SlideHeading {
  readonly lines: readonly TextLine[];
  readonly kind: 'section' | 'slide';
}

export interface Deck {
  readonly facts: DeckFacts;
  readonly headings: readonly SlideHeading[];
  /** All furniture: what was known before, and what the deck says again. */
  readonly claims: readonly FurnitureClaim[];
  /** The lines of each page that are left for the body. */
  readonly lines: readonly (readonly TextLine[])[];
  /** Physical pages that hold no body at all. */
  readonly skippedPages: ReadonlySet<number>;
  readonly messages: readonly Message[];
}

/** What slides are read from. */
export interface DeckInput {
  readonly pages: readonly PageContent[];
  /** All lines of each page. */
  readonly all: readonly (readonly TextLine[])[];
  /** The lines of each page that are no furniture. */
  readonly lines: readonly (readonly TextLine[])[];
  readonly claims: readonly FurnitureClaim[];
  /** The title of the deck, '' where it is not known. */
  readonly title: string;
  readonly skippedPages: ReadonlySet<number>;
}

const AGAIN = 'The sections of the deck, said again on a slide between them.';
const SAME_TITLE = 'The title of the slide before, said again.';

/** The deck that the pages are, null where they are no slides. */
export function readDeck(input: DeckInput): Deck | null {
  const { pages } = input;
  const { lines, claims } = withoutMistakes(input);
  const facts = deckFacts(pages, lines);
  if (!isDeck(facts)) return null;
  const agenda = findAgenda(pages, lines);
  const announced = agenda.flatMap(({ current }) => current ?? []);
  const dividers = announced.length > 0 ? new Map<number, readonly TextLine[]>() : findDividers(pages, lines);
  const cover = announced.length + dividers.size > 0 ? [] : titleOnCover(input.all, claims, input.title);
  const apart = new Set([...agenda.map(({ page }) => page), ...dividers.keys()]);
  const titles = slideTitles(pages, lines, apart);
  const sections = [...announced.map((line) => [line]), ...dividers.values()];
  // Slides without sections are one chapter: of the deck's title, else of the first slide's.
  if (sections.length === 0) sections.push(...(cover.length > 0 ? [cover] : titles.first.splice(0, 1)));
  const fromCover = new Set(runIdsOf(cover));
  const again = [
    ...agenda.flatMap(({ entries, title, current }) =>
      [...title, ...entries]
        .filter((line) => line !== current)
        .map((line) => claimLine(line, 'contents', AGAIN)),
    ),
    ...titles.again.map((line) => claimLine(line, 'header', SAME_TITLE)),
  ];
  const gone = new Set(again.flatMap(({ runIds }) => runIds));
  const left = lines.map((page, index) => [
    ...(index === 0 ? cover : []),
    ...page.filter((line) => !lineRunIds(line).some((id) => gone.has(id))),
  ]);
  return {
    facts,
    headings: [
      ...sections.map((own): SlideHeading => ({ lines: own, kind: 'section' })),
      ...titles.first.map((own): SlideHeading => ({ lines: own, kind: 'slide' })),
    ],
    claims: [...claims.filter(({ runIds }) => !runIds.some((id) => fromCover.has(id))), ...again],
    lines: left,
    skippedPages: new Set([...input.skippedPages].filter((page) => left[page - 1]?.length === 0)),
    messages: [deckMessage(facts, pages.length)],
  };
}

function deckMessage({ landscape, titled, running, ink }: DeckFacts, pages: number): Message {
  const percent = (share: number): string => `${String(Math.round(100 * share))} %`;
  return {
    ruleId: 'pdf/is-a-report',
    severity: 'warning',
    reason:
      `These are slides, read as a section each: ${percent(landscape)} of ${String(pages)} pages are wider than high, ` +
      `${percent(titled)} have a title larger than their text, the usual one has ${String(ink)} characters, and ` +
      `${percent(running)} of the lines run on.`,
    hint: 'Read the report that belongs to the slides, if there is one; else compare each slide with its picture.',
  };
}
