/** A file of the built site, by its path with `/`. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: number;
}

/** What a copy on a reader's device holds. */
export interface OfflineFiles<File extends SiteFile> {
  /** What pages of all reports need: scripts, search, the pages that belong to no report. */
  readonly shared: readonly File[];
  /** Pages and pictures, by report. */
  readonly byReport: ReadonlyMap<string, readonly File[]>;
}

/** Pages that repeat what others hold, or that only lead on. */
const LEFT_OUT = /^(?:[^/]+\/)?print\//u;
const SHARED = /(?:\.(?:html|js|css|svg|webmanifest)|^icons\/[^/]+\.png)$/u;
/** What a quotation is made of, a few hundred bytes each. */
const REFERENCE = /\/cite\/[^/]+\.json$/u;
/** Written beside the pages for the service worker itself. */
const OF_WORKER = /(?:^|\/)(?:sw|offline-files)\.js$/u;

/**
 * Chooses what is kept for reading offline: all pages with their pictures and references, the scripts and the whole index of the search. Files
 * to take away (PDF, EPUB, Markdown, cards) are not part of it: who wants one has it by downloading it.
 */
export function chooseFiles<File extends SiteFile>(
  files: readonly File[],
  reports: readonly string[],
): OfflineFiles<File> {
  const wanted = files.filter(({ path }) => !LEFT_OUT.test(path) && !OF_WORKER.test(path));
  const reportOf = (path: string): string | undefined => {
    const [first = '', ...rest] = path.split('/');
    return rest.length > 0 && reports.includes(first) ? first : undefined;
  };
  const shared = wanted.filter(
    ({ path }) => reportOf(path) === undefined && (SHARED.test(path) || path.startsWith('pagefind/')),
  );
  const byReport = reports.map((report) => {
    const own = wanted.filter(
      ({ path }) =>
        reportOf(path) === report &&
        (path.endsWith('.html') || REFERENCE.test(path) || path.startsWith(`${report}/assets/`)),
    );
    return [report, own] as const;
  });
  return { shared, byReport: new Map(byReport) };
}
