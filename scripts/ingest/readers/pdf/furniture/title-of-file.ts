/** The title in a file's metadata: a witness that is believed only where the first pages say the same. */
import { foldText } from '../../../genre/fold-text.ts';
import type { TextLine } from '../lines/text-line.ts';

/** Words such as 白皮书 stand on every cover. */
const MIN_CHARACTERS = 6;
/** Pages on which the title must stand. */
const FIRST_PAGES = 3;
const FILE_NAME = /\.(?:pdf|docx?|pptx?|indd|wps)$|^microsoft (?:word|powerpoint)/iu;

/** The title of the metadata where the first pages confirm it, else ''. @param lines The lines of each page. */
export function confirmedTitle(title: string, lines: readonly (readonly TextLine[])[]): string {
  const wanted = foldText(title);
  if ([...wanted].length < MIN_CHARACTERS || FILE_NAME.test(title)) return '';
  const text = foldText(
    lines
      .slice(0, FIRST_PAGES)
      .flat()
      .map((line) => line.text)
      .join(''),
  );
  return text.includes(wanted) ? title : '';
}
