/** What the witnesses of title, publisher and date look at: the lines of the first and last pages, heads, the file's title. */
import { squeezeHan } from '../../../genre/fold-text.ts';
import type { TextLine } from '../lines/text-line.ts';

/** The material of all witnesses. */
export interface FirstPages {
  /** Rows of the covers that hold text, outermost first. */
  readonly covers: readonly (readonly TextLine[])[];
  /** The lines of the first page with text where it is no cover; else empty. */
  readonly opening: readonly TextLine[];
  /** All lines of the first pages, covers included, heads and contents not. */
  readonly first: readonly (readonly TextLine[])[];
  /** All lines of the last pages. */
  readonly last: readonly (readonly TextLine[])[];
  /** Distinct running heads and feet, with the share of the pages on which each stands: 0 to 1. */
  readonly heads: readonly { readonly text: string; readonly share: number }[];
  /** The title in the file's metadata, '' where there is none. */
  readonly fileTitle: string;
  /** The size that most characters of the document have, in points. */
  readonly bodySize: number;
}

/** The text of lines as one: for statements that run over lines. */
export function runningTextOf(pages: readonly (readonly TextLine[])[]): string {
  const texts = pages.flat().map((line) => line.text);
  return squeezeHan(texts.join(' '));
}

/** What a running head says beside a bar: the report and who publishes it, 某白皮书 | 某研究院. */
export function partsOfHead(text: string): readonly string[] {
  return text
    .split(/[|｜]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
