import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../src/lib/typeset/break-lines.ts';
import { placeLine } from '../../src/lib/typeset/place-line.ts';
import { unitsOf } from '../../src/lib/typeset/unit.ts';

const RUNS = { numRuns: 200 };
const part = fc.constantFrom(
  ...Array.from('一二三甲乙，。、；：！？（）《》“”‘’「」·%～年 '),
  ...['2024', '45.5', 'GPT-4', 'a', 'architecture', '——', '……', '’', '①', '👩‍🔬', 'é', '（2024年）'],
);
const text = fc.array(part, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));
const width = fc.integer({ min: 3, max: 20 });
const manner = fc.constantFrom('justified' as const, 'balanced' as const);
const bare = (written: string): string => written.replaceAll(/\s/gu, '');

describe('any text, in lines of any width', () => {
  it('keeps every character, in order', () => {
    fc.assert(
      fc.property(text, width, manner, (written, ems, how) => {
        const units = unitsOf([{ text: written, strong: false }], (word) => word.length / 2, ems);
        const placed = breakLines(units, ems, how).flatMap((line) => placeLine(units, line, ems));
        expect(bare(placed.map((each) => each.text).join(''))).toBe(bare(written));
      }),
      RUNS,
    );
  });

  it('begins no line with a mark that closes, and ends none with one that opens', () => {
    fc.assert(
      fc.property(text, width, manner, (written, ems, how) => {
        const units = unitsOf([{ text: written, strong: false }], (word) => word.length / 2, ems);
        for (const { from, to } of breakLines(units, ems, how)) {
          if (from > 0) expect(units[from]!.kind).not.toBe('closing');
          if (to < units.length) expect(units[to - 1]!.kind).not.toBe('opening');
        }
      }),
      RUNS,
    );
  });
});
