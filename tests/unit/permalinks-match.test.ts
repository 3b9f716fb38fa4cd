import { describe, expect, it } from 'vitest';
import type { Permalink } from '../../src/schema/permalinks.ts';
import type { IdLetter } from '../../scripts/ingest/transforms/link-targets.ts';
import { matchPermalinks } from '../../scripts/ingest/transforms/match-permalinks.ts';
import type { PrintedTarget } from '../../scripts/ingest/transforms/print-target.ts';
import { paragraph } from '../support/invented-document.ts';

/** Bytes of a sketch. */
const BYTES = 32;

/**
 * A passage of which only the fingerprints matter, written `letter name` or `letter name~shared@chapter`: its name is its
 * exact text, and its sketch shares so many of 32 bytes with that of every passage written with `~`, none with others.
 */
function fingerprints(written: string): {
  letter: IdLetter;
  digest: string;
  sketch: string;
  chapter: string;
} {
  const [, letter, digest, shared = '0', chapter = 'c'] = /^(\w) (\w+)(?:~(\d+))?(?:@(\w+))?$/u.exec(
    written,
  )!;
  const own = [...digest!].reduce((sum, character) => (sum * 31 + character.codePointAt(0)!) % 200, 7) + 1;
  const bytes = Array.from({ length: BYTES }, (_, at) => (at < Number(shared) ? 255 : (own + 37 * at) % 255));
  const sketch = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { letter: letter as IdLetter, digest: digest!, sketch, chapter: chapter! };
}

/** Which passage of the last ingest each of now is, by their numbers; `†` marks one that was gone by then. */
function matched(now: readonly string[], before: readonly string[]): Readonly<Record<number, number>> {
  const targets = now.map((written): PrintedTarget => ({
    ...fingerprints(written),
    key: paragraph(written),
    text: '',
    starts: '',
  }));
  const entries = before.map((written, at): Permalink => {
    const { letter, ...rest } = fingerprints(written.replace('†', ''));
    const gone = written.startsWith('†') ? { replacedBy: 's1' } : {};
    return { id: `${letter}${at + 1}`, starts: '', ...rest, ...gone };
  });
  return Object.fromEntries(matchPermalinks(targets, entries));
}

describe('a changed passage', () => {
  it.each([
    [17, { 2: 0, 0: 2 }],
    [16, { 2: 0 }],
  ])('is the same wherever it stands when half of it is alike: %i of 32 bytes', (shared, expected) => {
    const now = [`p changed~${shared}`, 'p new1', 'p known', 'p new2'];
    expect(matched(now, ['p known', 'p old1', 'p passage~32'])).toEqual(expected);
  });

  it.each([
    [9, { 0: 0 }],
    [8, {}],
  ])('in the same order is the same when three tenths are alike: %i of 32 bytes', (shared, expected) => {
    const other = 'other'; // No page of its own speaks for it.
    expect(matched([`p changed~${shared + 1}@${other}`], ['p passage~32'])).toEqual(expected);
  });

  it('is never one of another kind', () => {
    expect(matched(['f changed~30'], ['p passage~32'])).toEqual({});
    expect(matched(['f passage'], ['p passage'])).toEqual({});
  });

  it('is the one between the same neighbours, though another elsewhere is more like it', () => {
    const before = ['p first', 'p near~32', 'p last', 'p far~32', 'p end'];
    expect(matched(['p first', 'p a~24', 'p last', 'p end'], before)).toEqual({ 0: 0, 1: 1, 2: 2, 3: 4 });
  });

  it('goes with what followed one neighbour, where the other has moved away', () => {
    const before = ['p last', 'p a', 'p first', 'p passage~32', 'p b'];
    expect(matched(['p first', 'p changed~12', 'p last'], before)).toEqual({ 0: 2, 1: 3, 2: 0 });
    const behind = ['p b', 'p passage~32', 'p last', 'p a', 'p first'];
    expect(matched(['p first', 'p changed~12', 'p last'], behind)).toEqual({ 0: 4, 1: 1, 2: 2 });
  });

  it('that is gone is no neighbour of what follows it', () => {
    expect(matched(['p first', 'p changed~12'], ['p first', '†p passage~32'])).toEqual({ 0: 0 });
  });
});

describe('of several passages that are like it', () => {
  it('the most alike is it', () => {
    expect(matched(['p n1', 'p a~18', 'p n2', 'p b~20', 'p n3'], ['p o', 'p x~32', 'p q'])).toEqual({ 3: 1 });
    expect(matched(['p n1', 'p a~20', 'p n2', 'p b~18', 'p n3'], ['p o', 'p x~32', 'p q'])).toEqual({ 1: 1 });
  });

  it.each([
    [19, 3],
    [26, 1],
  ])(
    'elsewhere, one same neighbour is worth a fifth of the text: 18 bytes against %i',
    (shared, expected) => {
      const now = ['p end', `p far~${shared}@q`, 'p first', 'p near~18@q', 'p start'];
      const before = ['p start', 'p first', 'p passage~32', 'p o', 'p end'];
      const places = Object.entries(matched(now, before));
      expect(places.find(([, entry]) => entry === 2)?.[0]).toBe(String(expected));
    },
  );

  it('each is one passage only', () => {
    expect(matched(['p n1', 'p a~24', 'p n2', 'p b~20', 'p n3'], ['p o1', 'p x~32', 'p o2'])).toEqual({
      1: 1,
    });
    expect(matched(['p n1', 'p a~32', 'p n2'], ['p o1', 'p x~24', 'p o2', 'p y~20', 'p o3'])).toEqual({
      1: 1,
    });
  });
});

describe('equal texts', () => {
  it.each([
    ['the neighbour before', ['p a', 'p same', 'p x'], ['p b', 'p same', 'p a', 'p same', 'p c'], 3],
    ['the neighbour behind', ['p x', 'p same', 'p a'], ['p b', 'p same', 'p c', 'p same', 'p a'], 3],
    [
      'the second neighbour, before the page',
      ['p a', 'p x', 'p same@two'],
      ['p b', 'p c', 'p same@two', 'p a', 'p d', 'p same@one'],
      5,
    ],
    [
      'their order behind what is known, before the page',
      ['p a', 'p x', 'p y', 'p same@two'],
      ['p b', 'p c', 'p same@two', 'p a', 'p d', 'p e', 'p same@one'],
      6,
    ],
    [
      'the third neighbour',
      ['p a', 'p x', 'p y', 'p same'],
      ['p b', 'p c', 'p d', 'p same', 'p a', 'p e', 'p f', 'p same'],
      7,
    ],
    [
      'that order, however far they stand from it',
      ['p a', 'p x', 'p y', 'p z', 'p same'],
      ['p same', 'p b', 'p a', 'p e', 'p f', 'p g', 'p same'],
      6,
    ],
    [
      'the page, where what is known has gone to the end',
      ['p same@two', 'p x', 'p y', 'p z', 'p a'],
      ['p a', 'p same@one', 'p b', 'p c', 'p d', 'p same@two'],
      5,
    ],
  ])('are told apart by %s', (_, now, before, expected) => {
    const at = now.findIndex((written) => written.startsWith('p same'));
    expect(matched(now, before)[at]).toBe(expected);
  });

  it('keep their order where nothing tells them apart', () => {
    expect(matched(['p same', 'p same', 'p same'], ['p same', 'p same', 'p same'])).toEqual({
      0: 0,
      1: 1,
      2: 2,
    });
  });

  it('that are gone come back', () => {
    expect(matched(['p a', 'p b'], ['p a', '†p b'])).toEqual({ 0: 0, 1: 1 });
  });
});

describe('a heading that is worded anew', () => {
  const before = ['p first', 's old', 'p text', 'p last'];
  it('is the same where the text below it and the text before it are', () => {
    expect(matched(['p first', 's new', 'p text', 'p last'], before)[1]).toBe(1);
  });

  it.each([
    ['the text before it is another', ['p x', 's new', 'p text', 'p last'], before],
    ['it is no heading now', ['p first', 'p new', 'p text', 'p last'], before],
    ['it was no heading', ['p first', 's new', 'p text', 'p last'], ['p first', 'p old', 'p text', 'p last']],
    ['nothing follows it', ['p first', 's new'], ['p first', 's old']],
    ['a heading follows it', ['p first', 's new', 's text'], ['p first', 's old', 's text']],
  ])('is a new one where %s', (_, now, entries) => {
    expect(matched(now, entries)[1]).toBeUndefined();
  });

  it('is a new one where the text below it was edited, too', () => {
    const now = ['p first', 's new', 'p text2~31', 'p last'];
    expect(matched(now, ['p first', 's old', 'p text~32', 'p last'])).toEqual({ 0: 0, 2: 2, 3: 3 });
  });
});

describe('a viewpoint', () => {
  it('keeps its number where its words say nothing', () => {
    expect(matched(['p x', 'v new', 'v other'], ['v old', 'v old2'])).toEqual({});
    const numbered = matchedViewpoints(['v1 new', 'v2 other'], ['v1 old', 'v2 old2']);
    expect(numbered).toEqual({ 0: 0, 1: 1 });
  });

  it('is known by its words before its number', () => {
    expect(matchedViewpoints(['v1 new', 'v2 first', 'v3 second'], ['v1 first', 'v2 second'])).toEqual({
      1: 0,
      2: 1,
    });
  });
});

/** As `matched`, for viewpoints with their numbers: `v2 name`. */
function matchedViewpoints(
  now: readonly string[],
  before: readonly string[],
): Readonly<Record<number, number>> {
  const read = (written: string) => {
    const [, number, name] = /^v(\d) (.+)$/u.exec(written)!;
    return { number: Number(number), ...fingerprints(`v ${name}`) };
  };
  const targets = now.map((written): PrintedTarget => {
    const { number, ...rest } = read(written);
    return { ...rest, wanted: number, key: paragraph(written), text: '', starts: '' };
  });
  const entries = before.map((written): Permalink => {
    const { number, letter, ...rest } = read(written);
    return { id: `${letter}${number}`, starts: '', ...rest };
  });
  return Object.fromEntries(matchPermalinks(targets, entries));
}
