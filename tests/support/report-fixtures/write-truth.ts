import type { BlockSpec, Fixture, Layout, ReportSpec, TextRun } from './report-model.ts';

/** Physical page → the number printed on it, for pages of the body. */
export function printedLabelOf(layout: Layout, page: number): string {
  return String(layout.labelsFromFirstPage ? page : page - layout.bodyFrom + 1);
}

/** The right answer for a fixture, in the form that the PDF lab's `score.ts` reads. */
export function truthOf(fixture: Fixture, layout: Layout): unknown {
  const { look } = fixture;
  const report = look.rewritten ? withoutLinks(fixture.report) : fixture.report;
  const front = report.front.map((part) => [
    { type: 'heading', level: 1, num: '', text: part.title, front: 1 },
    ...part.paras.map((runs) => ({ type: 'para', runs: runs.map(truthRun) })),
  ]);
  const notesFirst = noteNumbers(report.blocks);
  return {
    key: fixture.name,
    title: report.title,
    header: look.runningHead === 'none' ? [] : [report.title + report.subtitle],
    pages: layout.pageCount,
    copyright: front[0] ?? [],
    preface: front.slice(1).flat(),
    body: report.blocks.map((block, index) => truthBlock(block, index, layout, notesFirst)),
  };
}

/** The words of addresses stay, but lead nowhere. */
function withoutLinks(report: ReportSpec): ReportSpec {
  const plain = (runs: readonly TextRun[]): readonly TextRun[] =>
    runs.map(({ url: _, ...run }) => (run.note === undefined ? run : { note: run.note }));
  const blocks = report.blocks.map((block) =>
    block.type === 'para' ? { ...block, runs: plain(block.runs) } : block,
  );
  return { ...report, blocks };
}

/** Notes get running numbers only to be told apart: the mark itself is not compared. */
function noteNumbers(blocks: readonly BlockSpec[]): ReadonlyMap<TextRun, number> {
  const numbers = new Map<TextRun, number>();
  for (const block of blocks) {
    const lists =
      block.type === 'para' || block.type === 'quote'
        ? [block.runs]
        : block.type === 'box'
          ? block.paras
          : [];
    for (const run of lists.flat()) if (run.note !== undefined) numbers.set(run, numbers.size + 1);
  }
  return numbers;
}

function truthRun(run: TextRun): unknown {
  return {
    ...(run.t === undefined ? {} : { t: run.t }),
    ...(run.bold ? { b: 1 } : {}),
    ...(run.sup ? { sup: 1 } : {}),
    ...(run.url === undefined ? {} : { url: run.url }),
  };
}

function truthBlock(
  block: BlockSpec,
  index: number,
  layout: Layout,
  notes: ReadonlyMap<TextRun, number>,
): unknown {
  const runs = (list: readonly TextRun[]): unknown[] =>
    list.map((run) => (run.note === undefined ? truthRun(run) : { fn: notes.get(run), note: run.note }));
  const place = layout.places.get(index);
  const placed = place === undefined ? {} : { page: place.page, label: printedLabelOf(layout, place.page) };
  switch (block.type) {
    case 'heading':
      return { type: 'heading', level: block.level, num: block.number.trim(), text: block.text, ...placed };
    case 'para':
    case 'quote':
      return { type: 'para', runs: runs(block.runs) };
    case 'list':
      return { type: 'list', items: block.items.map(({ marker, t }) => ({ marker, t })) };
    case 'refs':
      return { type: 'refs', items: block.items };
    case 'box':
      return {
        type: 'box',
        title: block.title,
        paras: block.paras.map((list) => ({ type: 'para', runs: runs(list) })),
      };
    case 'table': {
      const row = (cells: (typeof block.rows)[number], at: number): unknown[] =>
        cells.map((cell) => ({
          t: cell.t,
          h: at < block.headerRows ? 1 : 0,
          rs: cell.rowSpan ?? 1,
          cs: cell.columnSpan ?? 1,
        }));
      const { source, caption } = block;
      return {
        type: 'table',
        kind: block.look,
        no: labelNumber(block.label, '表'),
        caption,
        source,
        rows: block.rows.map(row),
      };
    }
    case 'figure':
      return {
        type: 'figure',
        kind: block.drawing,
        no: labelNumber(block.label, '图'),
        caption: block.caption,
        source: block.source,
        page: place?.page,
        bbox: place?.box,
      };
  }
}

/** What is left of a label without the word that the ruler puts before every number. */
function labelNumber(label: string, word: string): string {
  return label.startsWith(word) ? label.slice(word.length) : label;
}
