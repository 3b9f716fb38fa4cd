/** Figures, tables and notes of a chapter; each part loads only where the chapter has such a thing. */
if (document.querySelector('data-table')) void import('./tables/sort-columns.ts');
if (document.querySelector('[data-zoom]')) void import('./figures/register-zoom.ts');
if (document.querySelector('[data-note]')) void import('./note-popover.ts');
export {};
