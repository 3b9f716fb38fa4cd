import type { Block, Figure, Table } from './model.ts';

/** The figures and tables among blocks, in reading order, those inside boxes, lists and quotations too. */
export function listExhibits(blocks: readonly Block[]): readonly (Figure | Table)[] {
  return blocks.flatMap((block): readonly (Figure | Table)[] => {
    if (block.type === 'figure' || block.type === 'table') return [block];
    if (block.type === 'list') return block.items.flatMap(({ children }) => listExhibits(children));
    return block.type === 'box' || block.type === 'quotation' ? listExhibits(block.children) : [];
  });
}
