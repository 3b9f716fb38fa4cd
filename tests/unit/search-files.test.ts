import { describe, expect, test } from 'vitest';
import { decodeCbor } from '../../src/lib/search/cbor.ts';
import { readFold, writeFold } from '../../src/lib/search/fold.ts';
import {
  chunkFor,
  readChunk,
  readEntry,
  readMeta,
  withMagic,
  withoutMagic,
} from '../../src/lib/search/pagefind-files.ts';

const bytes = (hexadecimal: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hexadecimal.replaceAll(' ', ''), 'hex'));

describe('CBOR', () => {
  // The examples of RFC 8949, appendix A, as far as Pagefind writes such values.
  test.each([
    ['00', 0],
    ['01', 1],
    ['17', 23],
    ['18 18', 24],
    ['18 ff', 255],
    ['19 03e8', 1000],
    ['1a 000f4240', 1_000_000],
    ['1b 000000e8d4a51000', 1_000_000_000_000],
    ['20', -1],
    ['38 63', -100],
    ['f4', false],
    ['f5', true],
    ['f6', null],
    ['60', ''],
    ['64 49455446', 'IETF'],
    ['63 e6b0b4', '水'],
    ['80', []],
    ['83 01 02 03', [1, 2, 3]],
    ['83 01 82 02 03 82 04 05', [1, [2, 3], [4, 5]]],
    ['9f ff', []],
    ['9f 01 82 02 03 9f 04 05 ff ff', [1, [2, 3], [4, 5]]],
    ['82 19 03e8 02', [1000, 2]],
    ['82 1a 000f4240 02', [1_000_000, 2]],
    ['82 1b 0000000000000005 02', [5, 2]],
    [`98 19 ${'00 '.repeat(25)}`, Array.from({ length: 25 }, () => 0)],
  ])('%s', (written, value) => {
    expect(decodeCbor(bytes(written))).toEqual(value);
  });

  test('is read from its place in a larger buffer', () => {
    expect(decodeCbor(bytes('ff ff 18 2a ff').subarray(2, 4))).toBe(42);
  });

  test.each([
    ['nothing', ''],
    ['a list that ends too early', '83 01 02'],
    ['a number that ends too early', '19 03'],
    ['a map', 'a0'],
    ['bytes', '41 00'],
    ['a tag', 'c0 00'],
    ['a size that is reserved', '1c 0000000000000000'],
    ['undefined', 'f7'],
  ])('refuses %s', (_, written) => {
    expect(() => decodeCbor(bytes(written))).toThrow(SyntaxError);
  });

  test('refuses text that is no UTF-8', () => {
    expect(() => decodeCbor(bytes('61 ff'))).toThrow();
  });
});

describe('Pagefind’s files', () => {
  test('begin with a magic word', () => {
    expect(new TextDecoder().decode(withoutMagic(withMagic('水')))).toBe('水');
    expect(() => withoutMagic(new TextEncoder().encode('<!doctype html>'))).toThrow(SyntaxError);
    expect(() => withoutMagic(new Uint8Array())).toThrow(SyntaxError);
  });

  test('name their languages', () => {
    expect(readEntry('{"version":"1","languages":{"zh":{"hash":"zh_1"}}}').languages['zh']!.hash).toBe(
      'zh_1',
    );
    for (const wrong of ['null', '3', '{}', '"languages"', 'no JSON']) {
      expect(() => readEntry(wrong)).toThrow(SyntaxError);
    }
  });

  test('list records and chunks', () => {
    // [version, [[fragment, words]…], [[from, to, file]…]]
    const meta = readMeta(bytes('83 6131 81 82 6166 0c 81 83 6161 6162 6163'));
    expect(meta).toEqual({ records: [{ fragment: 'f', words: 12 }], chunks: [{ from: 'a', file: 'c' }] });
    for (const wrong of ['01', '82 6131 80', '83 6131 81 82 01 0c 80', '83 6131 81 82 6166 6166 80']) {
      expect(() => readMeta(bytes(wrong))).toThrow(SyntaxError);
    }
  });

  test('give records and positions as differences; a negative number is a weight', () => {
    // [[[word, [[step, [-weight, positions…]]…]]…]]
    const chunk = readChunk(bytes('81 81 82 63e6b0b4 82 82 03 83 20 00 05 82 02 82 02 04'));
    expect(chunk).toEqual(
      new Map([
        [
          '水',
          {
            records: [3, 5],
            positions: [
              [0, 5],
              [2, 6],
            ],
          },
        ],
      ]),
    );
  });

  test('hold a word in the last chunk that begins before it', () => {
    const meta = {
      records: [],
      chunks: [
        { from: 'b', file: '1' },
        { from: 'd', file: '2' },
      ],
    };
    expect(['a', 'b', 'c', 'd', 'z'].map((word) => chunkFor(meta, word))).toEqual([
      undefined,
      '1',
      '1',
      '2',
      '2',
    ]);
  });
});

describe('folding', () => {
  test('is written sorted and read again', () => {
    const fold = new Map([
      ['習', '习'],
      ['學', '学'],
      ['𠮟', '叱'],
    ]);
    expect(writeFold(fold)).toEqual({ from: '學習𠮟', to: '学习叱' });
    expect(readFold(writeFold(fold))).toEqual(fold);
    expect(() => readFold({ from: '學習', to: '学' })).toThrow(RangeError);
  });
});
