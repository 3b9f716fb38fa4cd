import { describe, expect, it } from 'vitest';
import type { Permalink } from '../../src/schema/permalinks.ts';
import { type Likeness, likenessOf } from '../../scripts/ingest/transforms/passage-likeness.ts';
import { printTarget } from '../../scripts/ingest/transforms/print-target.ts';
import { paragraph } from '../support/invented-document.ts';

/** Likeness of a passage of now and one of which the manifest keeps `text`, and its length where `keepsLength`. */
function compare(now: string, text: string, keepsLength = true): Likeness {
  const print = (of: string) => printTarget({ key: paragraph(of), letter: 'p', text: of, chapter: 'c' });
  const { digest, sketch, starts } = print(text);
  const length = keepsLength ? { length: [...text].length } : {};
  const entry: Permalink = { id: 'p1', chapter: 'c', digest, sketch, starts, ...length };
  return likenessOf([print(now)], [entry])(0, 0);
}

const SENTENCE = '算力基础设施的布局正在从规模扩张转向效率提升';
const UNRELATED = '海关统计显示今年一季度出口额比上年同期增长两成';

describe('the likeness of two passages', () => {
  it('is whole for the same text, a little for texts that share a few characters', () => {
    expect(compare(SENTENCE, SENTENCE).sum).toBeCloseTo(2.1);
    expect(compare(SENTENCE, UNRELATED).sum).toBeLessThan(0.3);
  });

  it('counts the characters that both beginnings have in the same order', () => {
    const [first, second] = [...SENTENCE]
      .map((character, index) => (index % 2 === 0 ? [character, character] : ['甲', '乙']))
      .reduce(([a, b], [x, y]) => [a + x!, b + y!], ['', '']);
    const { words, sum } = compare(first!, second!, false);
    expect(words).toBeLessThan(0.1);
    expect(sum - words).toBeCloseTo(11 / 22);
  });

  it.each([
    [15, 0.1],
    [14, -0.1],
  ])('takes a length of %i characters against 20 as %f', (length, witness) => {
    const [now, text] = ['甲'.repeat(length), '乙'.repeat(20)];
    expect(compare(now, text).sum - compare(now, text, false).sum).toBeCloseTo(witness);
  });

  it('says nothing of length where none was kept', () => {
    expect(compare(SENTENCE, UNRELATED, false).isNotOther).toBe(false);
  });
});

describe('what stands alone in the same place', () => {
  it.each([
    ['天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往', '天地玄乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未', true],
    ['天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往', '天地甲乙丙丁戊己庚辛壬癸子丑寅卯申巳午未', false],
  ])('may be it worded anew from three characters in twenty on: %s, %s', (now, text, expected) => {
    expect(compare(now, text).isNotOther).toBe(expected);
  });

  it.each([
    ['甲乙丙丁戊己庚', '天地玄黄宇宙洪', true],
    ['甲乙丙丁戊己庚辛', '天地玄黄宇宙洪荒', false],
  ])('may be it whatever it says where it is as short as a title: %s, %s', (now, text, expected) => {
    expect(compare(now, text).isNotOther).toBe(expected);
  });

  it('is another where it is much longer', () => {
    expect(compare('甲乙丙丁', '天地玄黄宇宙洪').isNotOther).toBe(false);
  });
});
