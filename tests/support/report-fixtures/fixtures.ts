import { composeReport, type Recipe } from './compose-report.ts';
import type { Fixture, Look } from './report-model.ts';
import { COMMITTED } from './committed-plans.ts';
import { drawnPlan } from './drawn-plans.ts';
import type { Plan } from './fixture-plan.ts';
import { MEASURED } from './measured-plans.ts';

const LOOK: Look = {
  producer: 'chromium',
  bodyFont: 'AR PL UMing CN',
  headingFont: 'WenQuanYi Zen Hei',
  bodySize: 12,
  leading: 1.6,
  paragraphs: 'indented',
  headingSizes: [18, 15, 13, 12],
  headingsCentred: false,
  noteMark: '1',
  notesRestart: false,
  noteRule: true,
  pageNumberForm: 'plain',
  pageNumberPlace: 'bottom',
  frontLabels: 'none',
  runningHead: 'title',
  contents: 'deep',
  leader: '.',
  headLogo: false,
  numberOnOwnLine: false,
  exhibitLists: false,
  figureCaption: 'below',
  captionGap: true,
  boxLook: 'border',
  watermark: false,
  tagged: false,
  rewritten: false,
  continuedTables: 'header',
};

const RECIPE: Recipe = {
  topic: 'lanes',
  seed: 1,
  title: '慢行系统观察报告',
  numbering: 'chinese',
  chapters: 3,
  sectionsPerChapter: 4,
  paragraphsPerSection: 3,
  front: ['版权声明', '前言'],
  labelsByChapter: false,
  exhibitWord: 'own',
  sourceWord: '来源：',
  tableLooks: ['ruled', 'threeLine'],
  boxWord: '专栏',
  notes: true,
  references: true,
  appendix: false,
};

/** How many reports of drawn looks there are. */
const DRAWN = 12;

export type FixtureSet = 'measured' | 'committed' | 'drawn';

/** All fixtures of a set, made anew: pure, so that two calls agree. */
export function fixturesOf(set: FixtureSet): readonly Fixture[] {
  return Object.entries(plansOf(set)).map(([name, plan]) => ({
    name,
    look: { ...LOOK, ...plan.look },
    report: composeReport({ ...RECIPE, ...plan.recipe }),
  }));
}

function plansOf(set: FixtureSet): Readonly<Record<string, Plan>> {
  if (set !== 'drawn') return set === 'measured' ? MEASURED : COMMITTED;
  const seeds = Array.from({ length: DRAWN }, (_, n) => n + 1);
  return Object.fromEntries(seeds.map((seed) => [`drawn-${seed}`, drawnPlan(seed)]));
}
