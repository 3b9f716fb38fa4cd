/** Marks the section that is being read in a list of links to the page's headings. */
class ContentsSpy extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
    const mark = (): void => {
      const line = innerHeight / 3;
      const current = headings.findLastIndex(
        (heading) => heading !== null && heading.getBoundingClientRect().top <= line,
      );
      for (const [index, link] of links.entries()) {
        if (index === current) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
    };
    let waiting = false;
    const schedule = (): void => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => ((waiting = false), mark()));
    };
    addEventListener('scroll', schedule, { passive: true });
    mark();
  }
}

customElements.define('contents-spy', ContentsSpy);

// The menu of a phone closes once a place was chosen.
for (const menu of document.querySelectorAll<HTMLDetailsElement>('[data-contents-menu]')) {
  menu.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}

export {};
