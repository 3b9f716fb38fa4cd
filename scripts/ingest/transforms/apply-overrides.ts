import type { Correction } from '../../../src/schema/overrides.ts';
import type { Block, Furniture } from '../model/document.ts';
import type { MergedSources } from '../model/merged-sources.ts';
import type { Message } from '../model/messages.ts';
import { ALL_PRINTED, textOf } from '../model/text-of.ts';
import { mapParts, partsOf } from '../model/walk.ts';
import { type Edit, editFor, fullText } from './override-edits.ts';

/**
 * Applies what people corrected, in the order of the file. A correction that finds no text, or more than one block,
 * changes nothing and becomes a message.
 */
export function applyOverrides(sources: MergedSources, corrections: readonly Correction[]): MergedSources {
  return corrections.reduce(applyCorrection, sources);
}

function applyCorrection(sources: MergedSources, correction: Correction): MergedSources {
  const edit = editFor(correction);
  const hits = collect(sources).reduce((sum, blocks) => sum + countHits(blocks, edit), 0);
  if (hits !== 1) {
    const missed = describeMiss(correction, hits, collect(sources).flat());
    return { ...sources, messages: [...sources.messages, missed] };
  }
  const furniture =
    'drop' in correction || 'dropFigure' in correction
      ? [...sources.furniture, ...droppedFurniture(sources, correction, edit)]
      : sources.furniture;
  return {
    ...sources,
    furniture,
    body: editBlocks(sources.body, edit),
    introduction: editBlocks(sources.introduction, edit),
    viewpoints: sources.viewpoints.map((viewpoint) => ({
      ...viewpoint,
      lead:
        'replace' in correction
          ? viewpoint.lead.replaceAll(correction.replace, correction.with)
          : viewpoint.lead,
      children: editBlocks(viewpoint.children, edit),
    })),
  };
}

function collect(sources: MergedSources): readonly (readonly Block[])[] {
  return [sources.body, sources.introduction, ...sources.viewpoints.map((viewpoint) => viewpoint.children)];
}

function countHits(blocks: readonly Block[], edit: Edit): number {
  return blocks.reduce((sum, block, index) => {
    const own = edit(block, blocks[index - 1]) === null ? 0 : 1;
    return sum + own + innerLists(block).reduce((inner, list) => inner + countHits(list, edit), 0);
  }, 0);
}

function editBlocks(blocks: readonly Block[], edit: Edit): readonly Block[] {
  const result: Block[] = [];
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    const edited = edit(block, before);
    if (edited === null) {
      result.push(editInside(block, edit));
      return;
    }
    if (edited.replacesBefore) result.pop();
    result.push(...edited.blocks);
  });
  return result;
}

/** Blocks that stand side by side inside a block. */
function innerLists(block: Block): readonly (readonly Block[])[] {
  return partsOf(block).flatMap((part) => (part.kind === 'blocks' ? [part.blocks] : []));
}

/** A list item of which nothing is left goes too. */
function editInside(block: Block, edit: Edit): Block {
  return mapParts(block, {
    blocks: (blocks) => editBlocks(blocks, edit),
    items: (items) =>
      items
        .map((item) => ({ ...item, children: editBlocks(item.children, edit) }))
        .filter((item) => item.children.length > 0),
  });
}

function droppedFurniture(
  sources: MergedSources,
  correction: Extract<Correction, { drop: string } | { dropFigure: unknown }>,
  edit: Edit,
): readonly Furniture[] {
  const find = (blocks: readonly Block[]): readonly Block[] =>
    blocks.flatMap((block) => (edit(block, undefined) ? [block] : innerLists(block).flatMap(find)));
  const reason = correction.reason ?? 'dropped by hand in overrides.yaml';
  return collect(sources)
    .flatMap(find)
    .map((block) => ({ kind: 'other', text: fullText(block), reason, origins: block.origins }));
}

/** Why a correction was not applied: its text is gone, fits more than one block, or stands in what it cannot correct. */
function describeMiss(correction: Correction, hits: number, blocks: readonly Block[]): Message {
  const [action, told] = Object.entries(correction)[0] ?? ['', ''];
  const name = 'alt' in correction ? correction.figure : told;
  const text = typeof name === 'object' ? `page ${String(name.page)}, ${String(name.top)} points down` : name;
  const what = `The correction “${action}: ${String(text)}” in overrides.yaml`;
  const message = { ruleId: 'overrides/apply', severity: 'warning' } as const;
  if (hits > 0) {
    return {
      ...message,
      reason: `${what} fits ${String(hits)} blocks, so it was not applied.`,
      hint: 'Give more of the text, or say `within` which words it stands.',
    };
  }
  const bare = (value: string): string => value.replace(/\s/gu, '');
  const isThere =
    typeof text === 'string' && bare(textOf(blocks, { counted: ALL_PRINTED })).includes(bare(text));
  return {
    ...message,
    reason: isThere
      ? `${what} finds its text, but not ${WANTED[action] ?? 'as it is meant'}.`
      : `${what} finds no such ${typeof name === 'object' || 'alt' in correction ? 'figure' : 'text'} any more.`,
    hint: 'Remove the correction, or change it to what is there now.',
  };
}

/** What each action needs, to go on from “finds its text, but not …”. */
const WANTED: Readonly<Record<string, string>> = {
  replace: 'in one block beside the words of `within`',
  heading: 'as the whole of a heading or paragraph',
  drop: 'as the whole of a block',
  splitAfter: 'in a paragraph or heading that goes on behind it',
  joinBefore: 'at the beginning of a paragraph or heading that follows a paragraph, a heading or a list',
  alt: 'as the number or the caption of a figure',
  dropFigure: 'as the number or the caption of a figure',
  begins: 'at the beginning of a block of the kind that `was` names',
};
