/** Every rule id of ingest, with what is good about the state that it names. Ids are permanent. */
export const RULES = {
  'article/is-an-article': 'The file is a Markdown export or a saved WeChat page with a title and text.',
  'article/has-viewpoints': 'The article lists core viewpoints (核心观点), numbered from 1 without a gap.',
  'article/has-contents': 'The article lists the contents of the report.',
  'article/is-complete': 'The article runs to its release note; nothing is cut off.',
  'article/matches-report': 'The article is about the report that report.yaml names.',
  'pdf/is-a-pdf': 'The file holds %PDF- within its first 1,024 bytes.',
  'pdf/readable': 'The file is whole: its pages can be found and opened.',
  'pdf/not-encrypted': 'The file opens without a password.',
  'pdf/within-limits': 'The file stays within the limits of pages, time and memory.',
  'pdf/has-text-layer': 'The pages hold text, not only pictures of it.',
  'pdf/recognition-available':
    'The packages that recognise characters are installed, where --ocr asks for them.',
  'pdf/text-recoverable': 'The text layer maps to real characters.',
  'pdf/is-a-report': 'The file has the parts of a report: cover, contents, chapters.',
  'pdf/contents-match': 'Every line of the contents pages has its heading on the page that it names.',
  'pdf/read-in-full': 'No stage failed on a part of the file; none had to be read in a simpler way.',
  'pdf/accounted': 'Every glyph run of the file ends in exactly one place.',
  'pdf/table-structure': 'The rows and columns of a table are certain.',
  'pdf/matches-report': 'The PDF is the one that report.yaml names by its SHA-256.',
  'pdf/downloadable': 'The official PDF can be fetched from the address in report.yaml.',
  'report/is-valid': 'report.yaml has the fields that its schema asks for.',
  'report/has-source': 'The report has an article or a PDF to be read.',
  'report/written-by-ingest':
    'The files that ingest writes are as it wrote them; people correct in overrides.yaml.',
  'report/viewpoints-placed': 'Every viewpoint has a chapter, matched by its text and checked by hand.',
  'overrides/apply': 'Every human correction in overrides.yaml finds the text that it corrects.',
  'permalinks/kept': 'Every address once published still leads to its content.',
} as const satisfies Record<string, string>;

export type RuleId = keyof typeof RULES;

/** Thrown only where a source is unusable; what is on disk then stays as it was. */
export class IngestError extends Error {
  readonly code: RuleId;
  /** What to do about it, as a full sentence. */
  readonly hint: string;

  constructor(code: RuleId, message: string, hint: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'IngestError';
    this.code = code;
    this.hint = hint;
  }
}
