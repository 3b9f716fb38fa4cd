import { describe, expect, it } from 'vitest';
import type { Permalink, Permalinks } from '../../src/schema/permalinks.ts';
import { textSketch } from '../../scripts/ingest/transforms/fingerprint.ts';
import { buildBook } from '../../scripts/ingest/transforms/build-book.ts';
import { heading, paragraph, sourcesOf } from '../support/invented-document.ts';
import { EMPTY_MANIFEST, publish } from '../support/link-targets.ts';

/** A text of its own, long enough for a sketch. */
const LONG = '工具链覆盖数据、训练、评测、部署各环节，企业可以在一周内完成一次微调。';

/** An entry whose sketch shares so many of 32 bytes with that of a text. */
function gone(id: string, text: string, shared: number, more: Partial<Permalink> = {}): Permalink {
  const sketch = textSketch(text);
  const other = sketch
    .slice(2 * shared)
    .replaceAll(/../gu, (byte) => (255 - Number.parseInt(byte, 16)).toString(16).padStart(2, '0'));
  return {
    id,
    chapter: 'a',
    starts: '',
    digest: id.padEnd(16, '0'),
    sketch: sketch.slice(0, 2 * shared) + other,
    ...more,
  };
}

const manifest = (...entries: readonly Permalink[]): Permalinks => ({
  ...EMPTY_MANIFEST,
  entries: [...entries],
});
const heirOf = (permalinks: Permalinks, id: string): string | undefined =>
  permalinks.entries.find((entry) => entry.id === id)?.replacedBy;

describe('a vanished passage', () => {
  // Of another kind than its heir, so that it is not taken for the same passage.
  it.each([
    [10, 'p1'],
    [9, 's1'],
  ])('leads to the passage that is a third like it, else to its section: %i of 32 bytes', (shared, heir) => {
    const lines = ['# a 甲', `p ${LONG}`];
    expect(heirOf(publish(lines, manifest(gone('f9', LONG, shared))).permalinks, 'f9')).toBe(heir);
  });

  it('leads to the most like of several', () => {
    const [near, nearer] = [LONG.replace('一周内', '五天之内'), LONG];
    const lines = ['# a 甲', `p ${near}`, `p ${nearer}`, `p ${near}吗`];
    expect(heirOf(publish(lines, manifest(gone('f9', LONG, 32))).permalinks, 'f9')).toBe('p2');
    const twice = ['# a 甲', `p ${LONG}`, `p ${LONG}`];
    expect(heirOf(publish(twice, manifest(gone('f9', LONG, 32))).permalinks, 'f9')).toBe('p1');
  });

  it('leads to the last heading before it, of its own chapter', () => {
    const first = publish(['# a 甲', 's 第一节', 's 第二节', 'p 一段话', '# b 乙', 'p 两句话', 's 第三节']);
    const second = publish(['# a 甲', 's 第一节', 's 第二节', '# b 乙', 's 第三节'], first.permalinks);
    expect(heirOf(second.permalinks, 'p1')).toBe('s3');
    expect(heirOf(second.permalinks, 'p2')).toBe('s4');
  });

  it('leads to the heading of its own chapter, though another chapter comes first by now', () => {
    const first = publish(['# a 甲', 'p 一段话', '# b 乙']);
    const second = publish(['# b 乙', '# a 甲'], first.permalinks);
    expect(heirOf(second.permalinks, 'p1')).toBe('s1');
  });

  it('passes over a heading that has vanished with it', () => {
    const first = publish(['# a 甲', 's 第一节', 's 第二节', 'p 一段话']);
    const second = publish(['# a 甲', 's 第一节'], first.permalinks);
    expect(heirOf(second.permalinks, 'p1')).toBe('s2');
  });

  it('leads to the first heading where its chapter is gone, or to anything where there is none', () => {
    const first = publish(['# a 甲', 'p 一段话', '# b 乙', 'p 两句话']);
    expect(heirOf(publish(['p 开头', '# b 乙', 'p 两句话'], first.permalinks).permalinks, 'p1')).toBe('s2');
    expect(heirOf(publish(['p 两句话'], first.permalinks).permalinks, 'p1')).toBe('p2');
    expect(heirOf(publish([], first.permalinks).permalinks, 'p1')).toBeUndefined();
  });

  it('leads where its heir led, and is not caught in a circle', () => {
    const lines = ['# a 甲', `p ${LONG}`];
    const entries = [
      gone('f1', LONG, 0, { replacedBy: 'f2' }),
      gone('f2', LONG, 20, {}),
      gone('t1', LONG, 0, { replacedBy: 't2' }),
      gone('t2', LONG, 0, { replacedBy: 't1' }),
    ];
    const { permalinks } = publish(lines, manifest(...entries));
    expect(heirOf(permalinks, 'f1')).toBe('p1');
    expect(heirOf(permalinks, 't1')).toBe('s1');
  });

  it('stands behind the others, in the order of letters and numbers', () => {
    const entries = ['p12', 'p9', 'f3'].map((id) => gone(id, LONG, 0));
    const { permalinks } = publish(['# a 甲'], manifest(...entries));
    expect(permalinks.entries.map(({ id }) => id)).toEqual(['s1', 'f3', 'p9', 'p12']);
  });
});

describe('the id of a viewpoint', () => {
  const idsOf = (...numbers: readonly number[]): readonly string[] => {
    const viewpoints = numbers.map((number) => ({
      number,
      lead: '',
      children: [paragraph(`观点之${number}`)],
      origins: [],
    }));
    const body = [heading(1, '', '第一章'), paragraph('正文。')];
    const known = { id: 'rivers', chapters: [], viewpoints: [], mentions: [], permalinks: EMPTY_MANIFEST };
    return buildBook({ ...sourcesOf(body), viewpoints }, known).book.viewpoints.map(({ id }) => id);
  };

  it('has its number where that is free, else one more than the highest', () => {
    expect(idsOf(1, 2)).toEqual(['v1', 'v2']);
    expect(idsOf(7, 3)).toEqual(['v7', 'v3']);
    expect(idsOf(7, 7, 3)).toEqual(['v7', 'v8', 'v3']);
  });
});

describe('a new id', () => {
  it('is one more than the highest that ever was, of its letter', () => {
    const { lineIds } = publish(
      ['# a 甲', 'p 一', 'p 二'],
      manifest(gone('p7', LONG, 0), gone('p3', LONG, 0), gone('f20', LONG, 0)),
    );
    expect(lineIds).toEqual(['s1', 'p8', 'p9']);
  });
});

describe('an entry', () => {
  it('begins with up to 24 characters of the text, for people', () => {
    const { permalinks } = publish(['# a 甲', `p ${'字'.repeat(23)}𠮷末`, `p ${'短'.repeat(24)}`]);
    expect(permalinks.entries.map(({ starts }) => starts)).toEqual([
      '甲',
      `${'字'.repeat(23)}𠮷`,
      '短'.repeat(24),
    ]);
  });

  it('of a new passage remembers no chapter', () => {
    const first = publish(['# a 甲', '# b 乙']);
    const { permalinks } = publish(['# a 甲', '# b 乙', `p ${LONG}`], first.permalinks);
    expect(permalinks.entries.find(({ id }) => id === 'p1')).not.toHaveProperty('formerly');
  });

  it('remembers each other chapter once, sorted, under its present name', () => {
    const text = `p ${LONG}`;
    let last = publish(['# a 甲', '# b 乙', '# c 丙', text]);
    last = publish(['# a 甲', '# b 乙', text, '# c 丙'], last.permalinks);
    last = publish(['# a 甲', text, '# b 乙', '# c 丙'], last.permalinks);
    expect(last.permalinks.entries.find(({ id }) => id === 'p1')!.formerly).toEqual(['b', 'c']);
    last = publish(['# a 甲', text, '# z 乙', '# c 丙'], last.permalinks);
    expect(last.permalinks.entries.find(({ id }) => id === 'p1')!.formerly).toEqual(['c', 'z']);
  });
});

describe('redirects', () => {
  it('are sorted, and end where their chapter comes back', () => {
    const first = publish(['# n 甲', '# b 乙', '# p 丙']);
    const second = publish(['# a 甲', '# c 乙', '# q 丙'], first.permalinks);
    expect(Object.entries(second.permalinks.redirects)).toEqual([
      ['b', 'c'],
      ['n', 'a'],
      ['p', 'q'],
    ]);
    const third = publish(['# n 甲', '# c 乙', '# q 丙'], second.permalinks);
    expect(third.permalinks.redirects).toEqual({ b: 'c', a: 'n', p: 'q' });
  });

  it('are not made from a chapter that is gone to one that is new', () => {
    const first = publish(['# a 甲', 'p 一段话']);
    expect(publish(['# b 完全别的题目', `p ${LONG}`], first.permalinks).permalinks.redirects).toEqual({});
  });

  it('are not made where the old name belongs to another chapter now', () => {
    const first = publish(['# a 甲', `p ${LONG}`, '# b 乙']);
    const second = publish(['# b 甲', `p ${LONG}`, '# a 乙'], first.permalinks);
    expect(second.permalinks.redirects).toEqual({});
  });
});
