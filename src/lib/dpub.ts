/** Roles of DPUB-ARIA 1.1, which Astro's attribute types do not list: to be spread into an element. */
export const DPUB = {
  noteReference: { role: 'doc-noteref' },
  backLink: { role: 'doc-backlink' },
  endNotes: { role: 'doc-endnotes' },
} as const;
