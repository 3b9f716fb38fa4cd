import { expect, it } from 'vitest';
import { itemAt } from '../../src/lib/item-at.ts';

it('itemAt gives the item, and names the index where there is none', () => {
  expect([itemAt(['a', ''], 0), itemAt(['a', ''], 1), itemAt([0], 0)]).toEqual(['a', '', 0]);
  for (const index of [-1, 2, 0.5])
    expect(() => itemAt(['a', 'b'], index)).toThrow(`2 has no item ${index}.`);
});
