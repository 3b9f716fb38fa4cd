import { describe, expect, it } from 'vitest';
import { breakLines, type Manner } from '../../src/lib/typeset/break-lines.ts';
import { placeLine } from '../../src/lib/typeset/place-line.ts';
import { unitsOf, type Measure, type Run } from '../../src/lib/typeset/unit.ts';

/** Latin letters are half an em wide. */
const measure: Measure = (text) => text.length / 2;
const plain = (text: string): readonly Run[] => [{ text, strong: false }];

/** The lines of a text, marks of Chinese text as they are written. */
function lines(text: string, width: number, manner: Manner = 'justified'): readonly string[] {
  const units = unitsOf(plain(text), measure, width);
  return breakLines(units, width, manner).map(({ from, to }) =>
    units
      .slice(from, to)
      .map((unit) => unit.text)
      .join('')
      .trim(),
  );
}

/** Where each unit of a text of one line begins. */
function places(text: string, fill?: number): readonly (readonly [string, number])[] {
  const units = unitsOf(plain(text), measure, 100);
  const [line] = breakLines(units, 100, 'justified');
  return placeLine(units, line!, fill).map(({ text: part, x }) => [part, Math.round(x * 1000) / 1000]);
}

describe('the end of a line', () => {
  it.each(['，', '。', '、', '；', '：', '！', '？', '）', '》', '”', '%', '々', '～'])(
    'is never followed by a line that begins with %s',
    (mark) => {
      const found = lines(`一二三四${mark}五六七八`, 4);
      expect(found.length).toBeGreaterThan(1);
      expect(found.filter((line) => line.startsWith(mark))).toEqual([]);
    },
  );

  it.each(['（', '《', '“', '「'])('is never %s', (mark) => {
    expect(lines(`一二三${mark}四五六七`, 4)[0]).not.toContain(mark);
  });

  it('never divides a number, a Latin word or a dash', () => {
    for (const text of ['一二三45.5四五', '一二三GPT-4四五', '一二三——四五六', '一二三……四五六']) {
      const [first, second] = lines(text, 4);
      expect(`${first}|${second}`).toMatch(/^一二三\|(?:45\.5|GPT-4|——|……)/u);
    }
  });

  it('parts a number from none of the words that count', () => {
    expect(lines('一二2024年三四五', 4)[0]).toBe('一二');
    expect(lines('一二16.2%三四五', 4)[0]).toBe('一二');
  });

  it('divides a word that is longer than a line, and loses nothing of it', () => {
    expect(lines('见abcdefghijklmnopqrst', 4).join('')).toBe('见abcdefghijklmnopqrst');
  });

  it('leaves the space between Latin words out', () => {
    expect(lines('one two three four', 5)).toEqual(['one two', 'three four']);
  });
});

describe('a justified text', () => {
  it('lets a mark stand in half an em at the end of a line rather than push a character down', () => {
    expect(lines('一二三四，五六七八', 4.5)[0]).toBe('一二三四，');
  });

  it('takes more onto its last line where only one or two characters would stand there', () => {
    const lastOf = (count: number) => lines('字'.repeat(count), 20).at(-1);
    expect(lastOf(41)).toBe('字字字');
    expect(lastOf(42)).toBe('字字字');
    expect(lastOf(43)).toBe('字字字');
    // Not where the gaps of the line before would be seen.
    expect(lines('字'.repeat(9), 8).map((line) => line.length)).toEqual([8, 1]);
  });

  it('keeps its lines within the measure', () => {
    const text = '从基准测试结果来看，全球大模型能力实现阶跃式提升。“甲、乙”（2024年）及MoE架构，都在其中。';
    const units = unitsOf(plain(text), measure, 10);
    for (const { width, shrink } of breakLines(units, 10, 'justified'))
      expect(width - shrink).toBeLessThanOrEqual(10.0001);
  });
});

describe('a balanced text', () => {
  it('takes no line more than it needs, and makes lines of like length', () => {
    expect(lines('安全治理从原则向实践加速推进', 13, 'balanced')).toEqual([
      '安全治理从原则',
      '向实践加速推进',
    ]);
  });

  it('ends its lines between words and after a comma', () => {
    expect(lines('基础模型保持快速演进态势，重点突破多模态和复杂推理能力', 16, 'balanced')).toEqual([
      '基础模型保持快速演进态势，',
      '重点突破多模态和复杂推理能力',
    ]);
    expect(lines('算法创新与软硬件架构深度耦合', 11, 'balanced')).toEqual([
      '算法创新与软硬件',
      '架构深度耦合',
    ]);
  });

  it('keeps a short bracket whole', () => {
    expect(lines('人工智能发展报告（2024年）', 9, 'balanced')).toContainEqual(
      expect.stringContaining('（2024年）'),
    );
  });
});

describe('marks of full width', () => {
  it('stand in half an em where two of them meet, and at the beginning of a line', () => {
    expect(places('“甲”、乙')).toEqual([
      ['“', -0.5],
      ['甲', 0.5],
      ['”', 1.5],
      ['、', 2],
      ['乙', 3],
    ]);
    expect(places('甲”（乙')).toContainEqual(['（', 1.5]);
  });

  it('give some of their blank where a line is too long', () => {
    expect(places('甲，乙，丙丁', 5.6).at(-1)).toEqual(['丁', 4.6]);
  });

  it('take no space beside them', () => {
    expect(places('甲” “乙').map(([text]) => text)).not.toContain(' ');
  });
});

describe('Latin text', () => {
  it('stands an eighth of an em from Chinese characters', () => {
    expect(places('甲AB乙')).toEqual([
      ['甲', 0],
      ['AB', 1.125],
      ['乙', 2.25],
    ]);
  });

  it('has narrow quotation marks where no Chinese character is, and a narrow apostrophe everywhere', () => {
    const width = (text: string, mark: string) =>
      unitsOf(plain(text), measure, 100).find((unit) => unit.text === mark)!.width;
    expect(width('say “yes”', '“')).toBeLessThan(0.5);
    expect(width('说“yes”', '“')).toBe(1);
    expect(width('说don’t', '’')).toBeLessThan(0.3);
  });

  it('keeps its words apart in lines', () => {
    expect(lines('It isn’t “safe” to say — or is it', 100)).toEqual(['It isn’t “safe” to say — or is it']);
  });
});
