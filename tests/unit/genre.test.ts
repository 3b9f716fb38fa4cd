import { describe, expect, it } from 'vitest';
import { isDateLine, isoDate } from '../../scripts/ingest/genre/dates.ts';
import { comparableText, foldText, squeeze, squeezeHan } from '../../scripts/ingest/genre/fold-text.ts';
import { isBackTitle, isFrontTitle, matterSlug } from '../../scripts/ingest/genre/matter-titles.ts';
import { readNumber } from '../../scripts/ingest/genre/numbering.ts';
import { parseChineseNumeral, parseNumeral, parseRoman } from '../../scripts/ingest/genre/numerals.ts';
import { isOrganisation, organisationsIn, publishingRole } from '../../scripts/ingest/genre/organisations.ts';
import {
  endsClause,
  endsLikeText,
  endsSentence,
  firstSentence,
  hasSentenceInside,
  wholeSentences,
} from '../../scripts/ingest/genre/sentences.ts';

describe('numerals', () => {
  it.each([
    ['三', 3],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['四十五', 45],
    ['一百', 100],
    ['一百零三', 103],
    ['一百二十', 120],
    ['百二十', 120],
    ['三千〇二十一', 3021],
    ['二〇二四', 2024],
    ['〇', 0],
  ])('%s is %i', (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value);
  });

  it.each(['', '百万', '一百零', '二十〇', '十一十', '三农'])('“%s” is no numeral', (text) => {
    expect(parseChineseNumeral(text)).toBeNull();
  });

  it('are Roman, circled, Latin and Arabic, too', () => {
    expect(['iv', 'IX', 'xl', 'abc', ''].map(parseRoman)).toEqual([4, 9, 40, null, null]);
    expect(['12', '①', '⑳', 'A', 'c', '七'].map(parseNumeral)).toEqual([12, 1, 20, 1, 3, 7]);
    expect(['㉑', 'AB', '甲'].map(parseNumeral)).toEqual([null, null, null]);
  });
});

describe('readNumber', () => {
  it.each([
    ['第一篇', 'part', 1, '第一篇', ''],
    ['第二部分 甲', 'part', 2, '第二部分', '甲'],
    ['第三章 展望', 'chapter', 3, '第三章', '展望'],
    ['第十二节：政策', 'section', 12, '第十二节：', '政策'],
    ['附录A 说明', 'appendix', 1, '附录A', '说明'],
    ['附件：清单', 'appendix', 0, '附件：', '清单'],
    ['一、态势', 'han', 1, '一、', '态势'],
    ['一百二十三、态势', 'han', 123, '一百二十三、', '态势'],
    ['（十二）布局', 'hanParen', 12, '（十二）', '布局'],
    ['3．应用', 'arabic', 3, '3．', '应用'],
    ['（4）数据', 'arabicParen', 4, '（4）', '数据'],
    ['5）数据', 'halfParen', 5, '5）', '数据'],
    ['③甲', 'circled', 3, '③', '甲'],
    ['B. 方法', 'letter', 2, 'B.', '方法'],
    ['1 引言', 'decimal1', 1, '1', '引言'],
    ['3人工智能的应用', 'decimal1', 3, '3', '人工智能的应用'],
    ['2.1 政策', 'decimal2', 1, '2.1', '政策'],
    ['1.1元数据管理', 'decimal2', 1, '1.1', '元数据管理'],
  ])('%s is %s %i', (text, style, value, number, rest) => {
    expect(readNumber(text)).toMatchObject({ style, value, number, rest });
  });

  it('keeps the numbers above a composed one, and tells where the text begins', () => {
    expect(readNumber('1.2.3  方法')).toMatchObject({
      style: 'decimal3',
      parents: [1, 2],
      value: 3,
      length: 7,
    });
    expect(readNumber('一、 甲')).toMatchObject({ parents: [], length: 3 });
  });

  it.each([
    '3个平台建成',
    '2024年以来',
    '3.5亿元规模',
    '1.5万亿元增长',
    '1.5倍',
    '37.5%的企业',
    '一百家',
    '三农',
    '12',
    '100. 甲',
  ])('%s begins with none', (text) => {
    expect(readNumber(text)).toBeNull();
  });
});

describe('titles of front and back matter', () => {
  it.each(['前 言', '版权声明', '免责声明', '执行摘要', '摘要', '编写组', '致谢', 'Preface'])(
    '%s opens front matter',
    (title) => {
      expect(isFrontTitle(title)).toBe(true);
    },
  );

  it.each(['参考文献', '附录', '附件：清单', '附录 B 方法', '名词解释', '致谢', 'References'])(
    '%s opens back matter',
    (title) => {
      expect(isBackTitle(title)).toBe(true);
    },
  );

  it.each(['总体态势', '前言技术', '摘要算法', '声明式编程'])('%s opens neither', (title) => {
    expect([isFrontTitle(title), isBackTitle(title)]).toEqual([false, false]);
  });

  it('have an address each', () => {
    expect(['前言', '内容摘要', '附录二', '参考文献', '总体态势'].map(matterSlug)).toEqual([
      'foreword',
      'summary',
      'appendix',
      'references',
      null,
    ]);
  });
});

describe('sentences', () => {
  it('end at a stop, whatever closes it', () => {
    expect(
      ['好。', '好！”', '好？）', '好…', 'it works.', '(see above).', '好。 '].map(endsSentence),
    ).toEqual(Array(7).fill(true));
    expect(['好，', '好；', '好：', 'J.', '[J].', '3.', '（好）', '好'].map(endsSentence)).toEqual(
      Array(8).fill(false),
    );
  });

  it('may be parted by ； and ：', () => {
    expect(['好；', '好：', '好：“'.slice(0, 2), '好。'].map(endsClause)).toEqual(Array(4).fill(true));
    expect(['好，', '好、', '（好）', 'A.'].map(endsClause)).toEqual(Array(4).fill(false));
  });

  it('are told from titles by their ends and insides', () => {
    expect(['好。', '好，', '好、', '好：'].map(endsLikeText)).toEqual(Array(4).fill(true));
    expect(['好', '好！', '好）'].map(endsLikeText)).toEqual(Array(3).fill(false));
    expect([hasSentenceInside('好。再好'), hasSentenceInside('好。')]).toEqual([true, false]);
  });

  it('are taken from the beginning of a text, one or all whole ones', () => {
    expect(firstSentence('甲好。”乙好。丙')).toBe('甲好。”');
    expect(wholeSentences('甲好。乙好；丙')).toBe('甲好。乙好；');
    expect([firstSentence('甲'), wholeSentences('甲')]).toEqual(['甲', '甲']);
  });
});

describe('folding', () => {
  it('takes away what two settings of the same words differ in, and no more', () => {
    expect(squeeze('目　 录')).toBe('目录');
    expect(squeezeHan('人 工 智 能 AI Agent 报 告')).toBe('人工智能AI Agent报告');
    expect(foldText('（一）AI 眼镜—发展')).toBe(foldText('(一)ai眼镜-发展'));
    expect(foldText('一、甲')).not.toBe(foldText('（一）甲'));
    expect(comparableText('《ＡＩ—发展》（2024）')).toBe('ai发展2024');
  });
});

describe('dates and names', () => {
  it('are as precise as what is printed', () => {
    expect(['2024年12月11日', '二〇二四年十二月', '2024年', '2024年13月', '十二月'].map(isoDate)).toEqual([
      '2024-12-11',
      '2024-12',
      '2024',
      '2024',
      undefined,
    ]);
    expect([isDateLine('2024 年 12 月'), isDateLine('2024年报告')]).toEqual([true, false]);
  });

  it('of organisations end as such', () => {
    expect([isOrganisation('某 研究院'), isOrganisation('某研究院发布')]).toEqual([true, false]);
    expect(
      ['某证券', '某律师事务所', '某研究会', '某基金会', '某大学', '某院（筹）'].every(isOrganisation),
    ).toBe(true);
    expect(['投资机会', '数字社会', '某高峰论坛', '产业布局', '重视中心：某公司'].some(isOrganisation)).toBe(
      false,
    );
  });

  it('of organisations in English are capitalised, short and have a word that tells them', () => {
    const names = [
      'Data Policy Division',
      'Privacy Task Team',
      'Example Co., Ltd',
      'Institute of Data and Society',
      'Example Inc.',
    ];
    expect(names.filter((name) => !isOrganisation(name))).toEqual([]);
    expect(
      ['The institute wrote this', 'Annual Review', 'We asked the Institute of Data'].filter(isOrganisation),
    ).toEqual([]);
  });

  it('in English that hold a word of organisations in mid-name, or tell a report, are none', () => {
    expect(['Central Bank Digital Currency', 'Report of the Committee on Data'].some(isOrganisation)).toBe(
      false,
    );
    expect(organisationsIn('Example Co., Ltd')).toEqual(['Example Co., Ltd']);
  });

  it('of organisations are listed one by one, and a text with anything else is no list', () => {
    expect(organisationsIn('甲研究院、乙公司和丙大学')).toEqual(['甲研究院', '乙公司', '丙大学']);
    expect(organisationsIn('数据与安全研究院')).toEqual(['数据与安全研究院']);
    expect([organisationsIn('甲研究院、张三'), organisationsIn('本公司')]).toEqual([[], []]);
    expect([organisationsIn('某咨询 × 某大学'), organisationsIn('顾问')]).toEqual([['某咨询', '某大学'], []]);
  });

  it('of organisations stand behind labels that tell what they did', () => {
    expect(
      ['发布单位：甲', '编写单位:乙', '主办：丙', '指导单位：丁'].map((text) => publishingRole(text)?.role),
    ).toEqual(['publisher', 'author', 'host', 'patron']);
    expect([publishingRole('研究方法：访谈'), publishingRole('发布会：某地')]).toEqual([null, null]);
  });

  it('of days are read in the ways of figures and of English', () => {
    expect(
      ['2023/8/24', '2023.08', '2023-08-24', 'August 2023', '24 Aug. 2023', 'August 24, 2023'].map(isoDate),
    ).toEqual(['2023-08-24', '2023-08', '2023-08-24', '2023-08', '2023-08-24', '2023-08-24']);
    expect(['2021-2022', '2023.15', '12023.08', '2023.08.1.2', 'May be 2023'].map(isoDate)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    expect(['August 2023', '24 August 2023', 'By August 2023'].map(isDateLine)).toEqual([true, true, false]);
  });
});
