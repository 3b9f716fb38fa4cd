import { makeFigure, makeTable } from './make-exhibits.ts';
import { numberFor, type Numbering } from './numbering.ts';
import { writeParagraphs } from './compose-paragraphs.ts';
import { textMaker, type TextMaker } from './make-text.ts';
import type { BlockSpec, FrontSection, ReportSpec, TableLook } from './report-model.ts';
import { TOPICS, type TopicName } from './topics.ts';

/** What varies in the matter of a report; the look is described elsewhere. */
export interface Recipe {
  readonly topic: TopicName;
  readonly seed: number;
  readonly title: string;
  readonly numbering: Numbering;
  readonly chapters: number;
  readonly sectionsPerChapter: number;
  readonly paragraphsPerSection: number;
  readonly front: readonly FrontKind[];
  /** `图1-1` instead of `图1`. */
  readonly labelsByChapter: boolean;
  readonly exhibitWord: 'own' | '图表';
  readonly sourceWord: string;
  readonly tableLooks: readonly TableLook[];
  readonly boxWord: '专栏' | '案例' | '';
  readonly notes: boolean;
  readonly references: boolean;
  readonly appendix: boolean;
  readonly parts?: boolean;
  /** Chapters begin in mid-page. */
  readonly chaptersRunOn?: boolean;
  /** Superscript citations `[3]` of the references, which are not notes, and CO₂ set with a lowered 2. */
  readonly citations?: boolean;
  /** Headings of the fourth level. */
  readonly deep?: boolean;
  /** Between chapter and number in labels: `图1-1`, `图1.1`. */
  readonly labelSeparator?: string;
  /** How items of numbered lists are marked. */
  readonly itemMarks?: 'bracket' | 'fullBrackets' | 'circled';
  /** Which shape of table comes first: 0 plain, 1 merged, 2 prose, 3 long. */
  readonly firstTable?: number;
  readonly landscape?: boolean;
}
export type FrontKind = '版权声明' | '前言' | '编制说明' | '摘要' | 'Abstract';

interface Counters {
  figure: number;
  table: number;
  box: number;
  exhibit: number;
  section: number;
}

/** Writes a report after a recipe: the same recipe gives the same report. */
export function composeReport(recipe: Recipe): ReportSpec {
  const maker = textMaker(TOPICS[recipe.topic], recipe.seed);
  const blocks: BlockSpec[] = [];
  const counters: Counters = { figure: 0, table: 0, box: 0, exhibit: 0, section: 0 };
  for (let chapter = 1; chapter <= recipe.chapters; chapter += 1) {
    if (recipe.labelsByChapter) Object.assign(counters, { figure: 0, table: 0 });
    if (recipe.parts && chapter % 2 === 1) blocks.push(part(maker, (chapter + 1) / 2));
    writeChapter(recipe, maker, blocks, chapter, counters);
  }
  if (recipe.appendix) writeAppendix(recipe, maker, blocks);
  if (recipe.references) writeReferences(maker, blocks);
  return {
    title: recipe.title,
    subtitle: '（2026年）',
    publisher: `${TOPICS[recipe.topic].places[0]}${TOPICS[recipe.topic].field}研究所`,
    date: '2026年5月',
    front: recipe.front.map((kind) => frontSection(kind, maker, recipe)),
    blocks,
  };
}

function part(maker: TextMaker, number: number): BlockSpec {
  const numerals = ['一', '二', '三'];
  return {
    type: 'heading',
    level: 1,
    number: `第${numerals[number - 1]}篇`,
    text: `${maker.thing()}篇`,
    newPage: true,
  };
}

function heading(recipe: Recipe, level: 1 | 2 | 3 | 4, path: readonly number[], text: string): BlockSpec {
  const deeper = (recipe.parts ? level + 1 : level) as 1 | 2 | 3 | 4;
  return {
    type: 'heading',
    level: deeper,
    number: numberFor(recipe.numbering, level, path),
    text,
    newPage: level === 1 && !recipe.parts && !(recipe.chaptersRunOn === true && path[0] !== 1),
  };
}

function writeChapter(
  recipe: Recipe,
  maker: TextMaker,
  blocks: BlockSpec[],
  chapter: number,
  counters: Counters,
): void {
  blocks.push(heading(recipe, 1, [chapter], maker.heading()));
  if (maker.random() < 0.5) blocks.push({ type: 'para', runs: maker.runs(3) });
  for (let section = 1; section <= recipe.sectionsPerChapter; section += 1) {
    counters.section += 1;
    blocks.push(heading(recipe, 2, [chapter, section], maker.heading()));
    const subsections = section % 2 === 1 ? 2 : 0;
    writeParagraphs(recipe, maker, blocks, recipe.paragraphsPerSection);
    for (let sub = 1; sub <= subsections; sub += 1) {
      blocks.push(heading(recipe, 3, [chapter, section, sub], longer(maker)));
      writeParagraphs(recipe, maker, blocks, 1 + (sub % 2));
      if (recipe.deep !== true) continue;
      blocks.push(heading(recipe, 4, [chapter, section, sub, 1], maker.heading()));
      writeParagraphs(recipe, maker, blocks, 1);
    }
    writeExtra(recipe, maker, blocks, chapter, counters);
  }
}

function longer(maker: TextMaker): string {
  return maker.random() < 0.25
    ? `${maker.heading()}，${maker.thing()}、${maker.thing()}与${maker.thing()}协同推进的三种路径比较`
    : maker.heading();
}

function writeExtra(
  recipe: Recipe,
  maker: TextMaker,
  blocks: BlockSpec[],
  chapter: number,
  counters: Counters,
): void {
  const label = (kind: '图' | '表', count: number): string => {
    if (recipe.exhibitWord === '图表' && kind === '图') return `图表${(counters.exhibit += 1)}`;
    return recipe.labelsByChapter
      ? `${kind}${chapter}${recipe.labelSeparator ?? '-'}${count}`
      : `${kind}${count}`;
  };
  const source = `${recipe.sourceWord}${maker.pick(TOPICS[recipe.topic].actors)}，${maker.whole(2023, 2026)}年`;
  const step = counters.section % 5;
  if (step === 1 || step === 4) {
    counters.figure += 1;
    blocks.push({ type: 'para', runs: [{ t: `${maker.prose(2)}具体情况如下图所示。` }] });
    blocks.push(makeFigure(maker, label('图', counters.figure), source, counters.figure + chapter));
    blocks.push({ type: 'para', runs: maker.runs(3) });
  } else if (step === 2) {
    counters.table += 1;
    const look = recipe.tableLooks[counters.table % recipe.tableLooks.length]!;
    blocks.push(
      makeTable(maker, {
        label: label('表', counters.table),
        source,
        look,
        shape: counters.section + 5 * (recipe.firstTable ?? 0),
      }),
    );
    blocks.push({ type: 'para', runs: maker.runs(4) });
  } else if (step === 3) {
    writeList(recipe, maker, blocks, counters.section % 2 === 0 || recipe.itemMarks !== undefined);
  } else if (recipe.boxWord !== '') {
    counters.box += 1;
    const paras = [maker.runs(4), maker.runs(3), maker.runs(5)];
    blocks.push({
      type: 'box',
      title: `${recipe.boxWord}${counters.box} ${maker.heading()}`.replace(' ', '：'),
      paras,
    });
    blocks.push({ type: 'para', runs: maker.runs(3) });
  }
}

const MARKS = {
  bracket: (n: number) => `${n})`,
  fullBrackets: (n: number) => `（${n}）`,
  circled: (n: number) => String.fromCodePoint(0x245f + n),
} as const;

function writeList(recipe: Recipe, maker: TextMaker, blocks: BlockSpec[], numbered: boolean): void {
  blocks.push({ type: 'para', runs: [{ t: `${maker.prose(1)}归纳起来，主要有以下几点：` }] });
  const items = [1, 2, 3].flatMap((n) => {
    const item = {
      marker: numbered ? MARKS[recipe.itemMarks ?? 'bracket'](n) : '●',
      t: maker.prose(maker.whole(1, 2)),
      depth: 0,
    };
    return n === 2 && !numbered ? [item, { marker: '○', t: maker.prose(1), depth: 1 }] : [item];
  });
  blocks.push({ type: 'list', items });
  blocks.push({ type: 'quote', runs: [{ t: `“${maker.prose(1).replaceAll(/[“”]/gu, '')}”` }] });
  blocks.push({ type: 'para', runs: maker.runs(3) });
}

function writeAppendix(recipe: Recipe, maker: TextMaker, blocks: BlockSpec[]): void {
  blocks.push({ type: 'heading', level: 1, number: '附录', text: '术语与口径', newPage: true, back: true });
  blocks.push({ type: 'para', runs: maker.runs(3) });
  const shape = { label: '表A-1', source: '', look: recipe.tableLooks[0]!, shape: 15 };
  blocks.push(makeTable(maker, { ...shape, landscape: recipe.landscape === true }));
  blocks.push({ type: 'para', runs: maker.runs(2) });
}

function writeReferences(maker: TextMaker, blocks: BlockSpec[]): void {
  blocks.push({ type: 'heading', level: 1, number: '', text: '参考文献', newPage: true, back: true });
  const items = [1, 2, 3, 4, 5, 6].map((n) => {
    const title = `${maker.thing()}的${maker.pick(['成本测度', '运行评估', '地方实践'])}`;
    return n === 4
      ? `[${n}] Orr K, Vale P. Field notes on ${maker.pick(TOPICS.lanes.latin)}[J]. Quiet Systems, 2024, 7(2): 11-29.`
      : `[${n}] 沈砚，陆禾.${title}[J].${maker.pick(['工程与社会', '地方治理评论'])}，${maker.whole(2019, 2025)}（${maker.whole(1, 12)}）：${maker.whole(3, 30)}-${maker.whole(31, 60)}.`;
  });
  blocks.push({ type: 'refs', items });
}

function frontSection(kind: FrontKind, maker: TextMaker, recipe: Recipe): FrontSection {
  if (kind === '版权声明') {
    return {
      title: kind,
      paras: [
        [
          {
            t: `本报告由编写组独立完成，版权归编写单位所有。引用其中文字、图表或观点，请注明出处《${recipe.title}》；未经许可，不得整篇转载。`,
            bold: true,
          },
        ],
      ],
    };
  }
  if (kind === 'Abstract') return { title: kind, paras: ENGLISH.map((t) => [{ t }]), afterContents: true };
  return { title: kind, paras: [maker.runs(4), maker.runs(5), maker.runs(3)] };
}

const ENGLISH = [
  'This report looks at how small towns keep quiet infrastructure alive after the ribbon has been cut. It follows four sites over eighteen months and counts what each of them spends on care rather than on construction.',
  'Three findings stand out. Maintenance is cheaper when it is scheduled by the people who walk the routes; shared identifiers cut false alarms by more than half; and night work costs roughly 1.7 times as much as the same task by day.',
];
