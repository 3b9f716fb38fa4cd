import fc from 'fast-check';
import type {
  Block,
  Heading,
  Inline,
  ListItem,
  PdfOrigin,
  ReportDocument,
} from '../../scripts/ingest/model/document.ts';
import { hostileText } from './hostile-text.ts';

const origin: PdfOrigin = { kind: 'pdf', page: 3, label: '1', box: { x: 0, y: 0, width: 10, height: 10 } };
const origins = [origin];
const text = hostileText().filter((value) => value !== '');
const line: fc.Arbitrary<readonly Inline[]> = text.map((value) => [{ type: 'text', value }]);

const inlines: fc.Arbitrary<readonly Inline[]> = fc.array(
  fc.oneof(
    text.map((value): Inline => ({ type: 'text', value })),
    line.map((children): Inline => ({ type: 'strong', children })),
    line.map((children): Inline => ({ type: 'superscript', children })),
    line.map((children): Inline => ({ type: 'link', url: 'https://example.org/?a=1&b="2"', children })),
    fc.constant<Inline>({ type: 'pageMark', page: 4, label: '2' }),
    fc.constant<Inline>({ type: 'break' }),
    fc.constantFrom('a', 'b').map((noteId): Inline => ({ type: 'noteReference', noteId })),
  ),
  { minLength: 1, maxLength: 4 },
);

const cell = fc.oneof(inlines, fc.constant([])).map((children) => ({ children, columnSpan: 1, rowSpan: 1 }));
const asset = { path: 'figures/crop-1.webp', width: 4, height: 3 };

const blocks = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2 },
    inlines.map((children): Block => ({ type: 'paragraph', children, origins })),
    inlines.map((children): Block => ({ type: 'listing', children, origins })),
    fc.tuple(line, line, fc.boolean()).map(([caption, source, hasAsset]): Block => ({
      type: 'figure',
      number: '图 1',
      caption,
      source,
      alt: null,
      asset: hasAsset ? asset : null,
      origins,
    })),
    fc
      .tuple(line, fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }))
      .map(([caption, rows]): Block => ({
        type: 'table',
        number: '表 1',
        caption,
        source: [],
        headerRows: 1,
        rows,
        origins,
      })),
    fc
      .tuple(
        fc.boolean(),
        fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
      )
      .map(([ordered, children]): Block => ({
        type: 'list',
        ordered,
        origins,
        items: children.map((item): ListItem => ({ marker: '1.', children: item })),
      })),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((children): Block => ({ type: 'quote', children, origins })),
    fc
      .tuple(line, fc.array(tie('block'), { minLength: 1, maxLength: 2 }))
      .map(([title, children]): Block => ({ type: 'callout', title, children, origins })),
  ),
})).block;

const heading = fc
  .tuple(fc.constantFrom(1 as const, 1 as const, 2 as const, 3 as const), line)
  .map(([level, children]): Heading => ({
    type: 'heading',
    level,
    number: level === 1 ? '一、' : '（一）',
    children,
    origins,
  }));

/** A PDF’s document with every kind of block in every other, and hostile text everywhere. */
export const inventedPdf: fc.Arbitrary<ReportDocument> = fc
  .tuple(
    heading.map((first): Heading => ({ ...first, level: 1 })),
    fc.array(fc.oneof(heading, blocks, blocks), { maxLength: 10 }),
    inlines,
  )
  .map(([first, rest, note]) => ({
    version: 1,
    source: { kind: 'pdf', sha256: 'b'.repeat(64), pageCount: 4 },
    metadata: { title: '示例报告（2030年）', publisher: '示例研究院', date: '2030-01' },
    body: [first, ...rest],
    viewpoints: [],
    contents: [],
    notes: {
      a: { label: '1', children: [{ type: 'paragraph', children: withoutNotes(note), origins }] },
      b: {
        label: '2',
        children: [{ type: 'paragraph', children: [{ type: 'text', value: '第二注' }], origins }],
      },
    },
    furniture: [],
    messages: [],
  }));

function withoutNotes(children: readonly Inline[]): readonly Inline[] {
  return children.filter((inline) => inline.type !== 'noteReference');
}
