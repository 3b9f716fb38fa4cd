import { describe, expect, it } from 'vitest';
import { type Correction, overridesSchema } from '../../src/schema/overrides.ts';
import type { Block } from '../../scripts/ingest/model/document.ts';
import { ALL_PRINTED, textOf } from '../../scripts/ingest/model/text-of.ts';
import { runPipeline } from '../../scripts/ingest/pipeline.ts';
import { applyOverrides } from '../../scripts/ingest/transforms/apply-overrides.ts';
import { heading, INVENTED_BODY, INVENTED_PDF, paragraph, sourcesOf } from '../support/invented-document.ts';

const ofKind = (type: Block['type']): Block => INVENTED_BODY.find((block) => block.type === type)!;
const apply = (body: readonly Block[], ...corrections: readonly Correction[]) =>
  applyOverrides(sourcesOf(body), corrections);
const shown = (body: readonly Block[]) =>
  body.map((block) => `${block.type} ${textOf([block], { counted: ALL_PRINTED })}`);
const reasons = (body: readonly Block[], correction: Correction) =>
  apply(body, correction).messages.map(({ reason }) => reason);

describe('alt', () => {
  const figure = ofKind('figure');

  it('says what a figure shows, named by number, by whole caption or by place', () => {
    for (const name of ['图1', '图 1 巡查次数', { page: 5, top: 73 }]) {
      const { body, messages } = apply([figure], { alt: '柱状图', figure: name });
      expect([body[0], messages]).toMatchObject([{ alt: '柱状图' }, []]);
    }
  });

  it('finds a place that is two points off, and none that is three', () => {
    const at = (top: number) => apply([figure], { alt: '图', figure: { page: 5, top } }).messages.length;
    expect([at(70), at(74), at(69), at(75)]).toEqual([0, 0, 1, 1]);
  });

  it('says when there is no such figure any more', () => {
    expect(reasons([figure], { alt: '图', figure: '图 2' })).toEqual([
      'The correction “alt: 图 2” in overrides.yaml finds no such figure any more.',
    ]);
    expect(reasons([figure], { alt: '图', figure: { page: 9, top: 10 } })).toEqual([
      'The correction “alt: page 9, 10 points down” in overrides.yaml finds no such figure any more.',
    ]);
  });
});

describe('dropFigure', () => {
  it('sets a figure without words aside with its reason', () => {
    const { body, furniture } = apply([ofKind('figure'), paragraph('完。')], {
      dropFigure: { page: 5, top: 72 },
      reason: '徽标',
    });
    expect(shown(body)).toEqual(['paragraph 完。']);
    expect(furniture).toMatchObject([{ kind: 'other', reason: '徽标' }]);
  });
});

describe('kind', () => {
  it('makes paragraphs of a list, its marks with them, and of a box, a quotation and a table', () => {
    const change = (was: 'list' | 'callout' | 'quote' | 'table', begins: string) =>
      shown(apply([ofKind(was)], { begins, was, kind: 'paragraph' }).body);
    expect(change('list', '建立名录')).toEqual([
      'paragraph 1.建立名录',
      'paragraph 2.分级管理',
      'paragraph ●省级',
    ]);
    expect(change('callout', '专栏1')).toEqual(['paragraph 专栏1 共享目录', 'paragraph 目录共四百项。']);
    expect(change('quote', '数据多跑路')).toEqual(['paragraph 数据多跑路，群众少跑腿。']);
    expect(change('table', '表 1')).toEqual([
      'paragraph 表 1 延迟',
      'paragraph 省份 天数 | 小时',
      'paragraph 甲 3 ',
    ]);
  });

  it('makes a quotation or a list of a paragraph', () => {
    const change = (kind: 'quote' | 'list') =>
      shown(apply([paragraph('甲乙。')], { begins: '甲', was: 'paragraph', kind }).body);
    expect([change('quote'), change('list')]).toEqual([['quote 甲乙。'], ['list 甲乙。']]);
  });

  it('means only a block of the kind that it was taken for', () => {
    expect(reasons([paragraph('甲乙。')], { begins: '甲', was: 'list', kind: 'paragraph' })).toEqual([
      'The correction “begins: 甲” in overrides.yaml finds its text, but not at the beginning of a block of the kind that `was` names.',
    ]);
  });
});

describe('joinBefore and splitAfter', () => {
  it('join the two lines of a heading, and a line that belongs to the last item', () => {
    expect(
      shown(apply([heading(1, '一、', '总体'), heading(1, '', '态势')], { joinBefore: '态势' }).body),
    ).toEqual(['heading 一、总体态势']);
    const { body } = apply([ofKind('list'), paragraph('和市级')], { joinBefore: '和市级' });
    expect(shown(body)).toEqual([`${shown([ofKind('list')])[0]!}和市级`]);
  });

  it('part a heading from the paragraph that was read into it', () => {
    expect(shown(apply([heading(2, '（一）', '态势河湖管理')], { splitAfter: '态势' }).body)).toEqual([
      'heading （一）态势',
      'paragraph 河湖管理',
    ]);
  });

  it('say what they need where the text is there but stands elsewhere', () => {
    expect(reasons([ofKind('table'), paragraph('甲乙。')], { joinBefore: '甲' })[0]).toContain(
      'finds its text, but not at the beginning of a paragraph or heading that follows',
    );
    expect(reasons([paragraph('甲乙。')], { splitAfter: '甲乙。' })[0]).toContain('that goes on behind it');
    expect(reasons([paragraph('甲乙。')], { heading: '甲', level: 1 })[0]).toContain(
      'as the whole of a heading',
    );
  });
});

describe('report', () => {
  const run = (overridesYaml: string, reportYaml = '') =>
    runPipeline({
      id: 'rivers',
      article: null,
      pdf: {
        document: { ...INVENTED_PDF, metadata: { title: '' } },
        assets: [],
        account: {
          characters: 1,
          kept: 1,
          furniture: 0,
          lost: 0,
          invented: 0,
          contentsMatched: 0,
          badCharacters: 0,
        },
        stages: {},
      },
      reportYaml,
      overridesYaml,
      permalinksYaml: '',
    });

  it('corrects what was guessed, in the first run and in every later one, and it is no guess any more', () => {
    const yaml = 'report:\n  title: 河湖年报\n  publisher: 示例院\n  released: 2030-02-01\n';
    const first = run(yaml);
    expect(first.report).toMatchObject({ title: '河湖年报', publisher: '示例院', released: '2030-02-01' });
    expect(first.report.guessed).toBeUndefined();
    const guessed = run('');
    expect(guessed.report.guessed).toContain('title');
    const later = run(yaml, String(guessed.files.get('report.yaml')));
    expect(later.report).toMatchObject({ title: '河湖年报', publisher: '示例院' });
    expect(later.report.guessed).toBeUndefined();
  });

  it('leaves the other guesses what they are', () => {
    expect(run('report:\n  title: 河湖年报\n').report.guessed).toEqual(['publisher', 'released']);
  });

  it('needs no corrections beside it, and refuses what is no field of a report', () => {
    expect(overridesSchema.parse({ report: { title: '甲' } }).corrections).toEqual([]);
    expect(overridesSchema.safeParse({ report: { author: '甲' } }).success).toBe(false);
  });
});
