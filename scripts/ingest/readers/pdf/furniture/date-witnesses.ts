/** The first and last pages and metadata → what each says the date is. */
import { countInk } from '../../../genre/character-class.ts';
import { findDate, isDateLine } from '../../../genre/dates.ts';
import { squeeze } from '../../../genre/fold-text.ts';
import { organisationsIn } from '../../../genre/organisations.ts';
import type { TextLine } from '../lines/text-line.ts';
import type { FirstPages } from './first-pages.ts';
import type { MetadataCandidate } from './metadata-candidate.ts';

/** A line of the cover that is nothing but a date; on an inner cover or a page of text it is less sure. */
const COVER_WEIGHT = 0.6;
const INNER_WEIGHT = 0.45;
/** A date among other words may be that of something else; a label before it says what it is. */
const PART_SHARE = 0.75;
const LABEL_WEIGHT = 0.1;
/** The date under a signature at the end. */
const SIGNED_WEIGHT = 0.3;
const FILE_WEIGHT = 0.25;
/** Of a short line, a date that is meant fills this share. */
const MIN_SHARE = 0.4;
const MAX_LINE_INK = 36;
const YEAR_LENGTH = 4;
const LABEL = /(?:日期|时间|发布|出版|印发|定稿|date|published|released)/iu;
const FILE_DATE = /[-_\s](?:20)?(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\.[a-z]{2,4})?$/iu;

/** What all witnesses say of the date. Of two lines of one page that both could be, the later is the first here. */
export function witnessDate(pages: FirstPages): readonly MetadataCandidate[] {
  const { covers, opening, last, fileTitle } = pages;
  return [
    ...covers.flatMap((rows, index) =>
      fromLines(rows, index === 0 ? 'cover' : 'inner cover', index === 0 ? COVER_WEIGHT : INNER_WEIGHT),
    ),
    ...fromLines(opening, 'first page', INNER_WEIGHT),
    ...fromSignature(last),
    ...fromFile(fileTitle),
  ];
}

function date(witness: string, text: string, weight: number, reason: string): MetadataCandidate {
  return { field: 'date', text, witness, reason, weight };
}

function fromLines(
  lines: readonly TextLine[],
  witness: string,
  weight: number,
): readonly MetadataCandidate[] {
  return lines.toReversed().flatMap(({ text }) => {
    const found = findDate(text);
    if (found === null || countInk(text) > MAX_LINE_INK) return [];
    if (isDateLine(text)) return [date(witness, found.iso, weight, 'A line that is nothing but a date.')];
    const labelled = LABEL.test(squeeze(text).slice(0, squeeze(text).indexOf(squeeze(found.text))));
    // A year among other words is what the report is about.
    if (found.iso.length === YEAR_LENGTH) return [];
    if (!labelled && countInk(found.text) < MIN_SHARE * countInk(text)) return [];
    return labelled
      ? [date(witness, found.iso, weight * PART_SHARE + LABEL_WEIGHT, 'A date with its label.')]
      : [date(witness, found.iso, weight * PART_SHARE, 'A date in a short line.')];
  });
}

/** A line that is nothing but a date, below that of an organisation, on one of the last pages. */
function fromSignature(last: readonly (readonly TextLine[])[]): readonly MetadataCandidate[] {
  const lines = last.flat();
  return lines.flatMap((line, index) => {
    const found = isDateLine(line.text) ? findDate(line.text) : null;
    const above = lines[index - 1];
    if (found === null || above?.page !== line.page || organisationsIn(above.text).length === 0) return [];
    return [date('signature', found.iso, SIGNED_WEIGHT, 'The date under a signature at the end.')];
  });
}

function fromFile(title: string): readonly MetadataCandidate[] {
  const match = FILE_DATE.exec(title);
  if (!match) return [];
  const [, year = '', month = '', day = ''] = match;
  return [
    date(
      'metadata',
      `20${year}-${month}-${day}`,
      FILE_WEIGHT,
      'The date at the end of the title in the metadata.',
    ),
  ];
}
