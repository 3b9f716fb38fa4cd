import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../scripts/ingest/readers/pdf/build-document.ts';
import { NO_FACTS } from '../../scripts/ingest/readers/pdf/glyphs/file-facts.ts';
import {
  across,
  down,
  filled,
  pageOf,
  path,
  picture,
  prose,
  regionsOf,
  words,
  type Drawing,
} from '../support/drawn-page.ts';

const SOURCE = { kind: 'pdf', sha256: '0'.repeat(64), pageCount: 2 } as const;

/** Places on a grid, so that rules and boxes often meet, and text often stands in several of them. */
const left = fc.constantFrom(90, 110, 200, 300, 400);
const top = fc.integer({ min: 4, max: 36 }).map((row) => 20 * row);
const size = fc.constantFrom(20, 40, 100, 200, 415);

const text = fc.oneof(
  top.map(prose),
  fc
    .record({ x: left, y: top, said: fc.constantFrom('城市', '数值12', '某项指标的说明') })
    .map(({ said, x, y }) => words(said, x, y)),
  fc
    .record({ x: left, y: top, said: fc.constantFrom('fill(list)', 'if items:', 'exit library') })
    .map(({ said, x, y }) => ({ ...words(said, x, y), font: 'Even' })),
  fc
    .record({
      x: left,
      y: top,
      said: fc.constantFrom('表 1 各地数值', '图 1 各地走势', '资料来源：整理', '注：估算'),
    })
    .map(({ said, x, y }) => words(said, x, y)),
);

const drawing: fc.Arbitrary<Drawing> = fc.record({
  text: fc.array(text, { maxLength: 40 }),
  rulings: fc.array(
    fc.oneof(
      fc.tuple(top, left, size).map(([at, from, length]) => across(at, from, from + length)),
      fc.tuple(left, top, size).map(([at, from, length]) => down(at, from, from + length)),
    ),
    { maxLength: 20 },
  ),
  boxes: fc.array(
    fc.tuple(left, top, size, size).map(([x, y, width, height]) => filled(x, y, width, height)),
    { maxLength: 8 },
  ),
  images: fc.array(
    fc.tuple(left, top, size, size).map(([x, y, width, height]) => picture(x, y, width, height)),
    { maxLength: 2 },
  ),
  paths: fc.array(
    fc.tuple(left, top, size, size).map(([x, y, width, height]) => path(x, y, width, height)),
    { maxLength: 15 },
  ),
});

const pages = fc.array(drawing, { minLength: 1, maxLength: 3 });

describe('regions', () => {
  it('share no text, wherever text, rules, boxes and pictures stand', () => {
    fc.assert(
      fc.property(pages, (drawings) => {
        const ids = regionsOf(...drawings).regions.flatMap(({ runIds }) => [...runIds]);
        expect(ids).toHaveLength(new Set(ids).size);
      }),
      { numRuns: 300 },
    );
  });

  it('say every character once', () => {
    fc.assert(
      fc.property(pages, (drawings) => {
        const drawn = drawings.map((each, index) => pageOf(each, index + 1));
        const { audit } = buildDocument({ pages: drawn, facts: NO_FACTS }, SOURCE);
        expect(audit).toMatchObject({ lost: 0, invented: 0 });
      }),
      { numRuns: 100 },
    );
  });
});
