import type { TextMaker } from './make-text.ts';
import type { DrawingKind, FigureSpec, TableCellSpec, TableLook, TableSpec } from './report-model.ts';

const DRAWINGS: readonly DrawingKind[] = ['bar', 'flow', 'photo', 'line', 'twoPanel', 'pie', 'photoPair'];

/** The n-th figure of a report; kinds take turns. */
export function makeFigure(maker: TextMaker, label: string, source: string, turn: number): FigureSpec {
  const drawing = DRAWINGS[turn % DRAWINGS.length]!;
  const height = maker.pick([150, 180, 210]);
  return {
    type: 'figure',
    label,
    caption: `${maker.whole(2019, 2021)}—${maker.whole(2022, 2025)}年${maker.thing()}变化（单位：${maker.pick(['处', '千米', '万元'])}）`,
    source,
    drawing,
    // A pie fills a frame that is not much wider than it is high.
    width: drawing === 'pie' ? height * 1.3 : maker.pick([300, 360, 400]),
    height,
    seed: maker.whole(1, 9999),
  };
}

interface TableOrder {
  readonly label: string;
  readonly source: string;
  readonly look: TableLook;
  /** Picks one of the shapes below. */
  readonly shape: number;
  readonly landscape?: boolean;
}

/** A table of one of four shapes: plain figures, merged head and sides, long prose, long list over pages. */
export function makeTable(maker: TextMaker, order: TableOrder): TableSpec {
  const shapes = [plainTable, mergedTable, proseTable, longTable];
  const made = shapes[Math.floor(order.shape / 5) % shapes.length]!(maker);
  return {
    type: 'table',
    label: order.label,
    caption: `${maker.thing()}${maker.pick(['主要指标', '对照情况', '分类清单'])}`,
    source: order.source,
    look: order.look,
    ...(order.landscape === undefined ? {} : { landscape: order.landscape }),
    ...made,
  };
}

type Made = Pick<TableSpec, 'headerRows' | 'rows' | 'widths'>;
const cells = (...texts: readonly string[]): readonly TableCellSpec[] => texts.map((t) => ({ t }));

function plainTable(maker: TextMaker): Made {
  const rows = Array.from({ length: 6 }, (_, n) =>
    cells(String(n + 1), `${maker.thing()}（处）`, amount(maker), amount(maker), maker.percent()),
  );
  return {
    headerRows: 1,
    widths: [1, 4, 2, 2, 2],
    rows: [cells('序号', '指标名称', '2024年', '2025年', '增速'), ...rows],
  };
}

function mergedTable(maker: TextMaker): Made {
  const group = (name: string, size: number): readonly (readonly TableCellSpec[])[] =>
    Array.from({ length: size }, (_, n) => [
      ...(n === 0 ? [{ t: name, rowSpan: size }] : []),
      ...cells(
        `${maker.thing()}${maker.pick(['水平', '密度'])}`,
        amount(maker),
        amount(maker),
        maker.pick(['—', '试点', '抽样']),
      ),
    ]);
  const head: readonly (readonly TableCellSpec[])[] = [
    [
      { t: '类别', rowSpan: 2 },
      { t: '指标', rowSpan: 2 },
      { t: '得分', columnSpan: 2 },
      { t: '备注', rowSpan: 2 },
    ],
    cells('2024年', '2025年'),
  ];
  return {
    headerRows: 2,
    widths: [2, 3, 2, 2, 2],
    rows: [...head, ...group('建设', 3), ...group('运维', 2), ...group('成效', 3)],
  };
}

function proseTable(maker: TextMaker): Made {
  const rows = Array.from({ length: 4 }, () =>
    cells(`${maker.thing()}型`, maker.pick(['合作社、村集体', '市属企业', '社会组织']), maker.prose(1)),
  );
  return { headerRows: 1, widths: [2, 2, 6], rows: [cells('类型', '代表单位', '做法与不足'), ...rows] };
}

function longTable(maker: TextMaker): Made {
  const rows = Array.from({ length: 20 }, (_, n) =>
    cells(
      `${2019 + Math.floor(n / 4)}年${1 + ((n * 3) % 12)}月`,
      maker.thing(),
      `《${maker.thing()}管理办法》`,
      maker.prose(1),
    ),
  );
  return {
    headerRows: 1,
    widths: [2, 2, 3, 5],
    rows: [cells('时间', '领域', '文件名称', '主要内容'), ...rows],
  };
}

function amount(maker: TextMaker): string {
  return maker.random() < 0.2
    ? `${maker.whole(1, 9)},${String(maker.whole(0, 999)).padStart(3, '0')}`
    : `${maker.whole(10, 999)}.${maker.whole(0, 9)}`;
}
