import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../scripts/ingest/model/document.ts';
import { ALL_PRINTED, plainText, textOf } from '../../scripts/ingest/model/text-of.ts';
import { mapBlocks, mapInlines, mapParts, partsOf } from '../../scripts/ingest/model/walk.ts';
import { INVENTED_BODY, heading, paragraph } from '../support/invented-document.ts';

const text = (value: string): Inline => ({ type: 'text', value });
const only = (type: Block['type']): Block => INVENTED_BODY.find((block) => block.type === type)!;
const fieldsOf = (block: Block): readonly string[] =>
  partsOf(block).map((part) => (part.kind === 'blocks' ? 'blocks' : part.field));

describe('partsOf', () => {
  it('names the parts of each kind of block in the order in which they are read', () => {
    expect(fieldsOf(heading(1, '一、', '甲'))).toEqual(['number', 'children']);
    expect(fieldsOf(only('list'))).toEqual(['marker', 'blocks', 'marker', 'blocks']);
    expect(fieldsOf(only('callout'))).toEqual(['title', 'blocks']);
    expect(fieldsOf(only('figure'))).toEqual(['number', 'caption', 'alt', 'source']);
    const cells = Array.from({ length: 5 }, () => 'rows');
    expect(fieldsOf(only('table'))).toEqual(['number', 'caption', ...cells, 'source']);
  });

  it('leaves out what a block does not have', () => {
    expect(fieldsOf({ ...only('figure'), alt: null } as Block)).toEqual(['number', 'caption', 'source']);
  });
});

describe('mapParts', () => {
  it('goes no deeper than the block', () => {
    const box: Block = { type: 'callout', title: [text('题')], children: [paragraph('文')], origins: [] };
    const changed = mapParts(box, { inlines: () => [text('新')] });
    expect(textOf([changed])).toBe('新文');
  });

  it('gives the items of a list as a whole to the one who asks for them', () => {
    const first = mapParts(only('list'), { items: (items) => items.slice(0, 1) });
    expect(textOf([first])).toBe('建立名录');
  });
});

describe('mapBlocks', () => {
  it('shows a block with what is inside it changed already', () => {
    const quote: Block = { type: 'quote', children: [paragraph('甲')], origins: [] };
    const seen: string[] = [];
    mapBlocks([quote], {
      inlines: () => [text('乙')],
      block: (block) => {
        seen.push(`${block.type} ${textOf([block])}`);
        return block;
      },
    });
    expect(seen).toEqual(['paragraph 乙', 'quote 乙']);
  });
});

describe('mapInlines', () => {
  it('puts what it is given in the place of an inline, and shows the one to its left', () => {
    const strong: Inline = { type: 'strong', children: [text('乙'), text('丙')] };
    const seen: string[] = [];
    const changed = mapInlines([text('甲'), strong], (inline, before) => {
      seen.push(plainText(before ? [before] : []) + '→' + plainText([inline]));
      return inline.type === 'strong' ? null : [inline, inline];
    });
    expect(plainText(changed)).toBe('甲甲乙乙丙丙');
    expect(seen).toEqual(['→甲', '甲→乙丙', '→乙', '乙→丙']);
  });
});

describe('plainText', () => {
  const inlines: readonly Inline[] = [
    text('甲'),
    { type: 'noteReference', noteId: 'a' },
    { type: 'break' },
    { type: 'pageMark', page: 4, label: '2' },
    { type: 'link', url: 'https://example.org/', children: [text('乙')] },
  ];

  it('has neither note marks nor line breaks unless it is told how they read', () => {
    expect(plainText(inlines)).toBe('甲乙');
    expect(plainText(inlines, { labelOf: (noteId) => `[${noteId}]` })).toBe('甲[a]乙');
    expect(plainText(inlines, { lineBreak: ' ' })).toBe('甲 乙');
  });
});

describe('textOf', () => {
  const figure = only('figure') as Extract<Block, { type: 'figure' }>;

  it('leaves out numbers, markers and source lines, which all that is printed has', () => {
    expect(textOf([heading(1, '一、', '甲'), only('list'), figure])).toBe('甲建立名录分级管理省级巡查次数');
    expect(textOf([heading(1, '一、', '甲')], { counted: ALL_PRINTED })).toBe('一、甲');
    expect(textOf([only('list')], { counted: ALL_PRINTED })).toBe('1.建立名录2.分级管理●省级');
    expect(textOf([figure], { counted: ALL_PRINTED, between: '|' })).toBe('图 1|巡查次数|来源：示例研究院');
  });

  it('takes the alternative of a figure only where it has no caption', () => {
    expect(textOf([{ ...figure, caption: [] }])).toBe('2029年 2030年');
    expect(textOf([{ ...figure, caption: [], alt: null }])).toBe('');
  });

  it('separates the cells of a table by spaces, and blocks by what is asked for', () => {
    expect(textOf([only('table')])).toBe('延迟 省份 天数 | 小时 甲 3 ');
    const table: Block = { ...only('table'), source: [text('来源')] } as Block;
    expect(textOf([table], { counted: ALL_PRINTED, between: '|' })).toBe(
      '表 1|延迟 省份 天数 | 小时 甲 3  来源',
    );
    expect(textOf([paragraph('甲'), only('callout')], { between: '\n' })).toBe(
      '甲\n专栏1 共享目录\n目录共四百项。',
    );
  });
});
