import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../scripts/ingest/model/document.ts';
import { ALL_PRINTED, plainText, textOf } from '../../scripts/ingest/model/text-of.ts';
import {
  inlinesOf,
  mapBlocks,
  mapInlines,
  visitBlocks,
  visitInlines,
} from '../../scripts/ingest/model/walk.ts';
import { inventedPdf } from '../support/invented-blocks.ts';

const RUNS = { numRuns: 200 };
const body = inventedPdf.map((document) => document.body);

/** Every object of plain data in which something holds, found without knowing what kinds of block there are. */
function objectsIn(data: unknown, holds: (object: object) => boolean): readonly object[] {
  if (typeof data !== 'object' || data === null) return [];
  const inside = Object.values(data).flatMap((value) => objectsIn(value, holds));
  return holds(data) ? [data, ...inside] : inside;
}

const isBlock = (object: object): boolean => 'origins' in object;
const isInline = (object: object): boolean => 'type' in object && !isBlock(object);
const withoutOrigins = (key: string, value: unknown): unknown => (key === 'origins' ? undefined : value);

/** Every string that is printed, in no order. */
function printedStrings(blocks: readonly Block[]): readonly string[] {
  const data: unknown = JSON.parse(JSON.stringify(blocks, withoutOrigins));
  return objectsIn(data, () => true).flatMap((object) =>
    Object.entries(object).flatMap(([key, value]) =>
      ['value', 'number', 'marker'].includes(key) && typeof value === 'string' ? [value] : [],
    ),
  );
}

const sorted = (text: string): string => [...text].sort().join('');

describe('walking blocks', () => {
  it('meets every block once, those around before those inside', () => {
    fc.assert(
      fc.property(body, (blocks) => {
        const met: Block[] = [];
        visitBlocks(blocks, (block) => met.push(block));
        expect(met.length).toBe(new Set(met).size);
        expect(met).toEqual(objectsIn(blocks, isBlock));
      }),
      RUNS,
    );
  });

  it('meets every inline once, in reading order', () => {
    fc.assert(
      fc.property(body, (blocks) => {
        const met: Inline[] = [];
        for (const block of blocks) visitInlines(inlinesOf(block), (inline) => met.push(inline));
        expect(met).toEqual(objectsIn(blocks, isInline));
      }),
      RUNS,
    );
  });

  it('changes nothing where nothing is to be changed', () => {
    fc.assert(
      fc.property(body, (blocks) => {
        expect(mapBlocks(blocks, {})).toEqual(blocks);
        const same = { block: (block: Block) => block, inlines: (inlines: readonly Inline[]) => inlines };
        expect(mapBlocks(blocks, same)).toEqual(blocks);
        expect(mapBlocks(blocks, { inlines: (inlines) => mapInlines(inlines, () => null) })).toEqual(blocks);
      }),
      RUNS,
    );
  });

  it('changes every block and every text', () => {
    fc.assert(
      fc.property(body, (blocks) => {
        const marked = mapBlocks(blocks, {
          block: (block) => ({ ...block, origins: [] }),
          inlines: (inlines) =>
            mapInlines(inlines, (inline) => (inline.type === 'text' ? [{ type: 'text', value: '※' }] : null)),
        });
        expect(objectsIn(marked, isBlock)).toHaveLength(objectsIn(blocks, isBlock).length);
        expect(JSON.stringify(marked)).not.toContain('"kind":"pdf"');
        const values = JSON.stringify(marked).match(/"value":"[^"]*"/gu) ?? [];
        expect(new Set(values)).toEqual(new Set(['"value":"※"']));
      }),
      RUNS,
    );
  });
});

describe('the text of blocks', () => {
  it('is that of all their inlines, one after the other, without numbers and markers', () => {
    fc.assert(
      fc.property(body, (blocks) => {
        const counted = { ...ALL_PRINTED, number: false, marker: false };
        expect(textOf(blocks, { counted, betweenCells: '' })).toBe(
          blocks.map((block) => plainText(inlinesOf(block))).join(''),
        );
      }),
      RUNS,
    );
  });

  it('holds everything that is printed once', () => {
    fc.assert(
      fc.property(body, (blocks) => {
        const text = textOf(blocks, { counted: ALL_PRINTED, betweenCells: '' });
        expect(sorted(text)).toBe(sorted(printedStrings(blocks).join('')));
      }),
      RUNS,
    );
  });
});
