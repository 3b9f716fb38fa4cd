import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignPassages } from '../../scripts/ingest/transforms/align-passages.ts';

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

/** Pairs of two rows of letters, where equal letters gain as much as `worth` says, 1 unless it says so. */
function align(now: string, before: string, worth: Readonly<Record<string, number>> = {}): string {
  const gap = { targets: range(now.length), entries: range(before.length) };
  const gain = (target: number, entry: number): number =>
    now[target] === before[entry] ? (worth[now[target]!] ?? 1) : -1;
  return [...alignPassages(gap, gain)]
    .toSorted(([first], [second]) => first - second)
    .map(([target, entry]) => `${target}:${entry}`)
    .join(' ');
}

describe('passages in the same order', () => {
  it('are paired over what was added and left out', () => {
    expect(align('axbc', 'abyc')).toBe('0:0 2:1 3:3');
    expect(align('', 'abc')).toBe('');
    expect(align('abc', '')).toBe('');
  });

  it('where two have changed places, the one that is worth more is paired', () => {
    expect(align('ab', 'ba', { a: 2 })).toBe('0:1');
    expect(align('ab', 'ba', { b: 2 })).toBe('1:0');
  });

  it('are not paired for nothing', () => {
    expect(align('a', 'a', { a: 0 })).toBe('');
    expect(align('a', 'a', { a: -1 })).toBe('');
  });

  it('are left alone where there are too many to compare', () => {
    const [targets, entries] = [range(5001), range(5000)];
    expect(alignPassages({ targets, entries }, () => 1).size).toBe(0);
  });

  it('keep their order, each in one pair, with the greatest sum that there is', () => {
    const row = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    const longest = (first: string, second: string): number => {
      if (first === '' || second === '') return 0;
      const skip = Math.max(longest(first.slice(1), second), longest(first, second.slice(1)));
      return first[0] === second[0] ? Math.max(skip, 1 + longest(first.slice(1), second.slice(1))) : skip;
    };
    fc.assert(
      fc.property(row, row, (now, before) => {
        const pairs = align(now, before)
          .split(' ')
          .filter(Boolean)
          .map((pair) => pair.split(':').map(Number));
        const entries = pairs.map(([, entry]) => entry!);
        expect(entries).toEqual([...new Set(entries)].toSorted((first, second) => first - second));
        expect(pairs.length).toBe(longest(now, before));
      }),
    );
  });
});
