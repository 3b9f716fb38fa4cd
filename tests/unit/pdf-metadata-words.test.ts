/** How candidates for title, publisher and date are weighed, and what words tell of a title. */
import { describe, expect, it } from 'vitest';
import { weighCandidates } from '../../scripts/ingest/readers/pdf/furniture/metadata-candidate.ts';
import type { MetadataCandidate } from '../../scripts/ingest/readers/pdf/furniture/metadata-candidate.ts';
import { titleOfFile } from '../../scripts/ingest/readers/pdf/furniture/title-of-file.ts';
import {
  endsAsReport,
  isNoTitle,
  isSeriesLabel,
  labelledTitle,
  mayBeTitle,
  titleText,
} from '../../scripts/ingest/readers/pdf/furniture/title-words.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { run } from '../support/pdf-page-content.ts';

describe('candidates', () => {
  const said = (witness: string, text: string, weight: number): MetadataCandidate => ({
    field: 'title',
    text,
    witness,
    reason: 'Said.',
    weight,
  });

  it('win by the weights of all who say the same; one witness counts once', () => {
    const candidates = [
      said('cover', '数字经济观察', 0.5),
      said('head', '数据流通白皮书', 0.3),
      said('metadata', '数据流通白皮书（2023年）', 0.3),
    ];
    expect(weighCandidates(candidates, 'title')[0]).toMatchObject({
      text: '数据流通白皮书',
      total: 0.6,
      chosen: true,
    });
    const repeated = [
      said('cover', '数字经济观察', 0.5),
      said('head', '数据流通', 0.3),
      said('head', '数据流通', 0.3),
    ];
    expect(weighCandidates(repeated, 'title')[0]).toMatchObject({ text: '数字经济观察', total: 0.5 });
  });

  it('are not chosen where nobody who says them is believed enough', () => {
    const chosen = (weight: number) =>
      weighCandidates([said('metadata', '数据流通', weight)], 'title')[0]?.chosen;
    expect([chosen(0.3), chosen(0.29)]).toEqual([true, false]);
  });
});

describe('words of titles', () => {
  it('tell titles from labels of series, versions, notices and addresses', () => {
    expect(
      ['行业深度报告|计算机', '行业研究 · 行业专题', '2023年白皮书', 'White Paper'].map(isSeriesLabel),
    ).toEqual([true, true, true, true]);
    expect(['数据要素白皮书', '隐私·计算'].map(isSeriesLabel)).toEqual([false, false]);
    expect(['数据要素白皮书（2024年）', '备案指南', '白皮书', '数据要素'].map(endsAsReport)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(
      ['V1.0.0', '请阅读最后声明', 'www.example.org', '第一章 总则', '机密★一年', '2023/8/24', 'A1'].filter(
        mayBeTitle,
      ),
    ).toEqual([]);
    expect(['机密计算共享', 'Private Data'].filter(mayBeTitle)).toHaveLength(2);
  });

  it('of files lose what programs and collections put around them', () => {
    expect(['Microsoft Word - 数据.docx', '某某-数据-251228.pdf', '数据'].map(titleOfFile)).toEqual([
      '数据',
      '某某-数据',
      '数据',
    ]);
  });
});

describe('lines of titles', () => {
  it('are no versions and no facts with their labels', () => {
    const lines = ['V2.9.0~pre1+git2023, 28', 'Release 12.18', '‰作者：某某', '总页数：15', 'Title: Guide'];
    expect(lines.filter(isNoTitle)).toEqual(lines);
    expect(['Version control', 'V2X 白皮书', '题名的由来', 'Release of data'].filter(isNoTitle)).toEqual([]);
  });

  it('may have a label that says so', () => {
    expect(
      ['‰标题：数据流通手册', 'Title: A Guide to Data', '标题：12', '副标题：数据流通'].map(labelledTitle),
    ).toEqual(['数据流通手册', 'A Guide to Data', null, null]);
  });

  it('are read without the mark of a note at their end', () => {
    const line = (...parts: readonly (readonly [text: string, raised: boolean])[]) => {
      const [made] = assembleLines([run('文', 80, 100)]);
      const [span] = made?.spans ?? [];
      const spans = span ? parts.map(([text, raised]) => ({ ...span, text, raised })) : [];
      return titleText({ spans, text: parts.map(([text]) => text).join('') });
    };
    expect(line(['数据流通简介', false], ['1', true])).toBe('数据流通简介');
    expect(line(['数据流通简介∗', false])).toBe('数据流通简介');
    expect(line(['走进Web', false], ['3', false])).toBe('走进Web3');
    expect(line(['面积单位m', false], ['二', true])).toBe('面积单位m二');
    expect(line(['12', true])).toBe('12');
  });
});
