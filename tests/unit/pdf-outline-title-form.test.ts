import { describe, expect, it } from 'vitest';
import { formOfNoTitle } from '../../scripts/ingest/readers/pdf/outline/witnesses/title-form.ts';

const reasons = (...texts: readonly string[]) => texts.map((text) => formOfNoTitle(text));
const titles = (...texts: readonly string[]) => {
  expect(reasons(...texts)).toEqual(texts.map(() => null));
};

describe('what no title looks like', () => {
  it('is an item of a list by its mark', () => {
    expect(reasons('●总体', '◆总体', '■ 总体', '\uF0D8总体', 'Ø风险')).toEqual(
      Array(5).fill('it begins with the mark of a list'),
    );
    titles('总体●要求', 'Ørsted 公司');
  });

  it('is a part of a sentence: a conjunction stands at an end of it', () => {
    expect(reasons('和应用', '与治理', '的要求', '并推进', '及应用', '以及应用')).toEqual(
      Array(6).fill('it begins in the middle of a sentence'),
    );
    titles('和平发展', '与会代表', '并购重组', '及时响应', '或许可行');
    expect(formOfNoTitle('和特定情形相关的条款', true)).toBeNull();
    expect(reasons('规模和', '规模以及', '规模—')).toEqual(
      Array(3).fill('it ends in the middle of a sentence'),
    );
    titles('规模和结构', '总和性');
  });

  it('is a number alone, or one with its name', () => {
    expect(reasons('42%', '2010', '3.5万亿元', '2020年')).toEqual(Array(4).fill('a number alone'));
    expect(reasons('QQ：12345678', '电话：010-6230 1234', 'DOI:10.1000/j.cnki.100.2018')).toEqual(
      Array(3).fill('an address or a number with its name'),
    );
    titles('2020年发展回顾', '态势：2025年规模', '42% 的企业', '阶段：1.0');
  });

  it('is an address, a caption, or the end of a reference', () => {
    expect(reasons('www.example.com', 'index.html.', '联系 a@example.cn')).toEqual(
      Array(3).fill('an address or a number with its name'),
    );
    expect(reasons('图：规模', '表：规模', '资料来源：某院')).toEqual(Array(3).fill('a caption or a source'));
    expect(reasons('Journal of Law, 2018.')).toEqual(['it ends as a sentence does']);
    titles('图谱：技术', 'Standards', '表现', 'OpenAI 公司');
  });

  it('is code, or letters that make no word', () => {
    expect(reasons('\\label{name}', '⟨item⟩')).toEqual(Array(2).fill('code or a formula'));
    expect(reasons('A E', 'R R R', 'T2')).toEqual(Array(3).fill('no word in it'));
    expect([formOfNoTitle('A E', true), formOfNoTitle('{甲}', true)]).toEqual([null, null]);
    titles('API', 'AI 应用', '甲');
  });

  it('begins with no small letter in Latin words, and with no prompt', () => {
    expect(reasons('type in executable', 'required')).toEqual(Array(2).fill('it begins with a small letter'));
    expect(reasons('> make all', '$ make all', '# make all')).toEqual(Array(3).fill('code or a formula'));
    titles('eBay and others', 'iOS', 'Type in', 'app 市场');
    expect(formOfNoTitle('pandas', true)).toBeNull();
  });
});
