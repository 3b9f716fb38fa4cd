import { describe, expect, it } from 'vitest';
import type { Inline } from '../../scripts/ingest/model/document.ts';
import { readLead } from '../../scripts/ingest/readers/article/find-viewpoints.ts';
import { dropCharacters, tidyInlines } from '../../scripts/ingest/readers/article/inline-text.ts';
import { isInterfaceRemnant } from '../../scripts/ingest/readers/article/interface-remnants.ts';
import {
  isContentsLabel,
  isCredits,
  isReleaseNote,
  isViewpointsLabel,
} from '../../scripts/ingest/readers/article/labels.ts';
import { readMarkdownUnits } from '../../scripts/ingest/readers/article/markdown-units.ts';
import { isPromotion } from '../../scripts/ingest/readers/article/promotions.ts';
import { showInlines } from '../support/show-inlines.ts';

const lines = (markdown: string): readonly string[] =>
  readMarkdownUnits(markdown).units.map((unit) => showInlines(unit.inlines));

describe('strong marks in Markdown', () => {
  it.each([
    ['**观点。**智能体', '［观点。］智能体'],
    ['**一。**甲**乙，**丙**丁**', '［一。］甲［乙，］丙［丁］'],
    ['**特征。****总体上，**以', '［特征。总体上，］以'],
    ['“**甲**”和“**乙**”', '“［甲］”和“［乙］”'],
    ['甲 ** 乙', '甲 ** 乙'],
    ['**甲**乙**丙', '［甲］乙**丙'],
    ['\\*\\*甲\\*\\*', '**甲**'],
    ['5*3*2 与 *强调* 及 ***两者***', '5*3*2 与 ‹强调› 及 ［‹两者›］'],
    ['*****', '*****'],
  ])('%s is read as %s', (markdown, expected) => {
    expect(lines(markdown)).toEqual([expected]);
  });

  it('come back as they were cut: neighbours are one, empty ones vanish', () => {
    const strong = (value: string): Inline => ({ type: 'strong', children: [{ type: 'text', value }] });
    expect(
      showInlines(tidyInlines([strong(' 甲'), strong('乙'), strong(''), { type: 'text', value: '\n 丙  ' }])),
    ).toBe('［甲乙］ 丙');
  });
});

describe('tidyInlines', () => {
  const text = (value: string): Inline => ({ type: 'text', value });
  const link = (url: string, ...children: Inline[]): Inline => ({ type: 'link', url, children });

  it('joins links to the same address only', () => {
    const links = [link('a', text('甲')), link('a', text('乙')), link('b', text('丙'))];
    expect(showInlines(tidyInlines(links))).toBe('[甲乙](a)[丙](b)');
    expect(tidyInlines([link('a', text('甲')), { type: 'strong', children: [text('乙')] }])).toHaveLength(2);
  });

  it('leaves no space or line break at either end, and no mark around nothing', () => {
    const inlines = [
      text(' 甲 '),
      { type: 'break' } as const,
      text(' 乙 '),
      link('a', text(' ')),
      { type: 'break' } as const,
    ];
    expect(showInlines(tidyInlines(inlines))).toBe('甲 ⏎乙');
    expect(tidyInlines([link('a', text('\u200B'), { type: 'strong', children: [text(' ')] })])).toEqual([]);
  });

  it('keeps what has no text of its own', () => {
    const page: Inline = { type: 'pageMark', page: 2, label: '1' };
    expect(tidyInlines([text('甲'), page])).toEqual([text('甲'), page]);
  });
});

describe('dropCharacters', () => {
  const strong = (...children: Inline[]): Inline => ({ type: 'strong', children });
  const text = (value: string): Inline => ({ type: 'text', value });

  it('takes characters off the front, through marks, which it keeps around what is left', () => {
    const inlines = [strong(text('1.')), text(' '), strong(text('甲乙')), text('丙')];
    expect(showInlines(dropCharacters(inlines, 3))).toBe('［甲乙］丙');
    expect(showInlines(dropCharacters(inlines, 4))).toBe('［乙］丙');
    expect(dropCharacters(inlines, 0)).toEqual(tidyInlines(inlines));
    expect(dropCharacters(inlines, 9)).toEqual([]);
  });
});

describe('lines of a Markdown paragraph', () => {
  it.each([
    ['甲乙\n丙丁', ['甲乙丙丁']],
    ['large language\nmodel', ['large language model']],
    ['一、甲\n（一）乙\n2. 丙', ['一、甲', '（一）乙', '2. 丙']],
    ['第一章 甲 …… 1\n附录 …… 9', ['第一章 甲 …… 1', '附录 …… 9']],
    ['甲  \n乙', ['甲⏎乙']],
    ['# 标题 `x` <b>', ['标题 `x` <b>']],
    ['> 不是引用', ['> 不是引用']],
    ['    缩进不是代码', ['缩进不是代码']],
    ['标题\n---', ['标题---']],
  ])('%j gives %j', (markdown, expected) => {
    expect(lines(markdown)).toEqual(expected);
  });
});

describe('the vocabulary of the genre', () => {
  it('knows the labels of lists, and takes no sentence for one', () => {
    for (const label of ['报告核心观点', '核心观点：', '白皮书主要观点', '【主要内容】', '核 心 观 点'])
      expect(isViewpointsLabel(label), label).toBe(true);
    for (const text of ['核心观点是安全', '本文介绍报告核心观点。', '观点'])
      expect(isViewpointsLabel(text), text).toBe(false);
    for (const label of ['报告目录', '目  录', '白皮书目录：'])
      expect(isContentsLabel(label), label).toBe(true);
    expect(isContentsLabel('目录服务的演进')).toBe(false);
  });

  it('knows how an article ends', () => {
    for (const text of ['（来源：中国信通院）', '文章来源：某院', '转自：某报'])
      expect(isReleaseNote(text), text).toBe(true);
    for (const text of [
      '来源：',
      '（来源：某',
      '数据来源广泛，来源：多个部门。经核对后使用于本文的各个部分，读者可以参考并按需要引用其中数据',
    ]) {
      expect(isReleaseNote(text), text).toBe(false);
    }
    expect(isCredits('责编：张三 ｜ 校对：李四')).toBe(true);
    expect(isCredits('编辑工作由三方共同完成。')).toBe(false);
  });

  it('tells what the page says and what asks the reader from what the article says', () => {
    for (const text of [
      '取消允许',
      '赞，轻点两下取消赞',
      '：，，。',
      '2031-05-07 09:30',
      '阅读 1234'.replace('阅读', '在看'),
    ]) {
      expect(isInterfaceRemnant(text), text).toBe(true);
    }
    for (const text of ['分享经济', '视频大模型', '2031年', '赞成'])
      expect(isInterfaceRemnant(text), text).toBe(false);
    for (const text of ['扫码订阅', '点击下载：', '关注我们的公众号', '投稿邮箱：a@b.cn'])
      expect(isPromotion(text), text).toBe(true);
    const long =
      '平台支持扫码登录与视频号直播，用户数在一年内从三百万增加到一千二百万，二维码支付覆盖全部乡镇，服务网点增加到四万个，满意度明显提高。';
    expect(isPromotion(long)).toBe(false);
  });
});

describe('readLead', () => {
  const text = (value: string): Inline => ({ type: 'text', value });
  const strong = (value: string): Inline => ({ type: 'strong', children: [text(value)] });

  it('is the bold text, without a bold lead-in of what follows', () => {
    expect(readLead([strong('甲是“乙”。总体上，'), text('丙。')])).toBe('甲是“乙”。');
    expect(readLead([strong('甲是关键，'), text('乙。')])).toBe('甲是关键，');
    expect(readLead([strong('甲是“乙。”'), text('丙。')])).toBe('甲是“乙。”');
  });

  it('is the first sentence where nothing is bold', () => {
    expect(readLead([text('甲。乙。')])).toBe('甲。');
    expect(readLead([text('没有句号')])).toBe('没有句号');
  });
});
