import type {
  Block,
  Heading,
  HeadingLevel,
  Inline,
  Paragraph,
  ReportDocument,
} from '../../scripts/ingest/model/document.ts';
import type { MergedSources } from '../../scripts/ingest/model/merged-sources.ts';

const text = (value: string): readonly Inline[] => [{ type: 'text', value }];

/** A PDF origin on a page whose printed number is two less than its place in the file. */
function onPage(page: number): Block['origins'] {
  return [
    {
      kind: 'pdf',
      page,
      label: page > 2 ? String(page - 2) : '',
      box: { x: 72, y: 72, width: 400, height: 20 },
    },
  ];
}

export function heading(level: HeadingLevel, number: string, title: string, page = 3): Heading {
  return { type: 'heading', level, number, children: text(title), origins: onPage(page) };
}

export function paragraph(content: string | readonly Inline[], page = 3): Paragraph {
  return {
    type: 'paragraph',
    children: typeof content === 'string' ? text(content) : content,
    origins: onPage(page),
  };
}

/** A report of our own with every kind of block: what a PDF reader gives for it. */
export const INVENTED_BODY: readonly Block[] = [
  { ...heading(1, '', '前言', 2), matter: 'front' },
  paragraph('本报告由示例研究院编写，数据截至2030年底。', 2),
  heading(1, '一、', '总体态势'),
  paragraph([
    { type: 'text', value: '河湖管理进入新阶段' },
    { type: 'noteReference', noteId: 'a' },
    { type: 'text', value: '，巡查' },
    { type: 'pageMark', page: 4, label: '2' },
    { type: 'text', value: '次数翻了一番。' },
  ]),
  heading(2, '（一）', '河湖长制的新阶段', 4),
  paragraph('河湖长制在三十一个省份全面落地，各地巡查次数比上年翻了一番，问题整改率超过九成。', 4),
  {
    type: 'list',
    ordered: true,
    origins: onPage(4),
    items: [
      { marker: '1.', children: [paragraph('建立名录', 4)] },
      {
        marker: '2.',
        children: [
          paragraph('分级管理', 4),
          {
            type: 'list',
            ordered: false,
            origins: onPage(4),
            items: [{ marker: '●', children: [paragraph('省级', 4)] }],
          },
        ],
      },
    ],
  },
  {
    type: 'figure',
    number: '图 1',
    caption: text('巡查次数'),
    source: text('来源：示例研究院'),
    alt: '2029年 2030年',
    asset: { path: 'figures/f1.webp', width: 600, height: 400 },
    origins: onPage(5),
  },
  heading(1, '二、', '数据共享的断点', 6),
  paragraph('跨省数据平均延迟三天，口径也不一致，共享目录仍有断点。', 6),
  {
    type: 'table',
    number: '表 1',
    caption: text('延迟'),
    source: [],
    headerRows: 1,
    rows: [
      [
        { children: text('省份'), columnSpan: 1, rowSpan: 1 },
        { children: text('天数 | 小时'), columnSpan: 2, rowSpan: 1 },
      ],
      [
        { children: text('甲'), columnSpan: 1, rowSpan: 1 },
        { children: text('3'), columnSpan: 1, rowSpan: 1 },
        { children: [], columnSpan: 1, rowSpan: 1 },
      ],
    ],
    origins: onPage(6),
  },
  {
    type: 'callout',
    title: text('专栏1 共享目录'),
    children: [paragraph('目录共四百项。', 6)],
    origins: onPage(6),
  },
  { type: 'quote', children: [paragraph('数据多跑路，群众少跑腿。', 6)], origins: onPage(6) },
  { ...heading(1, '', '附录一 名词解释', 7), matter: 'back' },
  paragraph('河湖长：负责河湖的地方负责人。', 7),
];

export const INVENTED_PDF: ReportDocument = {
  version: 1,
  source: { kind: 'pdf', sha256: 'a'.repeat(64), pageCount: 8, encrypted: true, forbidden: ['copy'] },
  metadata: {
    title: '河湖管理报告（2030年）',
    publisher: '示例研究院',
    date: '2030-02',
    number: 'No.203002',
  },
  body: INVENTED_BODY,
  viewpoints: [],
  contents: [
    { level: 1, number: '一、', title: '总体态势', label: '1' },
    { level: 1, number: '二、', title: '数据共享的断点', label: '4' },
  ],
  notes: { a: { label: '1', children: [paragraph('见示例研究院年报。')] } },
  furniture: [{ kind: 'pageNumber', text: '1', reason: 'page number', origins: onPage(3) }],
  messages: [],
};

/** Only a body, for transforms that look at nothing else. */
export function sourcesOf(body: readonly Block[]): MergedSources {
  return {
    body,
    complete: true,
    introduction: [],
    viewpoints: [],
    contents: [],
    notes: {},
    furniture: [],
    sources: [],
    messages: [],
  };
}
