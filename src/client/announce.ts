/** Says `text` to screen readers through the page's one polite live region. */
export function announce(text: string): void {
  const region = document.querySelector('[data-announcer]');
  if (!region) return;
  region.textContent = '';
  // A region that gets the same text again is only read when it was empty in between.
  requestAnimationFrame(() => (region.textContent = text));
}
