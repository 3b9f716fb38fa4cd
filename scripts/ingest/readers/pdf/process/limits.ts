/** What a report PDF may cost. A file that asks for more ends in `pdf/within-limits`, never in a hang. */

const MEBIBYTE = 1024 * 1024;

/** Bytes. The largest reports of the genre, full of photographs, are around 60 MB. */
export const MAX_FILE_BYTES = 256 * MEBIBYTE;

/** Reports have 30 to 300 pages, yearbooks up to 1,000; failure file `ten-thousand-pages`. */
export const MAX_PAGES = 1500;

/** Pixels of one picture: A3 at 600 dpi has 70 million; failure file `bomb-image` has 1,600 million. */
export const MAX_IMAGE_PIXELS = 80_000_000;

/**
 * Milliseconds of computing (CPU time of the reading process, never the clock of a busy machine) between two signs of
 * life. A page takes 30 to 300, a heavy vector map some thousands; failure files `bomb-content-stream` and
 * `bomb-nested-forms` never answer.
 */
export const MAX_SILENCE_MS = 15_000;

/** Milliseconds of computing for the whole file: `MAX_PAGES` pages at 0.4 s. */
export const MAX_TOTAL_MS = 600_000;

/** Milliseconds by the clock in which a reading process computes nothing: it waits for what never comes. */
export const MAX_IDLE_MS = 60_000;

/**
 * Bytes of resident memory of the reading process. 150 pages take 400 MB at most; what unpacks to more than
 * this is not a report.
 */
export const MAX_RESIDENT_BYTES = 1280 * MEBIBYTE;

/** Mebibytes of JavaScript heap, inside the resident limit, so that garbage is collected before the limit. */
export const MAX_HEAP_MEBIBYTES = 1024;

/**
 * Pixels of one picture while text is read: larger ones are not decoded, which takes most of the time of a report full of
 * photographs; only their place is needed. A mask of a few pixels is a filled rectangle and still wanted.
 */
export const READING_IMAGE_PIXELS = 64;

/**
 * Mebibytes of the young part of the heap. Node would let it grow to 64, twice over, while pages stream through: 168 pages
 * then peak at 437 MiB, with 8 at 302 MiB, in the same time.
 */
export const MAX_YOUNG_HEAP_MEBIBYTES = 8;

/**
 * Pixels of one picture where text may lie under it: an A4 page at 400 dpi has 15 million. What is larger stays undecoded, and
 * is taken to hide nothing.
 */
export const COVER_IMAGE_PIXELS = 16_000_000;
