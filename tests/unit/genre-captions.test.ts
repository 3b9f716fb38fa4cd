import { describe, expect, it } from 'vitest';
import {
  captionPrefixLength,
  isAttachedLine,
  isCalloutTitle,
  isContinuedMark,
  isNoteLine,
  isSourceLine,
  isUnitLine,
  parseCaption,
} from '../../scripts/ingest/genre/captions.ts';

describe('captions', () => {
  it.each([
    ['图 1 总体框架', 'figure', '图 1', '总体框架'],
    ['附图1：总体框架', 'figure', '附图 1', '总体框架'],
    ['Figure 3. Overview', 'figure', 'Figure 3', 'Overview'],
    ['表2-1 主要指标', 'table', '表 2-1', '主要指标'],
    ['表 2 - 1 主要指标', 'table', '表 2-1', '主要指标'],
    ['表格 4｜主要指标', 'table', '表格 4', '主要指标'],
    ['图表 5 主要指标', 'either', '图表 5', '主要指标'],
    ['Exhibit 2: Overview', 'either', 'Exhibit 2', 'Overview'],
    ['  图 6', 'figure', '图 6', ''],
    ['表一：主要指标', 'table', '表 一', '主要指标'],
    ['图3总体框架', 'figure', '图 3', '总体框架'],
    ['图1-1：规模（单位：亿元）', 'figure', '图 1-1', '规模（单位：亿元）'],
    ['图 1.2 走势', 'figure', '图 1.2', '走势'],
    ['图 1 2020—2024年规模', 'figure', '图 1', '2020—2024年规模'],
    ['表A- 1 主要指标', 'table', '表 A-1', '主要指标'],
  ])('%s is one', (text, kind, number, title) => {
    expect(parseCaption(text)).toEqual({ kind, number, title, continued: false });
  });

  it.each([
    ['图：总体框架', 'figure', '总体框架'],
    ['表： 《某办法》对照表', 'table', '《某办法》对照表'],
    ['图表:主要指标', 'either', '主要指标'],
    ['▲ 总体框架', 'either', '总体框架'],
    ['▲总体框架：示例', 'either', '总体框架：示例'],
  ])('%s is one without a number', (text, kind, title) => {
    expect(parseCaption(text)).toEqual({ kind, number: '', title, continued: false });
    expect(captionPrefixLength(text)).toBe(text.length - title.length);
  });

  it.each([
    '图：',
    '▲',
    '图示：总体框架',
    '如图：总体框架',
    '图 总体框架',
    '表：见下一页。',
    '▲ 这是一句话。',
  ])('%s is none, without a number', (text) => {
    expect(parseCaption(text)).toBeNull();
  });

  it('end their number before a year that is printed right behind it', () => {
    expect(parseCaption('图 12018—2020 年规模')).toMatchObject({ number: '图 1', title: '2018—2020 年规模' });
    expect(captionPrefixLength('图 12018—2020 年规模')).toBe('图 1'.length);
    expect(captionPrefixLength(' 图 12018—2020 年规模')).toBe(' 图 1'.length);
  });

  it.each([
    '图 1 显示，规模扩大',
    '图 1、图 2',
    '表 2 给出了主要指标',
    '图 1 和图 2 分别为两侧',
    '图 3 所示为架构',
    '表 1 为我国的情况',
    '图书馆 3 座',
    'Figure 2 shows the trend',
    '图一乐',
    '表三千',
    'Figure 3overview',
    '总体框架',
    '图 1 总体框架。',
    '图1234',
  ])('%s is none', (text) => {
    expect(parseCaption(text)).toBeNull();
  });

  it('are 80 ems wide at most, in which letters and spaces take half an em', () => {
    expect(parseCaption(`图 1 ${'甲'.repeat(77)}`)).not.toBeNull();
    expect(parseCaption(`图 1 ${'甲'.repeat(78)}`)).toBeNull();
    expect(parseCaption(`Figure 1: ${'a word '.repeat(21)}`)).not.toBeNull();
    expect(parseCaption(`Figure 1: ${'a word '.repeat(22)}`)).toBeNull();
  });

  it('of continuations are told by either mark, which is no part of the title', () => {
    expect(parseCaption('续表 3 指标')).toEqual({
      kind: 'table',
      number: '表 3',
      title: '指标',
      continued: true,
    });
    expect(parseCaption('表 2 主要指标（续表）')).toMatchObject({ number: '表 2', continued: true });
    expect(parseCaption('表 3（续）')).toEqual({ kind: 'table', number: '表 3', title: '', continued: true });
  });

  it('tell how many characters stand before the title, none where they are no captions', () => {
    expect(['图 1：总体', '  表2-1 指标', '总体框架'].map(captionPrefixLength)).toEqual([4, 7, 0]);
  });
});

describe('lines that belong to a figure or table', () => {
  it('name a source, a note or a unit', () => {
    const texts = ['来源：公开资料', '注：含港澳', '单位：亿元', '来源于实践'];
    expect(texts.map(isSourceLine)).toEqual([true, false, false, false]);
    expect(texts.map(isNoteLine)).toEqual([false, true, false, false]);
    expect(texts.map(isUnitLine)).toEqual([false, false, true, false]);
    expect(texts.map(isAttachedLine)).toEqual([true, true, true, false]);
  });

  it('say that a table goes on', () => {
    expect(['续表', '（续上表）', '续表数据'].map(isContinuedMark)).toEqual([true, true, false]);
  });

  it('open a box', () => {
    expect(['专栏 1：甲', '案例', '案例很多'].map(isCalloutTitle)).toEqual([true, true, false]);
  });

  it('are not sentences that begin alike', () => {
    expect(['来源广泛', '数据来源复杂'].map(isSourceLine)).not.toContain(true);
    expect(['注重安全', '说明情况'].map(isNoteLine)).not.toContain(true);
    expect(
      ['单位面积', '案例库建设', '专栏作家'].map((text) => isUnitLine(text) || isCalloutTitle(text)),
    ).not.toContain(true);
  });

  it('are told however they are worded', () => {
    expect(['数据来源: 某院', '资料来源：公开资料', 'Source: IDC'].map(isSourceLine)).not.toContain(false);
    expect(['备注：抽样', 'Note: sampled'].map(isNoteLine)).not.toContain(false);
    expect(['案例2 某地实践', 'Box 3'].map(isCalloutTitle)).not.toContain(false);
  });
});
