import { expect, it } from 'vitest';
import { itemAt } from '../../scripts/ingest/model/item-at.ts';

it('gives the item at a place, from the end where the place is negative', () => {
  expect([itemAt(['a', 'b'], 0), itemAt(['a', 'b'], 1), itemAt(['a', 'b'], -1)]).toEqual(['a', 'b', 'b']);
});

it.each([2, -3])('names the place %i where there is none', (index) => {
  expect(() => itemAt(['a', 'b'], index)).toThrow(`No item at ${String(index)} in a list of 2.`);
});
