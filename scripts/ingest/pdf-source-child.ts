/** Runs in the child process of `pdf-source.ts` only. */
import type { OnProgress, ReadPdfSource } from './pdf-source.ts';
import { tracePdf } from './readers/pdf/read-pdf.ts';

/** Radicals, compatibility ideographs, private-use and control characters: a reader should have repaired them. */
const BAD_CHARACTERS = /[\u2E80-\u2FDF\uE000-\uF8FF\uF900-\uFAFF\p{Cc}]/gu;

/** What `readPdfSource` calls in the child. */
export async function readPdfHere(bytes: Uint8Array, onProgress: OnProgress): Promise<ReadPdfSource> {
  const { document, audit, outline, assets } = await tracePdf(bytes, {
    withPictures: true,
    onProgress: ({ stage, done, total }) => {
      onProgress({ stage, page: done, pageCount: total });
    },
  });
  const { characters, kept, furniture, lost } = audit;
  const contentsMatched = outline.entries.filter(({ found, labelAgrees }) => found && labelAgrees).length;
  const badCharacters = JSON.stringify([document.body, document.notes]).match(BAD_CHARACTERS)?.length ?? 0;
  return {
    document,
    assets,
    account: { characters, kept, furniture, lost, contentsMatched, badCharacters },
  };
}
