import { describe, expect, test } from 'vitest';
import { describeResults } from '../../scripts/mutate/describe-results.ts';
import { parseKnownSurvivors, sortSurvivors } from '../../scripts/mutate/known-survivors.ts';
import type { Mutant, MutantResult, Verdict } from '../../scripts/mutate/mutant.ts';
import { sampleMutants } from '../../scripts/mutate/sample-mutants.ts';

const mutant = (line: number, change = '2 → 4'): Mutant => ({
  file: 'src/a.ts',
  start: line,
  end: line + 1,
  replacement: '4',
  change,
  line,
  source: `const LIMIT_${line} = 2;`,
});
const result = (of: Mutant, verdict: Verdict): MutantResult => ({ mutant: of, verdict });
const entry = (of: Mutant) => ({
  file: of.file,
  source: of.source,
  change: of.change,
  reason: 'Equivalent.',
});

describe('survivors', () => {
  test('that are named with a reason stand apart from the others', () => {
    const [first, second] = [mutant(1), mutant(2)];
    const results = [result(first, 'survived'), result(second, 'survived')];
    const { unknown, known, outdated } = sortSurvivors(results, [first, second], [entry(second)]);
    expect(unknown).toEqual([first]);
    expect(known).toEqual([[second, entry(second)]]);
    expect(outdated).toEqual([]);
  });

  test('are found again by their source line when it has moved', () => {
    const moved = { ...mutant(1), line: 70 };
    expect(sortSurvivors([result(moved, 'survived')], [moved], [entry(mutant(1))]).unknown).toEqual([]);
  });

  test.each<[string, Mutant, Verdict]>([
    ['is noticed by now', mutant(1), 'killed'],
    ['never ends by now', mutant(1), 'timeout'],
    ['has another source line', mutant(2), 'survived'],
    ['is another change', mutant(1, '2 → 1'), 'survived'],
  ])('whose entry is outdated are told: it %s', (_, ran, verdict) => {
    const { outdated } = sortSurvivors([result(ran, verdict)], [ran], [entry(mutant(1))]);
    expect(outdated).toEqual([entry(mutant(1))]);
  });

  test('that a sample left out, or that lie in other files, are not called outdated', () => {
    const [first, second] = [mutant(1), mutant(2)];
    const elsewhere = { ...entry(first), file: 'src/b.ts' };
    const { outdated } = sortSurvivors(
      [result(first, 'killed')],
      [first, second],
      [entry(second), elsewhere],
    );
    expect(outdated).toEqual([]);
  });

  test('need a reason in their file, which may be empty', () => {
    expect(parseKnownSurvivors('# none\n')).toEqual([]);
    expect(() => parseKnownSurvivors('- { file: a.ts, source: x, change: y }')).toThrow(/reason/u);
  });
});

describe('the report', () => {
  test('counts for each file, shows survivors with their line, and ends with the share of all', () => {
    const [first, second, third] = [mutant(1), mutant(2), mutant(3)];
    const results = [result(first, 'killed'), result(second, 'survived'), result(third, 'timeout')];
    expect(describeResults('src', results, { unknown: [second], known: [], outdated: [] })).toBe(
      [
        'src/a.ts: 2 of 3 noticed (66 %, 1 by never ending)',
        '  src/a.ts:2  2 → 4',
        '      const LIMIT_2 = 2;',
        '',
        'src: 2 of 3 noticed (66 %, 1 by never ending)',
        '',
      ].join('\n'),
    );
  });

  test('gives the reason of a survivor that stays, and names entries to take out', () => {
    const of = mutant(1);
    const sorted = { unknown: [], known: [[of, entry(of)]] as const, outdated: [entry(mutant(2))] };
    const text = describeResults('src', [result(of, 'survived')], sorted);
    expect(text).toContain('src/a.ts:1  2 → 4  (Equivalent.)');
    expect(text).toContain('take them out:\n  src/a.ts  2 → 4  in  const LIMIT_2 = 2;');
    expect(text).toContain('src: 0 of 1 noticed (0 %), 1 stay for a reason');
  });
});

describe('a sample', () => {
  const all = Array.from({ length: 40 }, (_, at) => at);
  test('is the same for the same seed, another for another, and stays in order', () => {
    expect(sampleMutants(all, 9, 1)).toEqual(sampleMutants(all, 9, 1));
    expect(sampleMutants(all, 9, 1)).not.toEqual(sampleMutants(all, 9, 2));
    expect(sampleMutants(all, 9, 1)).toEqual(sampleMutants(all, 9, 1).toSorted((a, b) => a - b));
    expect(sampleMutants(all, 9, 1).length).toBe(9);
  });

  test('is everything where less is there than was asked for', () => {
    expect(sampleMutants(all, 100, 1)).toEqual(all);
  });
});
