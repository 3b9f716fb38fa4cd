import { describe, expect, it } from 'vitest';
import { permalinksSchema } from '../../src/schema/permalinks.ts';
import { sketchBytes, sketchSimilarity, textSketch } from '../../scripts/ingest/transforms/fingerprint.ts';
import { publish } from '../support/link-targets.ts';

const FIRST = [
  '# overview 总体态势',
  's 人工智能技术演进走向新范式',
  'p 大模型的能力在上下文长度、知识密度和推理三个方面同时提升，应用门槛明显下降。',
  'p 多模态模型由任务拼接转向端到端的统一表示，图像与语音的理解能力接近文本。',
  's 人工智能工程化迈向新阶段',
  'p 工具链覆盖数据、训练、评测、部署各环节，企业可以在一周内完成一次微调。',
  '# governance 安全治理',
  's 全球治理正处于关键阶段',
  'p 各国从原则走向实践，标准、测试平台与水印等手段陆续落地。',
];

function idsByText(lines: readonly string[], ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(lines.map((line, index) => [line, ids[index] ?? '']));
}

describe('permanent ids', () => {
  const first = publish(FIRST);

  it('count each kind for itself, in reading order', () => {
    expect(first.lineIds).toEqual(['s1', 's2', 'p1', 'p2', 's3', 'p3', 's4', 's5', 'p4']);
    expect(permalinksSchema.parse(first.permalinks).entries).toHaveLength(FIRST.length);
  });

  it('stay when nothing changes, and so does the manifest', () => {
    const second = publish(FIRST, first.permalinks);
    expect(second.permalinks).toEqual(first.permalinks);
  });

  it('stay with their text when a heading is reworded and another is inserted before it', () => {
    const changed = [...FIRST];
    changed[4] = 's 工程化进入全新的发展阶段';
    changed.splice(
      1,
      0,
      's 全球人工智能产业规模持续扩大',
      'p 全球产业规模达到一点五万亿元，同比增长百分之十八点五。',
    );
    const second = publish(changed, first.permalinks);
    const was = idsByText(FIRST, first.lineIds);
    const is = idsByText(changed, second.lineIds);
    for (const line of FIRST.filter((text) => text in is)) expect(is[line], line).toBe(was[line]);
    expect(is['s 工程化进入全新的发展阶段']).toBe('s3');
    expect(is['s 全球人工智能产业规模持续扩大']).toBe('s6');
  });

  it('go with a paragraph to another chapter, which is remembered', () => {
    const moved = [...FIRST.slice(0, 3), ...FIRST.slice(4), FIRST[3]!];
    const second = publish(moved, first.permalinks);
    expect(second.lineIds.at(-1)).toBe('p2');
    const entry = second.permalinks.entries.find(({ id }) => id === 'p2');
    expect(entry).toMatchObject({ chapter: 'governance', formerly: ['overview'] });
    const back = publish(FIRST, second.permalinks);
    expect(back.permalinks.entries.find(({ id }) => id === 'p2')).toMatchObject({
      chapter: 'overview',
      formerly: ['governance'],
    });
  });

  it('follow a paragraph that was edited', () => {
    const edited = FIRST.map((line) =>
      line.replace('企业可以在一周内完成一次微调', '企业一般可以在五天内完成一次微调'),
    );
    expect(publish(edited, first.permalinks).lineIds).toEqual(first.lineIds);
  });

  it('never go to another text that takes the place of a deleted one', () => {
    const replaced = FIRST.map((line) =>
      line.startsWith('p 工具链')
        ? 'p 与之相对，算力供给的地区差异在今年进一步拉大，西部枢纽的上架率首次超过东部。'
        : line,
    );
    const second = publish(replaced, first.permalinks);
    expect(second.lineIds[5]).toBe('p5');
    expect(second.permalinks.entries.find(({ id }) => id === 'p3')).toMatchObject({ replacedBy: 's3' });
  });

  it('are never used again, even after their text is gone and others come', () => {
    const without = FIRST.filter((line) => !line.startsWith('p 各国'));
    const second = publish(without, first.permalinks);
    const third = publish(
      [...without, 'p 附带说明一个与此前全无关系的新段落，谈的是港口吞吐量。'],
      second.permalinks,
    );
    expect(third.lineIds.at(-1)).toBe('p5');
    expect(third.permalinks.entries.map(({ id }) => id)).toContain('p4');
  });

  it('come back when their text comes back', () => {
    const second = publish(FIRST.slice(0, 6), first.permalinks);
    expect(second.permalinks.entries.find(({ id }) => id === 'p4')?.replacedBy).toBeDefined();
    const third = publish(FIRST, second.permalinks);
    expect(third.lineIds).toEqual(first.lineIds);
    expect(third.permalinks.entries.every((entry) => entry.replacedBy === undefined)).toBe(true);
  });

  it('lead on when what replaced them vanishes too', () => {
    const second = publish(
      FIRST.filter((line) => !line.startsWith('p 工具链')),
      first.permalinks,
    );
    expect(second.permalinks.entries.find(({ id }) => id === 'p3')?.replacedBy).toBe('s3');
    const third = publish(FIRST.slice(0, 4), second.permalinks);
    const current = new Set(third.lineIds);
    const gone = third.permalinks.entries.filter((entry) => !current.has(entry.id));
    expect(gone.map(({ id, replacedBy }) => `${id} ${String(current.has(replacedBy ?? ''))}`)).toContain(
      'p3 true',
    );
    expect(gone.every((entry) => current.has(entry.replacedBy ?? ''))).toBe(true);
  });

  it('redirect a renamed chapter, through two renamings', () => {
    const rename = (from: string, to: string) => (line: string) => line.replace(`# ${from} `, `# ${to} `);
    const second = publish(FIRST.map(rename('governance', 'safety')), first.permalinks);
    expect(second.permalinks.redirects).toEqual({ governance: 'safety' });
    expect(second.lineIds).toEqual(first.lineIds);
    expect(second.permalinks.entries.every((entry) => entry.formerly === undefined)).toBe(true);
    const third = publish(FIRST.map(rename('governance', 'risk')), second.permalinks);
    expect(third.permalinks.redirects).toEqual({ governance: 'risk', safety: 'risk' });
  });

  it('stay with their section where many sections have a heading of the same words', () => {
    const section = (name: string): readonly string[] => [
      `s ${name}`,
      's 问题分析',
      `p ${name}目前还没有统一的做法，地方之间差别很大。`,
      's 探索思路',
      `p 建议就${name}先行试点，再把成熟的经验推开。`,
    ];
    const lines = ['# a 甲', ...section('权利归属'), ...section('估值定价'), ...section('流通规则')];
    const before = publish(lines);
    const changed = [
      '# a 甲',
      ...section('安全责任'),
      ...section('估值定价'),
      ...section('权利归属'),
      ...section('流通规则'),
    ];
    const after = publish(changed, before.permalinks);
    expect(after.lineIds.slice(6, 11)).toEqual(before.lineIds.slice(6, 11));
    expect(after.lineIds.slice(11, 16)).toEqual(before.lineIds.slice(1, 6));
    expect(after.lineIds.slice(16)).toEqual(before.lineIds.slice(11));
    expect(after.lineIds.slice(1, 6).filter((id) => before.lineIds.includes(id))).toEqual([]);
  });

  it('tell equal paragraphs of two chapters apart by their page', () => {
    const lines = ['# a 甲', 'p 来源：本报告整理。', '# b 乙', 'p 来源：本报告整理。'];
    const before = publish(lines);
    const after = publish(
      ['# b 乙', 'p 来源：本报告整理。', '# a 甲', 'p 来源：本报告整理。'],
      before.permalinks,
    );
    expect(after.lineIds).toEqual(['s2', 'p2', 's1', 'p1']);
  });
});

describe('textSketch', () => {
  it('estimates how much two texts share', () => {
    const text = '工具链覆盖数据、训练、评测、部署各环节，企业可以在一周内完成一次微调。';
    const near = text.replace('一周内', '五天内');
    const other = '各国从原则走向实践，标准、测试平台与水印等手段陆续落地，区域之间的差距正在缩小。';
    const likeness = (first: string, second: string): number =>
      sketchSimilarity(sketchBytes(textSketch(first)), sketchBytes(textSketch(second)));
    expect(likeness(text, text)).toBe(1);
    expect(likeness(text, near)).toBeGreaterThan(0.6);
    expect(likeness(text, other)).toBeLessThan(0.2);
  });
});
