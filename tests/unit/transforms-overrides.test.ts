import { describe, expect, it } from 'vitest';
import type { Block } from '../../scripts/ingest/model/document.ts';
import { applyOverrides } from '../../scripts/ingest/transforms/apply-overrides.ts';
import { textOf } from '../../scripts/ingest/model/text-of.ts';
import { heading, INVENTED_BODY, paragraph, sourcesOf } from '../support/invented-document.ts';

describe('applyOverrides', () => {
  const body: readonly Block[] = [
    heading(2, '（一）', '河湖长治的新阶段'),
    paragraph([
      { type: 'text', value: '甲乙' },
      { type: 'strong', children: [{ type: 'text', value: '丙丁' }] },
      { type: 'text', value: '戊。己庚。' },
    ]),
    paragraph('辛壬癸。'),
  ];
  const apply = (...corrections: Parameters<typeof applyOverrides>[1]): ReturnType<typeof applyOverrides> =>
    applyOverrides(sourcesOf(body), corrections);

  it('replaces text across marks and keeps the marks around it', () => {
    const {
      body: [first, second],
      messages,
    } = apply({ replace: '长治', with: '长制' }, { replace: '乙丙', with: '乙 B' });
    expect(first && textOf([first])).toBe('河湖长制的新阶段');
    expect(second).toMatchObject({
      children: [
        { value: '甲' },
        { value: '乙 B' },
        { type: 'strong', children: [{ value: '丁' }] },
        { value: '戊。己庚。' },
      ],
    });
    expect(messages).toEqual([]);
  });

  it('replaces text in the title of a box, in a caption, a source line and a cell', () => {
    const parts = INVENTED_BODY.filter(({ type }) => ['callout', 'figure', 'table'].includes(type));
    const replaced = (wanted: string): string =>
      JSON.stringify(applyOverrides(sourcesOf(parts), [{ replace: wanted, with: '※' }]));
    for (const wanted of ['共享目录', '巡查次数', '示例研究院', '天数']) {
      expect(replaced(wanted), wanted).toContain('※');
      expect(replaced(wanted), wanted).toContain('"messages":[]');
    }
  });

  it('changes the level of a heading, makes one of a paragraph, and a paragraph of one', () => {
    expect(apply({ heading: '（一）河湖长治的新阶段', level: 3 }).body[0]).toMatchObject({
      type: 'heading',
      level: 3,
    });
    expect(apply({ heading: '辛壬癸。', level: 2 }).body[2]).toMatchObject({ type: 'heading', level: 2 });
    expect(
      apply({ heading: '（一）河湖长治的新阶段', level: 0 })
        .body.slice(0, 1)
        .map((block) => textOf([block])),
    ).toEqual(['（一）河湖长治的新阶段']);
  });

  it('drops a block into the furniture, splits one in two, joins two', () => {
    const dropped = apply({ drop: '辛 壬 癸。', reason: '水印' });
    expect(dropped.body).toHaveLength(2);
    expect(dropped.furniture).toMatchObject([{ text: '辛壬癸。', reason: '水印' }]);
    expect(apply({ splitAfter: '丁戊。' }).body.map((block) => textOf([block]))).toEqual([
      '河湖长治的新阶段',
      '甲乙丙丁戊。',
      '己庚。',
      '辛壬癸。',
    ]);
    expect(apply({ joinBefore: '辛壬' }).body.map((block) => textOf([block]))).toEqual([
      '河湖长治的新阶段',
      '甲乙丙丁戊。己庚。辛壬癸。',
    ]);
  });

  it('says which correction no longer applies or fits too much, and changes nothing', () => {
    const result = apply({ drop: '没有' }, { replace: '。', with: '！' });
    expect(result.body).toEqual(body);
    expect(result.messages.map(({ reason }) => reason)).toEqual([
      'The correction “drop: 没有” in overrides.yaml finds no such text any more.',
      'The correction “replace: 。” in overrides.yaml fits 2 blocks, so it was not applied.',
    ]);
    expect(
      apply({ replace: '。', with: '！', within: '辛壬' })
        .body.map((block) => textOf([block]))
        .at(-1),
    ).toBe('辛壬癸！');
  });
});

describe('applyOverrides, inside', () => {
  const { origins } = paragraph('');
  const nested: readonly Block[] = [
    {
      type: 'list',
      ordered: false,
      origins,
      items: [
        { marker: '●', children: [paragraph('甲'), paragraph('乙')] },
        { marker: '●', children: [paragraph('丙')] },
      ],
    },
    { type: 'quote', origins, children: [paragraph('丁')] },
    { type: 'callout', origins, title: [], children: [paragraph('戊'), paragraph('己')] },
  ];
  const markers = ({ body }: ReturnType<typeof applyOverrides>): number =>
    body[0]?.type === 'list' ? body[0].items.length : 0;

  it('reaches what stands in lists, quotations and boxes', () => {
    for (const wanted of ['甲', '丙', '丁', '己']) {
      const { body, messages } = applyOverrides(sourcesOf(nested), [{ replace: wanted, with: '※' }]);
      expect(textOf(body)).toBe('甲乙丙丁戊己'.replace(wanted, '※'));
      expect(messages).toEqual([]);
    }
    const { body } = applyOverrides(sourcesOf(nested), [{ joinBefore: '己' }]);
    expect(body[2]).toMatchObject({ children: [{ type: 'paragraph' }] });
    expect(textOf(body)).toBe('甲乙丙丁戊己');
  });

  it('lets an item go of which nothing is left, and keeps one of which something is', () => {
    expect(markers(applyOverrides(sourcesOf(nested), [{ drop: '丙' }]))).toBe(1);
    expect(markers(applyOverrides(sourcesOf(nested), [{ drop: '甲' }]))).toBe(2);
  });

  it('makes furniture of what it drops there, with a reason of its own where none is given', () => {
    const { furniture } = applyOverrides(sourcesOf(nested), [{ drop: '戊' }]);
    expect(furniture).toEqual([
      { kind: 'other', text: '戊', reason: 'dropped by hand in overrides.yaml', origins },
    ]);
  });

  it('applies a correction to what the one before it has made', () => {
    const { body, messages } = applyOverrides(sourcesOf(nested), [
      { replace: '丁', with: '新' },
      { replace: '新', with: '※' },
    ]);
    expect([textOf(body), messages]).toEqual(['甲乙丙※戊己', []]);
  });
});

describe('applyOverrides, beside the body', () => {
  const viewpoint = { number: 1, lead: '甲乙。', children: [paragraph('甲乙。丙。')], origins: [] };
  const sources = {
    ...sourcesOf([paragraph('丁')]),
    introduction: [paragraph('戊')],
    viewpoints: [viewpoint],
  };

  it('reaches the introduction and the viewpoints, with their leads', () => {
    expect(textOf(applyOverrides(sources, [{ replace: '戊', with: '※' }]).introduction)).toBe('※');
    const [changed] = applyOverrides(sources, [{ replace: '乙', with: '※' }]).viewpoints;
    expect([changed?.lead, textOf(changed?.children ?? [])]).toEqual(['甲※。', '甲※。丙。']);
  });

  it('leaves the lead where the text is not replaced', () => {
    const [changed] = applyOverrides(sources, [{ splitAfter: '甲乙。' }]).viewpoints;
    expect([changed?.lead, changed?.children.length]).toEqual(['甲乙。', 2]);
  });

  it('counts a text in the body and in a viewpoint as two', () => {
    const twice = { ...sources, body: [paragraph('甲')] };
    expect(applyOverrides(twice, [{ replace: '甲', with: '※' }])).toMatchObject({
      body: twice.body,
      messages: [{ ruleId: 'overrides/apply', severity: 'warning' }],
    });
  });
});
