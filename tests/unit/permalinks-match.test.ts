import { describe, expect, it } from 'vitest';
import type { Permalink } from '../../src/schema/permalinks.ts';
import type { IdLetter } from '../../scripts/ingest/transforms/link-targets.ts';
import { matchPermalinks, type PrintedTarget } from '../../scripts/ingest/transforms/match-permalinks.ts';
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
    text: written,
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
    [17, { 1: 1 }],
    [16, {}],
  ])('is the same wherever it stands when half of it is alike: %i of 32 bytes', (shared, expected) => {
    const now = ['p new1', `p changed~${shared}`, 'p new2'];
    expect(matched(now, ['p old1', 'p passage~32', 'p old2'])).toEqual(expected);
  });

  it.each([
    [9, 1],
    [8, undefined],
  ])('is the same between the same neighbours when a quarter is alike: %i bytes', (shared, expected) => {
    const now = ['p first', `p changed~${shared}`, 'p last'];
    expect(matched(now, ['p first', 'p passage~32', 'p last'])[1]).toBe(expected);
  });

  it('needs both neighbours for that', () => {
    const before = ['p first', 'p passage~32', 'p last'];
    expect(matched(['p first', 'p changed~16', 'p new'], before)[1]).toBeUndefined();
    expect(matched(['p new', 'p changed~16', 'p last'], before)[1]).toBeUndefined();
  });

  it('has the edge of the report for a neighbour, where it is the edge of both', () => {
    expect(matched(['p changed~9'], ['p passage~32'])).toEqual({ 0: 0 });
    expect(matched(['p changed~9'], ['p passage~32', '†p gone'])).toEqual({ 0: 0 });
    expect(matched(['p changed~9'], ['p passage~32', 'p last'])).toEqual({});
    expect(matched(['p changed~9', 'p new'], ['p passage~32'])).toEqual({});
  });

  it('is never one of another kind', () => {
    expect(matched(['f changed~30'], ['p passage~32'])).toEqual({});
    expect(matched(['f passage'], ['p passage'])).toEqual({});
  });

  it('is found through a neighbour that was found before', () => {
    const now = ['p first', 'p a~9', 'p last'];
    expect(matched(now, ['p first', 'p b~32', 'p last'])).toEqual({ 0: 0, 1: 1, 2: 2 });
  });
});

describe('of several passages that are like it', () => {
  it('the most alike is it', () => {
    expect(matched(['p n1', 'p a~18', 'p n2', 'p b~20', 'p n3'], ['p o', 'p x~32', 'p q'])).toEqual({ 3: 1 });
    expect(matched(['p n1', 'p a~20', 'p n2', 'p b~18', 'p n3'], ['p o', 'p x~32', 'p q'])).toEqual({ 1: 1 });
  });

  it.each([
    [22, 4],
    [24, 1],
  ])('one same neighbour is worth a fifth of the text: 17 bytes against %i', (shared, expected) => {
    const now = ['p n1', `p far~${shared}`, 'p n2', 'p first', 'p near~17', 'p n3'];
    const places = matched(now, ['p first', 'p passage~32', 'p last']);
    expect(Object.entries(places).find(([, entry]) => entry === 1)?.[0]).toBe(String(expected));
  });

  it.each([
    [18, 3],
    [19, 1],
  ])('the same page is worth a twentieth: 17 bytes against %i', (shared, expected) => {
    const now = ['p n1', `p far~${shared}@other`, 'p n2', 'p near~17', 'p n3'];
    expect(matched(now, ['p o1', 'p passage~32', 'p o2'])).toEqual({ [expected]: 1 });
  });

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
      'the page, before the third neighbour',
      ['p a', 'p x', 'p y', 'p same@two'],
      ['p b', 'p c', 'p same@two', 'p a', 'p d', 'p e', 'p same@one'],
      2,
    ],
    [
      'the third neighbour',
      ['p a', 'p x', 'p y', 'p same'],
      ['p b', 'p c', 'p d', 'p same', 'p a', 'p e', 'p f', 'p same'],
      7,
    ],
    [
      'their order, and not the fourth neighbour',
      ['p a', 'p x', 'p y', 'p z', 'p same'],
      ['p same', 'p b', 'p a', 'p e', 'p f', 'p g', 'p same'],
      0,
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
