/** Shows the link to the top once the first screen is left behind. */
export function registerBackToTop(): void {
  const link = document.querySelector<HTMLElement>('[data-back-to-top]');
  if (!link) return;
  const update = (): void => {
    link.hidden = scrollY < innerHeight;
  };
  addEventListener('scroll', update, { passive: true });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    scrollTo({ top: 0 });
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  });
  update();
}
