/**
 * Roles of DPUB-ARIA 1.1, to be spread into an element: Astro's attribute types do not list them, so they are typed as
 * plain attributes.
 */
type Attributes = Readonly<Record<string, string>>;

const noteReference: Attributes = { role: 'doc-noteref' };
const backLink: Attributes = { role: 'doc-backlink' };
const endNotes: Attributes = { role: 'doc-endnotes' };

export const DPUB = { noteReference, backLink, endNotes };
