import { describe, expect, it } from 'vitest';
import {
  captionPrefixLength,
  isCalloutTitle,
  isContinuedMark,
  isNoteLine,
  isSourceLine,
  isUnitLine,
  parseCaption,
} from '../../scripts/ingest/genre/captions.ts';

describe('parseCaption', () => {
  it.each([
    ['图 1 总体架构', 'figure', '图 1', '总体架构'],
    ['图1-1：规模（单位：亿元）', 'figure', '图 1-1', '规模（单位：亿元）'],
    ['图 1.2 走势', 'figure', '图 1.2', '走势'],
    ['图12018—2020年规模', 'figure', '图 1', '2018—2020年规模'],
    ['图 1 2020—2024年规模', 'figure', '图 1', '2020—2024年规模'],
    ['表A- 1 主要指标', 'table', '表 A-1', '主要指标'],
    ['附表 2 术语', 'table', '附表 2', '术语'],
    ['表一 主要指标', 'table', '表 一', '主要指标'],
    ['图表 3 占比', 'either', '图表 3', '占比'],
    ['Figure 2: Architecture', 'figure', 'Figure 2', 'Architecture'],
    ['Table 4. Results', 'table', 'Table 4', 'Results'],
    ['图 9', 'figure', '图 9', ''],
  ])('reads %s', (text, kind, number, title) => {
    expect(parseCaption(text)).toEqual({ kind, number, title, continued: false });
  });

  it.each(['续表 2', '表 2（续）', '表 2 主要指标（续表）'])('knows that %s goes on', (text) => {
    expect(parseCaption(text)).toMatchObject({ kind: 'table', number: '表 2', continued: true });
  });

  it.each([
    '图 1 显示，规模持续增长',
    '表 2 给出了主要指标',
    '图 1 和图 2 分别为两侧',
    '图 3 所示为架构',
    '表 1 为我国的情况',
    '图一乐',
    '表三千万元',
    '图 4 架构与流程如下。',
    '图书馆 3 座',
    'Figure 2 shows the trend',
  ])('leaves the sentence %s alone', (text) => {
    expect(parseCaption(text)).toBeNull();
  });
});

it.each(['图 1：总体架构', '表1-2 指标', '图12018年规模', ' 图 3、分布'])(
  'counts what stands before the title of %s',
  (text) => {
    const caption = parseCaption(text);
    expect(text.slice(captionPrefixLength(text))).toBe(caption?.title);
  },
);

describe('the lines around figures and tables', () => {
  it('are told by how they begin', () => {
    expect(
      ['来源：某院', '数据来源: 某院', '资料来源：公开资料', 'Source: IDC'].map(isSourceLine),
    ).not.toContain(false);
    expect(['注：数据为初步核算', '备注：抽样', 'Note: sampled'].map(isNoteLine)).not.toContain(false);
    expect(['单位：亿元', '（单位：%）'].map(isUnitLine)).not.toContain(false);
    expect(['续表', '（续上表）'].map(isContinuedMark)).not.toContain(false);
    expect(['专栏 1：典型案例', '案例2 某地实践', 'Box 3'].map(isCalloutTitle)).not.toContain(false);
  });

  it('are not sentences that begin alike', () => {
    expect(['来源广泛', '数据来源复杂'].map(isSourceLine)).not.toContain(true);
    expect(['注重安全', '说明情况'].map(isNoteLine)).not.toContain(true);
    expect(
      ['单位面积', '案例库建设', '专栏作家'].map((text) => isUnitLine(text) || isCalloutTitle(text)),
    ).not.toContain(true);
  });
});
