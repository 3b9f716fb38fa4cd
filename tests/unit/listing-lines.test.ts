import { expect, it } from 'vitest';
import { trimBetweenLines } from '../../src/lib/listing-lines.ts';

const line = (text: string): string => `<span class="listing-line">${text}</span>`;

it('leaves one line end between the lines of a listing, and their own spaces', () => {
  expect(trimBetweenLines(`\n ${line('a')}\n\n${line('    b  c')}${line('')} ${line('d')}\n`)).toBe(
    [line('a'), line('    b  c'), line(''), line('d')].join('\n'),
  );
});
