import { describe, expect, it } from 'vitest';
import type { Block, Inline, Note } from '../../scripts/ingest/model/document.ts';
import { distributeNotes } from '../../scripts/ingest/transforms/distribute-notes.ts';
import { paragraph } from '../support/invented-document.ts';

const mark = (noteId: string): Inline => ({ type: 'noteReference', noteId });
const marked = (page: number, ...noteIds: string[]): Block => paragraph(noteIds.map(mark), page);
const note = (page: number): Note => ({ label: '1', children: [paragraph('注', page)] });
const withoutPage: Note = { label: '1', children: [{ ...paragraph('注'), origins: [] }] };

const idsOf = (
  parts: readonly (readonly Block[])[],
  notes: Readonly<Record<string, Note>>,
): readonly string[] =>
  distributeNotes(parts, notes).map((entries) => entries.map(({ noteId }) => noteId).join(' '));

describe('distributeNotes', () => {
  const notes = { a: note(3), b: note(3), c: note(5) };

  it('gives each part the notes that it refers to, in the order of their first marks', () => {
    expect(idsOf([[marked(3, 'b', 'a', 'b')], [marked(5, 'c')]], notes)).toEqual(['b a', 'c']);
  });

  it('finds marks inside lists, quotations, boxes, captions, cells, source lines and bold text', () => {
    const origins = paragraph('').origins;
    const exhibit = { origins, number: '' };
    const blocks: readonly Block[] = [
      { type: 'list', ordered: false, origins, items: [{ marker: '●', children: [marked(3, 'a')] }] },
      { type: 'quote', origins, children: [marked(3, 'b')] },
      { type: 'callout', origins, title: [mark('c')], children: [marked(3, 'd')] },
      {
        ...exhibit,
        type: 'table',
        caption: [mark('e')],
        source: [mark('g')],
        headerRows: 0,
        rows: [[{ children: [mark('f')], columnSpan: 1, rowSpan: 1 }]],
      },
      { ...exhibit, type: 'figure', caption: [mark('h')], source: [mark('i')], alt: null, asset: null },
      paragraph([{ type: 'strong', children: [mark('j')] }]),
    ];
    const all = Object.fromEntries([...'abcdefghij'].map((noteId) => [noteId, note(3)]));
    expect(idsOf([blocks], all)).toEqual(['a b c d e f g h i j']);
  });

  it('passes over a mark whose note is not there', () => {
    expect(idsOf([[marked(3, 'x', 'a')]], { a: note(3) })).toEqual(['a']);
  });

  it('gives a note that two parts refer to to both, as two objects', () => {
    const parts = distributeNotes([[marked(3, 'a')], [marked(5, 'a')]], { a: note(3) });
    const [first, second] = parts.map((entries) => entries[0]!);
    expect(first).toEqual(second);
    expect(first!.note).not.toBe(second!.note);
  });

  it('gives a note without a mark to the last part that has begun on its page', () => {
    const parts = [[], [paragraph('甲', 3)], [paragraph('乙', 5)]];
    expect(idsOf(parts, { a: note(4) })).toEqual(['', 'a', '']);
    expect(idsOf(parts, { a: note(5) })).toEqual(['', '', 'a']);
    expect(idsOf(parts, { a: note(9) })).toEqual(['', '', 'a']);
  });

  it('gives one before all parts, and one that is on no page, to the last part', () => {
    const parts = [[], [paragraph('甲', 3)], [paragraph('乙', 5)]];
    expect(idsOf(parts, { a: note(2), b: withoutPage })).toEqual(['', '', 'a b']);
  });

  it('puts notes without marks after those with marks', () => {
    expect(idsOf([[marked(3, 'b')]], { a: note(3), b: note(3) })).toEqual(['b a']);
  });
});
