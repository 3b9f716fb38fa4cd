import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../scripts/ingest/model/document.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { paragraphOf } from '../../scripts/ingest/readers/pdf/lines/paragraph-of-lines.ts';
import { findNotes } from '../../scripts/ingest/readers/pdf/notes/find-notes.ts';
import { learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { linkNotes } from '../../scripts/ingest/readers/pdf/notes/link-notes.ts';
import type { GlyphRun } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { page, paragraph, rule, run } from '../support/pdf-page-content.ts';

const TEXT = '从供给侧看，建设重心正由规模扩张转向效能提升，产业分工进一步细化，协同创新格局初步形成。';
const mark = (text: string, x: number, y: number, number = 1) =>
  run(text, x, y - 5, { size: 7, page: number });
const small = (text: string, y: number, number = 1, x = 80) => run(text, x, y, { size: 9, page: number });
const body = (number: number) => [
  ...paragraph(TEXT, 120, { page: number }),
  run('测算结果表明', 104, 200, { page: number }),
];

function notesOf(pages: readonly (readonly GlyphRun[])[], ruled = true, ruleWidth = 140) {
  const contents = pages.map((runs) => page(runs, ruled ? { rulings: [rule(725, 80, 80 + ruleWidth)] } : {}));
  const lines = contents.map((each) => assembleLines(each.runs));
  const found = findNotes({
    pages: contents,
    lines,
    context: lines,
    measures: learnMeasures(contents, lines),
  });
  const rest = lines.flat().filter((line) => !found.lineIds.has(line.id));
  const blocks = rest.filter((line) => line.text.startsWith('测算')).map((line) => paragraphOf([line], {}));
  return {
    found: found.notes.map((note) => [note.label, note.lines.map((line) => line.text).join('')]),
    ...linkNotes(blocks, found.notes, { join: {} }),
  };
}
const shape = (blocks: readonly unknown[]) =>
  (blocks as readonly Paragraph[]).map((block) =>
    block.children
      .map((inline) =>
        inline.type === 'text'
          ? inline.value
          : inline.type === 'noteReference'
            ? `{${inline.noteId}}`
            : `^${inline.type}`,
      )
      .join(''),
  );

describe('footnotes', () => {
  it('are smaller than the body: 11 beside 12 points is usual, 11.2 is text', () => {
    const ofSize = (size: number) =>
      notesOf([[...body(1), run('1 数据来源：公开资料。', 80, 740, { size })]]).found.length;
    expect([ofSize(11), ofSize(11.2)]).toEqual([1, 0]);
  });

  it('are found under a rule, plain or circled, and run on over lines', () => {
    const { found } = notesOf([
      [
        ...body(1),
        small('1 数据来源：公开资料，', 740),
        small('2024年整理。', 752),
        small('2 参见年度报告。', 764),
      ],
    ]);
    expect(found).toEqual([
      ['1', '1数据来源：公开资料，2024年整理。'],
      ['2', '2参见年度报告。'],
    ]);
  });

  it('are found without a rule where a mark in the text refers to them', () => {
    const runs = [...body(1), mark('①', 176, 200), small('①参见年度报告。', 760)];
    expect(notesOf([runs], false).found).toEqual([['①', '①参见年度报告。']]);
    expect(notesOf([[...body(1), small('[1] 张伟.测度方法研究[J].2022.', 760)]], false).found).toEqual([]);
  });

  it('may be as large as the body below a rule, where they carry a raised mark that the page refers to', () => {
    const note = (size: number) => [run('1', 80, 741, { size: 6 }), run('参见年度报告。', 84, 745, { size })];
    const page = (size: number) => [...body(1), mark('1', 176, 200), ...note(size)];
    expect(notesOf([page(11.2)]).found).toEqual([['1', '1参见年度报告。']]);
    expect(notesOf([page(11.2)], false).found).toEqual([]);
    expect(notesOf([[...body(1), ...note(11.2)]]).found).toEqual([]);
    expect(notesOf([page(11)], false).found).toHaveLength(1);
  });

  it('end above a running foot in the size of the body', () => {
    const runs = [...body(1), small('1 数据来源：公开资料。', 740), run('第一章 概述', 80, 800)];
    expect(notesOf([runs]).found).toEqual([['1', '1数据来源：公开资料。']]);
  });

  it('are neither the entries of a list of references nor what stands below an underlined line', () => {
    const entry = [mark('[1]', 176, 200), small('[1] 张伟.测度方法研究[J].2022.', 740)];
    expect(notesOf([[...body(1), ...entry, run('参考文献', 80, 700)]], false).found).toEqual([]);
    const underlined = [...body(1), run('参见网页', 80, 722), small('1 张伟.测度方法研究.', 740)];
    expect(notesOf([underlined]).found).toEqual([]);
  });

  it('are not the numbered lines of a listing, which a frame as wide as the text encloses', () => {
    const listing = [...body(1), small('1 begin(document)', 740), small('2 end(document)', 752)];
    const found = (width: number) => notesOf([listing], true, width).found.length;
    expect([found(140), found(400)]).toEqual([2, 0]);
  });

  it('run on to the next page where they were not finished', () => {
    const { found } = notesOf([
      [...body(1), small('1 数据来源：公开资料，统计口径', 745)],
      [...body(2), small('与往年一致。', 740, 2), small('2 参见年报。', 752, 2)],
    ]);
    expect(found.map(([label, text]) => [label, text!.slice(-6)])).toEqual([
      ['1', '与往年一致。'],
      ['2', '2参见年报。'],
    ]);
  });

  it('are linked page by page where the numbers begin again', () => {
    const one = (number: number) => [
      ...body(number),
      mark('1', 176, 200, number),
      small(`1 第${String(number)}页的注。`, 760, number),
    ];
    const { body: blocks, notes } = notesOf([one(1), one(2)]);
    expect(shape(blocks)).toEqual(['测算结果表明{n1}', '测算结果表明{n2}']);
    expect(Object.values(notes).map((note) => note.label)).toEqual(['1', '1']);
  });

  it('leave exponents and citations of another form alone', () => {
    const runs = [
      ...body(1),
      mark('2', 176, 200),
      run('测算每平方千米（km', 104, 240),
      mark('2', 224, 240),
      run('）的强度', 228, 240),
      run('测算比较过', 104, 280),
      mark('[2]', 164, 280),
      small('2 数据来源：年鉴。', 760),
    ];
    expect(shape(notesOf([runs]).body)).toEqual([
      '测算结果表明{n1}',
      '测算每平方千米（km^superscript）的强度',
      '测算比较过^superscript',
    ]);
  });
});
