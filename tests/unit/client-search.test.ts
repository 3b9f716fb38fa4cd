import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nextStop } from '../../src/client/search/next-stop.ts';
import { SearchView, type ViewParts } from '../../src/client/search/search-view.ts';
import type { SearchAnswer } from '../../src/lib/search/model.ts';

type Settle = (answer: SearchAnswer) => void;

/** Searches under way, in the order in which they were asked for. */
const underWay = vi.hoisted(() => [] as { text: string; resolve: Settle; reject: (error: Error) => void }[]);
vi.mock('../../src/client/search/search-client.ts', () => ({
  searchClient: {
    search: async ({ text }: { text: string }) =>
      new Promise((resolve, reject) => underWay.push({ text, resolve, reject })),
  },
}));
vi.mock('../../src/client/search/failure-note.ts', () => ({
  failureStatus: (error: Error) => error.message,
  failureNote: () => 'failed',
}));

const found = (total: number): SearchAnswer => ({
  mode: 'exact',
  total,
  exactTotal: total,
  results: [],
  replacements: [],
  dropped: [],
});

/** The elements of a view as far as it needs them. */
function fakeParts() {
  const fake = () => ({ textContent: '', replaceChildren: vi.fn(), setAttribute: vi.fn(), append: vi.fn() });
  return { list: fake(), status: fake(), note: fake() };
}

describe('a view of several searches under way', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('document', { querySelector: () => null });
    underWay.length = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function start() {
    const parts = fakeParts();
    const view = new SearchView(parts as unknown as ViewParts);
    return { parts, view, search: (text: string) => view.search({ text, filters: {} }, 8) };
  }

  test('shows the latest asked for, whichever is answered last', async () => {
    const { parts, search } = start();
    const [first, second] = [search('模'), search('模型')];
    underWay[1]!.resolve(found(2));
    expect(await second).toMatchObject({ total: 2 });
    underWay[0]!.resolve(found(9));
    expect(await first).toBeUndefined();
    expect(parts.status.textContent).toBe('共找到 2 条结果');
    expect(parts.list.replaceChildren).toHaveBeenCalledTimes(1);
  });

  test('does not show an answer, or a failure, to what was taken back', async () => {
    const { parts, view, search } = start();
    const [answered, failed] = [search('模'), search('型')];
    view.clear();
    underWay[0]!.resolve(found(9));
    underWay[1]!.reject(new Error('offline'));
    expect(await Promise.all([answered, failed])).toEqual([undefined, undefined]);
    expect(parts.status.textContent).toBe('');
  });

  test('says that the latest failed', async () => {
    const { parts, search } = start();
    const failed = search('模型');
    underWay[0]!.reject(new Error('offline'));
    await failed;
    expect(parts.status.textContent).toBe('offline');
  });

  test('says after 400 ms that it is searching, but not for an earlier search', async () => {
    const { parts, view, search } = start();
    void search('模型');
    vi.advanceTimersByTime(399);
    expect(parts.status.textContent).toBe('');
    vi.advanceTimersByTime(1);
    expect(parts.status.textContent).toBe('正在搜索…');
    void search('模型的');
    view.clear();
    vi.advanceTimersByTime(1000);
    expect(parts.status.textContent).toBe('');
  });
});

describe('the arrow keys', () => {
  test.each([
    ['from the input to the best result', 0, 1, 1],
    ['from a suggestion to the best result, as from the input beside it', 'beside first', 1, 1],
    ['from a suggestion up to the input', 'beside first', -1, 0],
    ['back to the input', 1, -1, 0],
    ['not beyond the input', 0, -1, 0],
    ['to the last result', 2, 1, 3],
    ['not beyond the last result', 3, 1, 3],
    ['nowhere from elsewhere', 'elsewhere', 1, undefined],
  ] as const)('lead %s', (_, place, by, expected) => {
    expect(nextStop(place, by, 4)).toBe(expected);
  });

  test('stay in the input where there is nothing else', () => {
    expect(nextStop(0, 1, 1)).toBe(0);
  });
});
