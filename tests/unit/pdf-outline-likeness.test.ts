import { describe, expect, it } from 'vitest';
import { matchContents } from '../../scripts/ingest/readers/pdf/outline/witnesses/contents.ts';
import { line } from '../support/pdf-page-content.ts';

/** The lines that an entry on page 2 matches, which stands between two that are found. */
function matched(
  entry: string,
  body: string | readonly string[],
  { label = '2', target = null as number | null } = {},
) {
  const made = (text: string, page: number) => ({
    text,
    label: page === 2 ? label : String(page),
    indent: 90,
    page: 1,
    target: page === 2 ? target : null,
    list: 'headings' as const,
  });
  const texts = typeof body === 'string' ? [body] : body;
  const lines = [
    line('一、总体情况', 90, 100, { page: 1 }),
    ...texts.map((text, index) => line(text, 90, 100 + 24 * index, { page: 2 })),
    line('九、未来展望', 90, 100, { page: 3 }),
  ];
  const entries = [made('一、总体情况', 1), made(entry, 2), made('九、未来展望', 3)];
  const matches = matchContents({ entries, lines, labels: ['1', '2', '3'], bodyStart: 0 });
  const found = matches.find((each) => each.entry === entries[1]);
  return found ? [found.from, found.to] : null;
}

describe('entries whose heading says nearly the same', () => {
  it('are matched with it: a character that is missing or another', () => {
    expect(matched('二、智能服务的备案现状', ['正文', '二、智能服务备案现状'])).toEqual([2, 3]);
    expect(matched('二、生式智能服务的现状', ['二、生成式智能服务', '的现状', '正文'])).toEqual([1, 3]);
    expect(matched('智能服务备案的基本现状', '智能服务备案的基本情状')).toEqual([1, 2]);
  });

  it('are not where too much differs: a quarter with a number, an eighth without', () => {
    expect(matched('二、甲乙丙丁戊己庚辛', '二、甲乙丙丁戊己天地')).toEqual([1, 2]);
    expect(matched('二、甲乙丙丁戊己庚辛', '二、甲乙丙丁戊天地人')).toBeNull();
    expect(matched('甲乙丙丁戊己庚辛', '甲乙丙丁戊己庚地')).toEqual([1, 2]);
    expect(matched('甲乙丙丁戊己庚', '甲乙丙丁戊己地')).toBeNull();
  });

  it('are not where the numbers differ, whatever the words', () => {
    expect(matched('二、智能服务的现状', '三、智能服务的现况')).toBeNull();
    expect(matched('二、智能服务的现状', '智能服务的现状况')).toBeNull();
  });

  it('may have words put in where a composed number says which it is', () => {
    expect(matched('2.5.3与大陆法律的对比', '2.5.3与在大陆（不含各岛）法律的对比')).toEqual([1, 2]);
    expect(matched('二、与大陆法律的对比', '二、与在大陆（不含各岛）法律的对比')).toBeNull();
    expect(matched('2.5.3对比', `2.5.3对比${'文'.repeat(10)}`)).toBeNull();
  });

  it('are looked for on their page or the next, or where their link leads', () => {
    const [entry, body] = ['二、智能服务的备案现状', '二、智能服务备案现状'];
    expect([matched(entry, body, { label: '3' }), matched(entry, body, { label: '4' })]).toEqual([
      [1, 2],
      null,
    ]);
    expect(matched(entry, body, { label: '9', target: 2 })).toEqual([1, 2]);
    expect(matched(entry, body, { label: '' })).toBeNull();
  });

  it('may leave out what a heading says in brackets, behind a colon or a dash, where the number agrees', () => {
    expect(matched('二、操作', '二、操作(ACTIONS)')).toEqual([1, 2]);
    expect(matched('二、操作', '二、操作：怎样开始')).toEqual([1, 2]);
    expect(matched('二、操作', '二、操作系统的更新')).toBeNull();
    expect(matched('操作', '操作(ACTIONS)')).toBeNull();
    expect(matched('二、操', '二、操(ACTIONS)')).toBeNull();
  });

  it('may leave out what a heading without a number says in brackets, where six characters are left', () => {
    expect(matched('B安装方案集合', 'B安装方案(Schemes)集合（全部）')).toEqual([1, 2]);
    expect(matched('安装方案集合', '安装方案(Schemes)集合')).toEqual([1, 2]);
    expect(matched('装方案集合', '装方案(Schemes)集合')).toBeNull();
  });

  it('take a second line that is mostly what they say', () => {
    const entry = '2.1 你要我安装稳定的版本，但它不支持硬件，怎么-办';
    const [first, second] = ['2.1 你要我安装稳定的版本，但它不支持硬', '件，怎么办'];
    expect(matched(entry, [first, second])).toEqual([1, 3]);
    expect(matched(entry, [first, '件，怎么办呢呢'])).toEqual([1, 3]);
    expect(matched(entry, [first, '件，怎么办呢呢呢'])).toEqual([1, 2]);
  });
});
