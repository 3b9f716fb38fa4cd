import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { openBuiltSearch } from '../support/index-folder.ts';
import { phrasesOf, plain } from '../support/plain-search.ts';

const LONGEST_PHRASE = 8;

interface ShownPassage {
  /** Address and id. */
  readonly place: string;
  readonly text: string;
}

/** Every passage of a page as the browser shows it: the truth that the index is held against. */
async function shownPassages(page: Page, address: string, url: string): Promise<readonly ShownPassage[]> {
  await page.goto(address);
  return page.evaluate((path) => {
    if (document.querySelector('main[data-index]') === null) return [];
    return [...document.querySelectorAll<HTMLElement>('main [data-passage]')].map((passage) => {
      const copy = passage.cloneNode(true) as HTMLElement;
      for (const part of copy.querySelectorAll('[data-search-ignore], [data-passage], button, svg, script'))
        part.remove();
      const id = passage.id || (passage.closest('[id]')?.id ?? '');
      return { place: `${path}#${id}`, text: copy.textContent };
    });
  }, url);
}

test('every phrase of 1 to 8 characters on any page of two reports leads to every passage that holds it, and to no other', async ({
  page,
  twoReports,
}) => {
  await page.goto(`${twoReports.url}search/`);
  const links = await page
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const addresses = [...new Set(links.map((link) => link.replace(/[?#].*$/u, '')))].filter((link) =>
    link.startsWith(twoReports.url),
  );
  const passages: ShownPassage[] = [];
  for (const address of addresses)
    passages.push(...(await shownPassages(page, address, address.slice(twoReports.url.length))));
  expect(passages.length).toBeGreaterThan(50);

  const engine = await openBuiltSearch(twoReports.folder);
  const texts = passages.map(({ place, text }) => ({ place, text: plain(text) }));
  const wrong: string[] = [];
  const phrases = phrasesOf(
    passages.map(({ text }) => text),
    LONGEST_PHRASE,
  );
  for (const phrase of phrases) {
    const { results } = await engine.search({ text: `"${phrase}"`, filters: {}, offset: 0, limit: 10_000 });
    const found = results.filter(({ match }) => match === 'exact').map(({ url, id }) => `${url}#${id}`);
    const expected = texts.filter(({ text }) => text.includes(phrase)).map(({ place }) => place);
    if (found.sort().join() !== expected.sort().join())
      wrong.push(`${phrase}: ${found.join(' ')} not ${expected.join(' ')}`);
  }
  console.log(
    `Search on the built site: ${phrases.length} phrases of ${passages.length} passages tried, ${wrong.length} wrong.`,
  );
  expect(wrong.slice(0, 10)).toEqual([]);
}, 240_000);
