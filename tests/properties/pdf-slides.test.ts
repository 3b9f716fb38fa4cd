import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderBoxes } from '../../scripts/ingest/readers/pdf/slides/order-boxes.ts';
import { line } from '../support/pdf-page-content.ts';

const place = fc.record({
  x: fc.integer({ min: 0, max: 900 }),
  y: fc.integer({ min: 0, max: 500 }),
  length: fc.integer({ min: 1, max: 20 }),
  size: fc.constantFrom(10, 16, 28),
});

describe('orderBoxes', () => {
  it('ends, and puts each line into one box, wherever lines stand', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 60 }), (places) => {
        const lines = places.map(({ x, y, length, size }) => line('效'.repeat(length), x, y, { size }));
        const ordered = orderBoxes(lines).flatMap((box) => box.lines.map(({ id }) => id));
        expect(ordered.toSorted((a, b) => a - b)).toEqual(lines.map(({ id }) => id).sort((a, b) => a - b));
      }),
    );
  });

  it('gives the same order whatever order the lines come in', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (places, numbers) => {
        const lines = places.map(({ x, y, length, size }) => line('效'.repeat(length), x, y, { size }));
        const keys = new Map(lines.map(({ id }) => [id, numbers.next().value ?? 0]));
        const shuffled = lines.toSorted((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0));
        const idsOf = (list: typeof lines) => orderBoxes(list).map((box) => box.lines.map(({ id }) => id));
        expect(idsOf(shuffled)).toEqual(idsOf(lines));
      }),
    );
  });
});
