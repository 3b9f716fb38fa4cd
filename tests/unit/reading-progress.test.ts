import { describe, expect, it } from 'vitest';
import { bookShare, describeShare, parseProgress, withSeen } from '../../src/lib/reading-progress.ts';

describe('the progress of a chapter', () => {
  const all = ['p1', 'p2', 'p3', 'p4'];

  it('counts each passage once, and only those that the chapter has now', () => {
    const first = withSeen(undefined, ['p1', 'p2'], all);
    expect(first).toEqual({ seen: ['p1', 'p2'], share: 0.5 });
    expect(withSeen(first, ['p2', 'p9'], ['p1', 'p2', 'p3', 'p5'])).toEqual({
      seen: ['p1', 'p2'],
      share: 0.5,
    });
  });

  it('is nothing in a chapter without passages', () => expect(withSeen(undefined, [], []).share).toBe(0));

  it.each([
    [0, undefined],
    [0.004, undefined],
    [0.005, '读过 1%'],
    [0.894, '读过 89%'],
    [0.9, '已读'],
    [1, '已读'],
  ])('of %f is called %s', (share, words) => expect(describeShare(share)).toBe(words));
});

describe('the progress of a report', () => {
  const chapters = {
    a: { seen: ['p1'], share: 1 },
    b: { seen: [], share: 0.5 },
    gone: { seen: [], share: 1 },
  };

  it('weighs chapters by their length', () => {
    expect(bookShare({ address: '/', title: '', chapters }, { a: 100, b: 200, c: 100 })).toBe(0.5);
    expect(bookShare({ address: '/', title: '', chapters }, {})).toBe(0);
  });

  it('comes back as it was kept, also from before chapters were', () => {
    const kept = { address: '/a/#p1', title: '一', chapters };
    expect(parseProgress(JSON.stringify(kept))).toEqual(kept);
    expect(parseProgress('{"address":"/a/","title":"一"}')).toEqual({
      address: '/a/',
      title: '一',
      chapters: {},
    });
  });

  it.each([null, '', '[]', '7', '{"address":1}', '{"title":"x"}'])('is unknown where %s was kept', (kept) => {
    expect(parseProgress(kept)).toBeUndefined();
  });
});
