/** How far a reader trusts what it made, and every reason why it may not: said once, for logs, audits and people who review. */

/** What a reader may doubt, with the reason in words that go on from “unsure because …”. Ids are permanent. */
export const DOUBTS = {
  'heading/unannounced': 'the contents list headings of its level, but not this one',
  'heading/other-page': 'the contents name another page for it',
  'heading/level-by-look': 'its level was told by its look alone, not by a number or the contents',
  'heading/alone': 'only its setting says that it is a heading',
  'heading/out-of-sequence': 'its number does not go on from the one before',
  'heading/reads-like-text': 'it reads like running text or a label',
  'paragraph/starts-within': 'it begins as if a sentence went on from elsewhere',
  'paragraph/ends-openly': 'it ends without a stop',
  'paragraph/start-unmarked': 'nothing but a stop parts it from the text above',
  'paragraph/end-unmarked': 'nothing but a stop parts it from the text below',
  'paragraph/joined-short-line': 'a line inside it ends early, yet it was taken to go on',
  'paragraph/joined-after-stop': 'it was joined where a sentence ends at the end of a line, page or column',
  'table/structure': 'neither rules nor white space tell where all of its cells end',
  'table/no-header': 'no row was found that heads its columns',
  'listing/one-line': 'it is one line alone, which may belong to the text around it',
  'exhibit/no-caption': 'no numbered caption says that it is one',
  'exhibit/out-of-sequence': 'its number does not go on from the one before',
  'part/unsure': 'something inside it is unsure',
  'page/recognised': 'its text was recognised from a picture',
  'page/read-simply': 'a stage failed here, so it was read in a simpler way',
  'page/glyphs-missing': 'some of its glyphs stand for no known character and are left out',
  'page/picture-only': 'it is a picture without text',
  'page/set-aside-once':
    'text was set aside as a running head or watermark though it stands but once or twice',
} as const satisfies Record<string, string>;

export type DoubtId = keyof typeof DOUBTS;

/** Sure where nothing is doubted; what is called sure is right in 99 of 100 cases (docs/confidence.md). */
export type Confidence = 'sure' | 'unsure';

/** What a reader thinks of its own work on a block or a page. A reader that does not judge itself leaves it out. */
export interface Judged {
  readonly confidence?: Confidence;
  /** Why it is unsure; absent where it is sure. */
  readonly doubts?: readonly DoubtId[];
}

/** The fields for some doubts, each named once; none means sure. */
export function judgedBy(doubts: readonly DoubtId[]): Judged {
  return doubts.length === 0
    ? { confidence: 'sure' }
    : { confidence: 'unsure', doubts: [...new Set(doubts)] };
}
