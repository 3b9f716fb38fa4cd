import { composeReport, type Recipe } from './compose-report.ts';
import type { Fixture, Look } from './report-model.ts';
import { COMMITTED } from './committed-plans.ts';
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

/** All fixtures of a set, made anew: pure, so that two calls agree. */
export function fixturesOf(set: 'measured' | 'committed'): readonly Fixture[] {
  return Object.entries(set === 'measured' ? MEASURED : COMMITTED).map(([name, plan]) => ({
    name,
    look: { ...LOOK, ...plan.look },
    report: composeReport({ ...RECIPE, ...plan.recipe }),
  }));
}
