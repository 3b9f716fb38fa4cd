import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTextDirective } from '../../src/lib/text-directive.ts';
import { decodeTextDirective, encodeTextDirective } from '../../src/lib/text-fragment.ts';
import { hostileText } from '../support/hostile-text.ts';

const words = hostileText().filter((text) => text !== '' && text.isWellFormed());
const optional = fc.option(words, { nil: undefined });
const directive = fc
  .record({ prefix: optional, start: words, end: optional, suffix: optional })
  .map(({ prefix, start, end, suffix }) => ({
    ...(prefix && { prefix }),
    start,
    ...(end && { end }),
    ...(suffix && { suffix }),
  }));
const count = (page: string) => (text: string) => page.split(text).length - 1;

describe('a text fragment', () => {
  it('gives its words back whatever they hold, behind any anchor', () => {
    fc.assert(
      fc.property(directive, (given) => {
        const fragment = encodeTextDirective(given);
        expect(decodeTextDirective(`#p14${fragment}`)).toEqual(given);
        // Nothing in it ends the address, the directive or a part of it.
        expect(fragment).toMatch(
          /^:~:text=(?:[\w.!~*'()%]+-,)?[\w.!~*'()%]+(?:,[\w.!~*'()%]+)?(?:,-[\w.!~*'()%]+)?$/u,
        );
      }),
    );
  });

  it('is none where it cannot be read', () => {
    for (const fragment of ['#p14', '#:~:text=', '#:~:text=%E4', '#:~:text=a,b,c'])
      expect(decodeTextDirective(fragment)).toBeUndefined();
  });
});

describe('the words that lead to a selection', () => {
  const PASSAGE = '开发工具链加速大模型技术的迭代，显著提升了训练效率，降低了推理成本。';
  const select = (stretch: string, text: string, page: string, nth = 0) => {
    let offset = -1;
    for (let index = 0; index <= nth; index += 1) offset = stretch.indexOf(text, offset + 1);
    return chooseTextDirective({ stretch, offset }, { stretch, offset: offset + text.length }, count(page));
  };

  it('are those of the selection where they stand once', () => {
    expect(select(PASSAGE, '显著提升了训练效率', PASSAGE)).toEqual({ start: '显著提升了训练效率' });
  });

  it('are widened to whole words, since browsers find no halves', () => {
    expect(select(PASSAGE, '著提升了训练效', PASSAGE)).toEqual({ start: '显著提升了训练效率' });
  });

  it('have words before them where they stand twice, and words behind them where nothing stands before', () => {
    const twice = '路灯很亮。后来路灯很暗。';
    expect(select(twice, '路灯', twice, 1)).toEqual({ prefix: '后来', start: '路灯' });
    expect(select('路灯很亮', '路灯', '路灯很暗路灯很亮')).toMatchObject({
      start: '路灯',
      suffix: expect.stringContaining('很亮') as unknown,
    });
  });

  it('are the first and the last where there are many', () => {
    const long = `${PASSAGE}${'甲乙丙丁，'.repeat(12)}到此为止。`;
    const found = select(long, long, long);
    expect(found?.start).toBe('开发工具链加速大模型技术');
    expect(found?.end?.endsWith('到此为止。')).toBe(true);
  });

  it('are whole up to 60 characters', () => {
    const stretch = '路灯'.repeat(29) + '熄了';
    expect(select(stretch, stretch, stretch)).toEqual({ start: stretch });
    const longer = `首先${stretch}`;
    expect(select(longer, longer, longer)?.end?.endsWith('熄了')).toBe(true);
  });

  it('are none where the same words stand in the same surroundings', () => {
    expect(select('路灯', '路灯', '路灯路灯')).toBeUndefined();
  });

  it('stand once on the page, and begin and end around the selection', () => {
    const stretch = fc.string({
      unit: fc.constantFrom(...'智能体模型，。 ab'),
      minLength: 1,
      maxLength: 120,
    });
    fc.assert(
      fc.property(stretch, stretch, fc.nat(), fc.nat(), (text, other, a, b) => {
        const [from, to] = [a % text.length, b % text.length].toSorted((x, y) => x - y) as [number, number];
        const page = `${other}\n${text}`;
        const found = chooseTextDirective(
          { stretch: text, offset: from },
          { stretch: text, offset: to + 1 },
          count(page),
        );
        if (!found) return;
        expect(text).toContain(found.start);
        if (!found.prefix && !found.suffix) expect(count(page)(found.start)).toBe(1);
        if (!found.end) expect(found.start).toContain(text.slice(from, to + 1).trim());
      }),
    );
  });
});
