/** Runs in the child process of `pdf-source.ts` only. */
import { sourceAccount } from './model/account.ts';
import type { OnProgress, PdfCall, ReadPdfSource } from './pdf-source.ts';
import { tracePdf } from './readers/pdf/read-pdf.ts';

/** Radicals, compatibility ideographs, private-use and control characters: a reader should have repaired them. */
const BAD_CHARACTERS = /[\u2E80-\u2FDF\uE000-\uF8FF\uF900-\uFAFF\p{Cc}]/gu;

/** Reads a PDF with its pictures and what became of its text. */
export async function readPdfHere(
  { bytes, withTrace, recognition }: PdfCall,
  onProgress: OnProgress,
): Promise<ReadPdfSource> {
  const { document, assets, audit, outline, stages } = await tracePdf(bytes, {
    withPictures: true,
    recognition,
    onProgress: ({ stage, done, total }) => {
      onProgress({ stage, page: done, pageCount: total });
    },
  });
  const contentsMatched = outline.entries.filter(({ found, labelAgrees }) => found && labelAgrees).length;
  const badCharacters = JSON.stringify([document.body, document.notes]).match(BAD_CHARACTERS)?.length ?? 0;
  const account = sourceAccount(audit, { contentsMatched, badCharacters });
  return { document, assets, account, stages: withTrace ? stages : {} };
}
