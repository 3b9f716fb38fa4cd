import { describe, expect, it } from 'vitest';
import { findAccountCard } from '../../scripts/ingest/readers/article/account-card.ts';
import { readContentsLine } from '../../scripts/ingest/readers/article/find-contents.ts';
import { readHtmlUnits } from '../../scripts/ingest/readers/article/html-units.ts';
import { isInterfaceRemnant } from '../../scripts/ingest/readers/article/interface-remnants.ts';
import { readMarkdownUnits } from '../../scripts/ingest/readers/article/markdown-units.ts';
import { isPromotion } from '../../scripts/ingest/readers/article/promotions.ts';

describe('the longest line', () => {
  const filled = (length: number, start: string, end = ''): string =>
    start + '字'.repeat(length - start.length - end.length) + end;

  it('of a promotion has 60 characters', () => {
    expect(isPromotion(filled(60, '扫码'))).toBe(true);
    expect(isPromotion(filled(61, '扫码'))).toBe(false);
  });

  it('of the contents has 60 characters, its page not counted, and ends no sentence', () => {
    expect(readContentsLine(`${filled(60, '一、')} 12`)).toMatchObject({ label: '12' });
    expect(readContentsLine(filled(61, '一、'))).toBeNull();
    for (const end of ['。', '；']) expect(readContentsLine(filled(9, '一、', end))).toBeNull();
    for (const none of ['', '没有编号', '一、']) expect(readContentsLine(none)).toBeNull();
  });
});

describe('phrases that ask for something', () => {
  it('stand as far apart as their group says, no further', () => {
    for (const text of [
      '关注我们',
      `关注${'字'.repeat(20)}公众号`,
      '加入读者交流六字群',
      '回复字获取',
      '点击下图',
    ])
      expect(isPromotion(text), text).toBe(true);
    for (const text of [`关注${'字'.repeat(21)}公众号`, '加入字字字字字字字群', '回复获取', '点击这个下图'])
      expect(isPromotion(text), text).toBe(false);
  });

  it('name a number only with a colon after the word', () => {
    for (const text of ['电话：1', 'QQ:1']) expect(isPromotion(text), text).toBe(true);
    for (const text of ['电话交换', '腾讯QQ与微信']) expect(isPromotion(text), text).toBe(false);
  });
});

describe('what the page says', () => {
  it('is taken out longest phrase first, so that no longer one is cut in pieces', () => {
    for (const text of ['微信扫一扫可打开此内容，使用完整服务', 'THE END', '点赞 12', '轻触阅读原文'])
      expect(isInterfaceRemnant(text), text).toBe(true);
  });

  it('may hold the names of accounts, which alone mean nothing', () => {
    expect(isInterfaceRemnant('原创 示例评论 示例评论', ['', '示例评论'])).toBe(true);
    expect(isInterfaceRemnant('原创 示例评论 示例评论', [''])).toBe(false);
    expect(isInterfaceRemnant('原创 示例评论 示例评论')).toBe(false);
  });

  it('is no number alone, as designers set it before a viewpoint', () => {
    expect(isInterfaceRemnant('01')).toBe(false);
    expect(isInterfaceRemnant('2030年1月2日')).toBe(true);
    expect(isInterfaceRemnant('2030年1月2日发布')).toBe(false);
  });
});

describe('the card of the original account', () => {
  const cardOf = (...lines: readonly string[]) => {
    const { units } = readMarkdownUnits(lines.join('\n\n'));
    const card = findAccountCard(units);
    return {
      original: card.original,
      lines: units.flatMap((unit, at) => (card.units.has(unit) ? [at] : [])),
    };
  };
  const SENTENCE = '以下文章来源于示例院 ，作者某人';
  const picture = '![](x.png)';

  it('is the sentence, the name and the description after it', () => {
    expect(cardOf('前', SENTENCE, '**示例院** .', '介绍。', '正文。')).toEqual({
      original: '示例院',
      lines: [1, 2, 3],
    });
  });

  it('has its name within four units after the sentence', () => {
    expect(cardOf(SENTENCE, picture, picture, picture, '示例院', '介绍。').lines).toEqual([0, 4, 5]);
    expect(cardOf(SENTENCE, picture, picture, picture, picture, '示例院', '介绍。').lines).toEqual([0]);
    expect(cardOf('示例院', SENTENCE, '正文。').lines).toEqual([1]);
  });

  it('has no description where a picture or a heading follows the name', () => {
    for (const next of [picture, '# 标题']) expect(cardOf(SENTENCE, '示例院', next).lines).toEqual([0, 1]);
  });

  it('is not there where an article only mentions the words', () => {
    expect(cardOf('本文说明以下文章来源于何处', '何处').lines).toEqual([]);
  });

  it('has no description that stands outside the article, where the card is inside', () => {
    const html = `<div id="js_content"><p>${SENTENCE}</p><p>示例院</p></div><p>页脚</p>`;
    const { units } = readHtmlUnits(html, 'page.html');
    expect(units.map((unit) => findAccountCard(units).units.has(unit))).toEqual([true, true, false]);
  });
});
