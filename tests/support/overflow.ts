import type { Page } from 'playwright-core';

export interface Overflow {
  /** How far the page goes beyond its window, in CSS pixels. */
  readonly pixels: number;
  /** What sticks out, at most three elements. */
  readonly culprits: readonly string[];
}

/** What a page that never scrolls sideways measures. */
export const NO_OVERFLOW: Overflow = { pixels: 0, culprits: [] };

/** Measures how far a page goes beyond its window; what scrolls by itself does not count. */
export function measureOverflow(page: Page): Promise<Overflow> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const isClipped = (element: Element): boolean => {
      for (let parent = element.parentElement; parent; parent = parent.parentElement) {
        if (getComputedStyle(parent).overflowX !== 'visible') return true;
      }
      return false;
    };
    const culprits = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1 && !isClipped(element))
      .map((element) => element.outerHTML.slice(0, 100));
    return { pixels: scrollWidth - clientWidth, culprits: culprits.slice(0, 3) };
  });
}
