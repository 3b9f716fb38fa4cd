import { describe, expect, it } from 'vitest';
import type { JudgedLine } from '../../scripts/ingest/readers/pdf/outline/judge-lines.ts';
import { settingClaims } from '../../scripts/ingest/readers/pdf/outline/witnesses/setting.ts';
import { judgedLine as set, largeLine as large } from '../support/judged-line.ts';

const claims = (judged: readonly JudgedLine[], taken: readonly number[] = []) =>
  settingClaims({ judged, taken: new Set(taken), known: new Set() }).map(({ witness, from, to, weight }) => [
    witness,
    from,
    to,
    weight,
  ]);
/** Where the heading that begins with the first line ends. */
const endOf = (judged: readonly JudgedLine[], taken: readonly number[] = []) => claims(judged, taken)[0]?.[2];
const body = set('正文正文正文', { indented: true });
const full = { full: true };

describe('what may begin a heading', () => {
  it('is no caption or source, and nothing that the contents announce', () => {
    expect(claims([large('图 1 总体'), body])).toEqual([]);
    expect(claims([large('来源：年鉴'), body])).toEqual([]);
    expect(claims([large('总体态势'), body], [0])).toEqual([]);
    expect(claims([large('总体态势'), body])).toEqual([['setting', 0, 1, 1]]);
    expect(claims([large('一、态势'), body])).toEqual([['numbering', 0, 1, 1]]);
  });

  it('is not the second line of a paragraph of the same setting', () => {
    const second = (above: JudgedLine, own: JudgedLine, taken: readonly number[] = []) =>
      claims([above, own, body], taken).some(([, from]) => from === 1);
    const [text, number] = ['正文正文', '（1）评估'];
    expect(second(set(text, full), set(number))).toBe(false);
    expect(second(set(text), set(number))).toBe(true);
    expect(second(set(text, { ...full, size: 10 }), set(number))).toBe(true);
    expect(second(set(text, full), set(number), [0])).toBe(true);
    expect(second(set(text, full), set(number, { indented: true }))).toBe(false);
    expect(second(set('正文。', full), set(number, { indented: true }))).toBe(true);
    expect(second(set('正文。', full), set(number))).toBe(false);
  });
});

describe('a heading', () => {
  it('goes on in up to three lines while they are full', () => {
    expect(endOf([large('甲甲甲'), large('乙乙', { y: 120 }), body])).toBe(1);
    expect(endOf([large('甲甲甲', full), large('乙乙', { y: 120 }), body])).toBe(2);
    const lines = [1, 2, 3, 4].map((row) => large('甲甲', { ...full, y: 100 + 20 * row }));
    expect(endOf([...lines, body])).toBe(3);
    expect(endOf([set('1.甲甲', full), set('乙乙'), body])).toBe(1);
  });

  it('goes on in Latin words, which have a font of their own beside Chinese', () => {
    const first = large('一、甲甲 Bad', full);
    const next = (text: string, more: Partial<JudgedLine> = {}) =>
      large(text, { y: 120, key: 'other', ...more });
    expect(endOf([first, next('words'), body])).toBe(2);
    expect(endOf([first, next('乙乙'), body])).toBe(1);
    const style = { size: 15, bold: false, font: 'FangSong' };
    expect(endOf([first, next('words', { style }), body])).toBe(1);
    expect(endOf([first, next('words', { style: { ...style, size: 16, bold: true } }), body])).toBe(1);
  });

  it('ends at another setting, a number, or what the contents announce', () => {
    const first = large('一、甲甲', full);
    expect(endOf([first, large('乙乙', { y: 120, key: 'other' }), body])).toBe(1);
    expect(endOf([first, large('二、乙乙', { y: 120 }), body])).toBe(1);
    expect(endOf([first, large('乙乙', { y: 120 }), body], [1])).toBe(1);
    expect(endOf([first])).toBe(1);
  });

  it('ends at a gap of more than 2.6 ems on its page', () => {
    const [near, far] = [141.5, 141.7].map((y) => large('乙乙', { y }));
    expect([endOf([large('一、甲', full), near!, body]), endOf([large('一、甲', full), far!, body])]).toEqual(
      [2, 1],
    );
  });

  it('goes on over a page end with what is not indented', () => {
    const first = large('一、甲', { ...full, y: 700 });
    expect(endOf([first, large('乙乙', { page: 2, y: 60 }), body])).toBe(2);
    expect(endOf([first, large('乙乙', { page: 2, y: 60, indented: true }), body])).toBe(1);
    expect(endOf([first, large('乙乙', { y: 720, indented: true }), body])).toBe(2);
    expect(endOf([large('一、甲', { ...full, y: 60 }), large('乙乙', { page: 2, y: 700 }), body])).toBe(2);
  });

  it('has its title below a number that stands alone, in one line', () => {
    const second = large('总体', { y: 120 });
    expect(endOf([large('第一章'), second, body])).toBe(2);
    // The title may be set otherwise, but not as the body is, and not on the next page.
    expect(endOf([large('第一章'), large('总体', { size: 20, y: 120 }), body])).toBe(2);
    expect(endOf([large('第一章'), large('总体', { size: 20, page: 2 }), body])).toBe(1);
    expect(endOf([large('第一章'), set('总体', { y: 120 }), body])).toBe(1);
    expect(endOf([large('第一章 态势'), large('总体', { size: 20, y: 120 }), body])).toBe(1);
    expect(endOf([large('第一章'), second, large('态势', { y: 140 }), body])).toBe(2);
    expect(endOf([large('第一章 甲'), second, body])).toBe(1);
  });

  it('goes on below a large centred line in another, on one page', () => {
    const centred = { centred: true };
    const first = large('一、甲甲', centred);
    expect(endOf([first, large('乙乙', { ...centred, y: 120 }), body])).toBe(2);
    expect(endOf([first, large('乙乙', { y: 120 }), body])).toBe(1);
    expect(endOf([large('一、甲甲'), large('乙乙', { ...centred, y: 120 }), body])).toBe(1);
    expect(endOf([first, large('乙乙', { ...centred, page: 2 }), body])).toBe(1);
    const bold = { ...centred, bold: true };
    expect(endOf([set('一、甲甲', bold), set('乙乙', { ...bold, y: 120 }), body])).toBe(1);
  });

  it('is judged as a whole, and lines that are none one by one', () => {
    const centred = [large('甲甲', { centred: true }), large('乙乙', { centred: true, y: 120 })];
    expect(claims([...centred, body])).toEqual([['setting', 0, 2, 1]]);
    expect(claims([large('一、甲'), large('二、乙', { y: 120 }), body]).map(([, from]) => from)).toEqual([
      0, 1,
    ]);
    const stopped = [large('甲。甲', { centred: true }), large('乙乙', { centred: true, y: 120 })];
    expect(claims([...stopped, body])).toEqual([
      ['setting', 0, 2, 0],
      ['setting', 1, 2, 1],
    ]);
    expect(claims([large('一、甲', full), large('乙乙', { y: 120 }), body])).toHaveLength(1);
    const sentence = [set('一、甲', { bold: true, full: true }), set('乙乙，', { bold: true, y: 120 })];
    expect(claims([...sentence, body]).map(([, from, to, weight]) => [from, to, weight])).toEqual([
      [0, 2, 0],
    ]);
    expect(claims([large('甲甲'), large('乙乙', { y: 120 }), body])).toEqual([
      ['setting', 0, 1, 0],
      ['setting', 1, 2, 1],
    ]);
  });
});

describe('a large title', () => {
  const at = (y: number) => ({ y, size: 16 });
  const text = set('正文正文正文', { indented: true, y: 300 });

  it('goes on in the next line where its first word had no room', () => {
    const titled = (room: number) =>
      endOf([large('Getting the Debian', { ...at(100), room }), large('System', at(120)), text]);
    // Six letters of 0.7 em at 16 points.
    expect([titled(67), titled(68)]).toEqual([2, 1]);
    const numbered = [large('Chapter 2', at(60)), large('Getting the', { y: 100, size: 20, room: 20 })];
    expect(endOf([...numbered, large('System', { y: 124, size: 20 }), text])).toBe(3);
  });

  it('may stand at the right edge below another, where it is apart from it', () => {
    const below = (spaced: boolean) =>
      claims([large('ONE', { ...at(100), full: true }), large('SCOPE', { ...at(150), spaced }), text]).some(
        ([, from]) => from === 1,
      );
    expect([below(true), below(false)]).toEqual([true, false]);
  });

  it('may be followed by a numbered one of its setting, which is apart from it', () => {
    const followed = (spaced: boolean) =>
      claims([large('SCOPE', at(100)), large('1.1 Aims', { ...at(150), spaced }), text])[0];
    expect(followed(true)).toEqual(['setting', 0, 1, 1]);
    expect(followed(false)).toEqual(['setting', 0, 1, 0]);
  });
});
