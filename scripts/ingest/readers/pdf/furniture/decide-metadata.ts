/** What the first pages, heads and metadata say → title, publisher and date of the report, with every reason. */
import type { DocumentMetadata } from '../../../model/document.ts';
import { comparableText } from '../../../genre/fold-text.ts';
import { readCover } from './cover.ts';
import { witnessDate } from './date-witnesses.ts';
import type { FirstPages } from './first-pages.ts';
import { chosenMetadata, weighCandidates } from './metadata-candidate.ts';
import type { WeighedCandidate } from './metadata-candidate.ts';
import { witnessPublisher } from './publisher-witnesses.ts';
import { witnessTitle } from './title-witnesses.ts';

/** What is known of the report, and all that was said of it. */
export interface DecidedMetadata {
  readonly metadata: DocumentMetadata;
  /** By field, the best first: for `--trace`. */
  readonly candidates: readonly WeighedCandidate[];
}

/** Decides title, publisher and date by all witnesses; subtitle and number are what the cover says beside its title. */
export function decideMetadata(pages: FirstPages): DecidedMetadata {
  const candidates = [
    ...weighCandidates(witnessTitle(pages), 'title'),
    ...weighCandidates(witnessPublisher(pages), 'publisher'),
    ...weighCandidates(witnessDate(pages), 'date'),
  ];
  const { title, publisher, date } = chosenMetadata(candidates);
  const cover = readCover(
    pages.covers[0] ?? [],
    pages.heads.map(({ text }) => text),
  );
  const isOfCover = comparableText(cover.title) === comparableText(title);
  return {
    metadata: {
      title,
      ...(isOfCover && cover.subtitle !== undefined && { subtitle: cover.subtitle }),
      ...(publisher !== undefined && { publisher }),
      ...(cover.number !== undefined && { number: cover.number }),
      ...(date !== undefined && { date }),
    },
    candidates,
  };
}
