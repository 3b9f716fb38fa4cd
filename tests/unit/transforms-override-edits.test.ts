import { describe, expect, it } from 'vitest';
import type { Correction } from '../../src/schema/overrides.ts';
import type { Block } from '../../scripts/ingest/model/document.ts';
import { textOf } from '../../scripts/ingest/model/text-of.ts';
import { editFor, fullText } from '../../scripts/ingest/transforms/override-edits.ts';
import { heading, INVENTED_BODY, paragraph } from '../support/invented-document.ts';

/** What a correction makes of a block: null, or the kinds and texts that stand in its place. */
function edit(correction: Correction, block: Block, before?: Block): readonly string[] | null {
  const edited = editFor(correction)(block, before);
  return edited && edited.blocks.map((each) => `${each.type} ${textOf([each])}`);
}

const list = INVENTED_BODY.find((block) => block.type === 'list')!;

describe('replace', () => {
  it('replaces every place in the one block that is meant', () => {
    expect(edit({ replace: '甲', with: '丁' }, paragraph('甲乙甲'))).toEqual(['paragraph 丁乙丁']);
    expect(edit({ replace: '甲', with: '甲甲' }, paragraph('甲乙甲'))).toEqual(['paragraph 甲甲乙甲甲']);
    expect(edit({ replace: '丙', with: '丁' }, paragraph('甲乙甲'))).toBeNull();
  });

  it('means only a block that holds the words of `within`', () => {
    const correction = { replace: '甲', with: '丁', within: '甲 乙' };
    expect(edit(correction, paragraph('甲乙'))).toEqual(['paragraph 丁乙']);
    expect(edit(correction, paragraph('甲丙'))).toBeNull();
  });

  it('leaves what is inside a block to that, and the number of a heading alone', () => {
    expect(edit({ replace: '省级', with: '市级' }, list)).toBeNull();
    expect(edit({ replace: '一', with: '二' }, heading(1, '一、', '甲'))).toBeNull();
  });
});

describe('heading', () => {
  it('means a heading or a paragraph by all of its text, number included, white space apart', () => {
    expect(edit({ heading: '一、甲', level: 2 }, heading(1, '一、', '甲'))).toEqual(['heading 甲']);
    expect(edit({ heading: '一 、甲', level: 2 }, paragraph('一、 甲'))).toEqual(['heading 一、 甲']);
    expect(edit({ heading: '甲', level: 2 }, heading(1, '一、', '甲'))).toBeNull();
    expect(edit({ heading: '甲', level: 2 }, paragraph('甲乙'))).toBeNull();
    expect(edit({ heading: fullText(list), level: 2 }, list)).toBeNull();
  });

  it('makes a paragraph of level 0, with the number if there is one', () => {
    expect(edit({ heading: '一、甲', level: 0 }, heading(1, '一、', '甲'))).toEqual(['paragraph 一、甲']);
    const [bare] = editFor({ heading: '甲', level: 0 })(heading(1, '', '甲'), undefined)!.blocks;
    expect(bare).toMatchObject({ type: 'paragraph', children: [{ value: '甲' }] });
  });

  it('keeps what else a heading has', () => {
    const front: Block = { ...heading(1, '', '前言'), matter: 'front' };
    expect(editFor({ heading: '前言', level: 2 })(front, undefined)?.blocks).toEqual([
      { ...front, level: 2 },
    ]);
  });
});

describe('drop', () => {
  it('means a block of any kind by all of its text', () => {
    expect(edit({ drop: '甲乙' }, paragraph('甲 乙'))).toEqual([]);
    expect(edit({ drop: fullText(list) }, list)).toEqual([]);
    expect(edit({ drop: '甲' }, paragraph('甲乙'))).toBeNull();
  });
});

describe('splitAfter', () => {
  it('cuts a paragraph where text follows', () => {
    expect(edit({ splitAfter: '乙。' }, paragraph('甲乙。丙'))).toEqual(['paragraph 甲乙。', 'paragraph 丙']);
    expect(edit({ splitAfter: '乙。' }, paragraph('甲乙。 '))).toBeNull();
    expect(edit({ splitAfter: '丁' }, paragraph('甲乙。丙'))).toBeNull();
  });

  it('cuts at the first of several places, a heading too, and no other kind of block', () => {
    expect(edit({ splitAfter: '甲' }, paragraph('甲乙甲丙'))).toEqual(['paragraph 甲', 'paragraph 乙甲丙']);
    expect(edit({ splitAfter: '甲' }, heading(1, '', '甲乙'))).toEqual(['heading 甲', 'paragraph 乙']);
    expect(edit({ splitAfter: '建立' }, list)).toBeNull();
  });
});

describe('joinBefore', () => {
  it('joins a paragraph that begins so with the paragraph before it, places and all', () => {
    const [before, block] = [paragraph('甲', 3), paragraph('乙丙', 4)];
    expect(edit({ joinBefore: '乙' }, block, before)).toEqual(['paragraph 甲乙丙']);
    const edited = editFor({ joinBefore: '乙' })(block, before);
    expect(edited?.replacesBefore).toBe(true);
    expect(edited?.blocks[0]?.origins).toEqual([...before.origins, ...block.origins]);
  });

  it('means none that only holds the words, or has nothing before it that goes on', () => {
    expect(edit({ joinBefore: '丙' }, paragraph('乙丙'), paragraph('甲'))).toBeNull();
    expect(edit({ joinBefore: '乙' }, paragraph('乙丙'), heading(1, '', '甲'))).toEqual(['heading 甲乙丙']);
    expect(edit({ joinBefore: '乙' }, paragraph('乙丙'))).toBeNull();
    expect(edit({ joinBefore: '乙' }, heading(1, '乙、', '丙'), paragraph('甲'))).toEqual([
      'paragraph 甲乙、丙',
    ]);
    expect(
      edit(
        { joinBefore: '省' },
        paragraph('省'),
        INVENTED_BODY.find(({ type }) => type === 'table'),
      ),
    ).toBeNull();
  });
});
