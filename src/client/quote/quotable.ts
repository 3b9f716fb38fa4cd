/** What the tools are for: passages, figures, tables and notes with an address of their own. */
export const QUOTABLE = '[data-passage][id]';
