import { describe, expect, test } from 'vitest';
import { findMutants } from '../../scripts/mutate/find-mutants.ts';
import { mutatedText } from '../../scripts/mutate/mutant.ts';

const changes = (source: string): readonly string[] =>
  findMutants('sample.ts', source).map(({ change }) => change);

describe('a mutation run changes', () => {
  test.each([
    ['a number to its double and its half', 'const WEIGHT = 0.4;', ['0.4 → 0.8', '0.4 → 0.2']],
    ['0 and 1 to each other', 'const pair = [0, 1];', ['0 → 1', '1 → 0']],
    ['a comparison at its boundary and to its contrary', 'const is = a < b;', ['< → <=', '< → >=']],
    ['equality to its contrary', 'const is = a === b;', ['=== → !==']],
    ['"and" to "or"', 'const is = a && b;', ['&& → ||']],
    ['"or" to "and"', 'const is = a || b;', ['|| → &&']],
    ['plus to minus', 'const sum = a + b;', ['+ → -']],
    ['a step upward to one downward', 'sum += step;', ['+= → -=']],
    ['times to divided by', 'const product = a * b;', ['* → /']],
    ['the greatest to the least', 'const most = Math.max(a, b);', ['max → min']],
    ['any to all', 'const is = list.some(isGood);', ['some → every']],
    ['a negation by dropping it', 'const is = !isGood;', ['!isGood → isGood']],
    ['a filter by leaving it out', 'const kept = list.filter(isGood);', ['list.filter(isGood) → list']],
    ['the condition of an if to both constants', 'if (isGood) act();', ['isGood → true', 'isGood → false']],
    ['the condition of a loop to false only', 'while (isGood) act();', ['isGood → false']],
    ['the condition of a choice', 'const x = isGood ? a : b;', ['isGood → true', 'isGood → false']],
    ['a member of a string union that is returned', "const kind = () => 'near';", ["'near' → 'mutated'"]],
    [
      'each branch that is returned',
      "function kind() { return isGood ? 'near' : 'far'; }",
      ['isGood → true', 'isGood → false', "'near' → 'mutated'", "'far' → 'mutated'"],
    ],
  ])('%s', (_, source, expected) => {
    expect(changes(source)).toEqual(expected);
  });
});

describe('a mutation run leaves alone', () => {
  test.each([
    ['imports', "import { a } from './b.ts';"],
    ['types', 'type Level = 1 | 2; interface Named { level: 3 } let level: 4 | 5;'],
    ['documentation', '/** At most 5, or 6 && 7. */\nconst a = b;'],
    ['errors', 'if_: throw new RangeError(`Longer than ${limit + 5}.`);'],
    ['sentences for people', 'const said = { reason: `At ${page + 2}.` };'],
    ['printing', 'process.stdout.write(`${a + b} of ${c * 2}`);'],
    ['the first and the next of a list', 'const pair = [list[0], list[1], list.at(-1)];'],
    ['text put together', "const text = 'a' + b + 'c';"],
    ['sentences that are returned', "const said = () => 'Nothing was found.';"],
    ['tests of a kind of value', "const is = typeof a === 'string';"],
  ])('%s', (_, source) => {
    expect(changes(source)).toEqual([]);
  });

  test('0 beside a length, and 1 that is added: their operators are changed', () => {
    expect(changes('const is = list.length > 0;')).toEqual(['> → >=', '> → <=']);
    expect(changes('const next = at + 1;')).toEqual(['+ → -']);
  });
});

describe('a mutant', () => {
  test('says where it is and what it makes of the source', () => {
    const source = 'const a = 3;\n  if (b < a) act();\n';
    const mutant = findMutants('src/sample.ts', source).find(({ change }) => change === '< → <=')!;
    expect(mutant).toMatchObject({ file: 'src/sample.ts', line: 2, source: 'if (b < a) act();' });
    expect(mutatedText(source, mutant)).toBe('const a = 3;\n  if (b <= a) act();\n');
  });

  test('can be told from the same change of the same line', () => {
    expect(changes('const sum = a + b + c;')).toEqual(['+ → -', '+ → - (2)']);
    expect(
      changes('if (a < b) f();\nif (a < b) f();').filter((change) => change.startsWith('< → <=')),
    ).toEqual(['< → <=', '< → <= (2)']);
  });

  test('keeps a long change to one line of bearable length', () => {
    const source = `const kept = list\n${'  .map(next)\n'.repeat(20)}  .filter(isGood);`;
    const [mutant] = findMutants('sample.ts', source);
    expect(mutant!.change).not.toContain('\n');
    expect(mutant!.change.length).toBeLessThan(120);
  });
});
