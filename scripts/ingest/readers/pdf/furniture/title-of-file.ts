/** The title in a file's metadata: a witness that is believed only where the first pages say the same. */
import { foldText } from '../../../genre/fold-text.ts';
import type { TextLine } from '../lines/text-line.ts';

/** Words such as 白皮书 stand on every cover. */
const MIN_CHARACTERS = 6;
const PRODUCER = /^microsoft (?:word|powerpoint) - /iu;
const FILE_ENDING = /\.(?:pdf|docx?|pptx?|indd|wps|ai|cdr)$/iu;
/** Collections of reports put the date at the end of a file's name: -251228. */
const DATE_ENDING = /[-_\s](?:\d{6}|\d{8})$/u;

/** The title in the metadata without what programs and collections put around it; '' where nothing is left. */
export function titleOfFile(title: string): string {
  return title.replace(PRODUCER, '').replace(FILE_ENDING, '').replace(DATE_ENDING, '').trim();
}

/** Whether the first pages say the title of the metadata. @param pages The lines of each page. */
export function isConfirmedTitle(title: string, pages: readonly (readonly TextLine[])[]): boolean {
  const wanted = foldText(title);
  if ([...wanted].length < MIN_CHARACTERS) return false;
  const text = foldText(
    pages
      .flat()
      .map((line) => line.text)
      .join(''),
  );
  return text.includes(wanted);
}
