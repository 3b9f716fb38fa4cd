import { describe, expect, it } from 'vitest';
import { judgedBy } from '../../scripts/ingest/model/confidence.ts';
import type { Message } from '../../scripts/ingest/model/messages.ts';
import type { Block, Figure, Furniture, Table } from '../../scripts/ingest/model/document.ts';
import { type Evidence, judgeBlocks } from '../../scripts/ingest/readers/pdf/confidence/judge-blocks.ts';
import { judgeExhibits } from '../../scripts/ingest/readers/pdf/confidence/judge-exhibits.ts';
import { judgePages } from '../../scripts/ingest/readers/pdf/confidence/judge-pages.ts';
import { paragraphOf } from '../../scripts/ingest/readers/pdf/lines/paragraph-of-lines.ts';
import { NO_OUTLINE } from '../../scripts/ingest/readers/pdf/outline/find-headings.ts';
import { measuresOf } from '../support/drawn-page.ts';
import { INVENTED_BODY, paragraph } from '../support/invented-document.ts';
import { line, page, run } from '../support/pdf-page-content.ts';

const figure = (number: string): Figure => ({
  ...(INVENTED_BODY.find(({ type }) => type === 'figure') as Figure),
  number,
});
const table = (more: Partial<Table> = {}): Table => ({
  ...(INVENTED_BODY.find(({ type }) => type === 'table') as Table),
  ...more,
});
const exhibitDoubts = (...blocks: readonly Block[]) => [...judgeExhibits(blocks).values()];

describe('confidence in tables and figures', () => {
  it('is whole for numbers that go on, each kind and chapter by itself', () => {
    expect(
      exhibitDoubts(figure('图 1'), table(), figure('图 2'), figure('图 3-1'), figure('图 3-2')).flat(),
    ).toEqual([]);
  });

  it('is shaken by a gap in the numbers, and by a caption that is missing', () => {
    expect(exhibitDoubts(figure('图 1'), figure('图 3'), figure(''))).toEqual([
      [],
      ['exhibit/out-of-sequence'],
      ['exhibit/no-caption'],
    ]);
  });

  it('is shaken where a table asks for its picture, or has no header row', () => {
    expect(exhibitDoubts(table({ asset: null, headerRows: 0 }))).toEqual([
      ['table/structure', 'table/no-header'],
    ]);
  });
});

describe('confidence in the blocks of a document', () => {
  const lines = [line('总体平稳。', 104, 100, { page: 3 }), line('稳中有进。', 104, 124, { page: 4 })];
  const [first, second] = lines.map((each) => paragraphOf([each], {}));
  const pages = [3, 4].map((number) => page([run('正文', 80, 80, { page: number })], { page: number }));
  const evidence = {
    pages,
    labels: [],
    measures: measuresOf(4),
    lines: [lines],
    isDark: () => false,
    outline: NO_OUTLINE,
    faults: [],
  };
  const fault = (number: number | null): Message => ({
    ruleId: 'pdf/read-in-full',
    severity: 'warning',
    reason: '',
    ...(number === null
      ? {}
      : {
          origin: { kind: 'pdf', page: number, label: '', box: { x: 0, y: 0, width: 0, height: 0 } },
        }),
  });
  const judged = (more: Partial<Evidence> = {}) =>
    judgeBlocks([first!, second!], { ...evidence, ...more }).map(({ doubts }) => doubts ?? []);

  it('is whole where nothing is doubted', () => {
    expect(judged()).toEqual([[], []]);
  });

  it('is shaken on the page where a stage failed, everywhere where it concerned the whole file', () => {
    expect(judged({ faults: [fault(4)] })).toEqual([[], ['page/read-simply']]);
    expect(judged({ faults: [fault(null)] })).toEqual([['page/read-simply'], ['page/read-simply']]);
  });

  it('is shaken on pages with glyphs that nobody can read', () => {
    const broken = pages.map((each) => ({ ...each, unreadableGlyphs: each.page === 3 ? 1 : 0 }));
    expect(judged({ pages: broken })).toEqual([['page/glyphs-missing'], []]);
  });

  it('is shaken in what holds an unsure part', () => {
    const quote: Block = { type: 'quote', origins: [], children: [paragraph('没有行。')] };
    const [judgedQuote] = judgeBlocks([quote], evidence);
    expect(judgedQuote).toMatchObject({ confidence: 'unsure', doubts: ['part/unsure'] });
  });
});

describe('confidence in a page', () => {
  const pages = [1, 2, 3].map((number) => page([run('正文', 80, 80, { page: number })], { page: number }));
  const head = (number: number, text: string): Furniture => ({
    kind: 'header',
    text,
    origins: [{ kind: 'pdf', page: number, label: '', box: { x: 0, y: 0, width: 1, height: 1 } }],
  });
  const doubts = (body: readonly Block[], furniture: readonly Furniture[] = [], all = pages) =>
    judgePages({ body, furniture }, all, ['', 'ii']).map((each) => each.doubts ?? []);

  it('is whole with its label where all that stands there is sure', () => {
    const body = [{ ...paragraph('完。', 2), ...judgedBy([]) }];
    expect(judgePages({ body, furniture: [] }, pages, ['', 'ii'])[1]).toEqual({
      page: 2,
      label: 'ii',
      confidence: 'sure',
    });
  });

  it('is shaken by an unsure block, a picture without text, and glyphs that are missing', () => {
    expect(doubts([{ ...paragraph('完', 2), ...judgedBy(['paragraph/ends-openly']) }])).toEqual([
      [],
      ['part/unsure'],
      [],
    ]);
    const image = {
      box: { x: 0, y: 0, width: 9, height: 9 },
      pixelWidth: 9,
      pixelHeight: 9,
      artifact: false,
    };
    const odd = [page([], { page: 1, images: [image] }), page([], { page: 2, unreadableGlyphs: 2 })];
    expect(doubts([], [], odd)).toEqual([['page/picture-only'], ['page/glyphs-missing']]);
  });

  it('is shaken by a running head that stands twice, not by one that stands three times or by a letter', () => {
    const heads = [1, 2, 3].map((number) => head(number, '年度报告'));
    expect(doubts([], heads).flat()).toEqual([]);
    expect(doubts([], heads.slice(1))).toEqual([[], ['page/set-aside-once'], ['page/set-aside-once']]);
    expect(doubts([], [head(1, '甲乙')]).flat()).toEqual([]);
    expect(doubts([], [head(1, '甲乙丙')]).flat()).toEqual(['page/set-aside-once']);
  });
});
