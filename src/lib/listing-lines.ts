/** Where a line begins (see `Line.astro`), with all white space before it. */
const LINE_START = /(?<!\s)\s*(?=<span class="listing-line")/gu;

/** The HTML of the lines of a listing with one line end between two: what stands between elements counts in `pre`. */
export function trimBetweenLines(html: string): string {
  return html.trim().replaceAll(LINE_START, '\n').slice(1);
}
