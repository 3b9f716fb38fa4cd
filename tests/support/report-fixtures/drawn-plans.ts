import type { Plan } from './fixture-plan.ts';
import { seededRandom } from '../../../scripts/bench/search/seeded-random.ts';

const FACES: readonly (readonly [string, string])[] = [
  ['AR PL UMing CN', 'WenQuanYi Zen Hei'],
  ['WenQuanYi Micro Hei', 'WenQuanYi Micro Hei'],
  ['Noto Serif CJK SC', 'Noto Sans CJK SC'],
  ['AR PL SungtiL GB', 'AR PL KaitiM GB'],
  ['AR PL UKai CN', 'WenQuanYi Zen Hei'],
];

/** A look and a recipe drawn by chance: reports that nobody chose, to see whether the reader only knows the chosen ones. */
export function drawnPlan(seed: number): Plan {
  const random = seededRandom(seed * 7919);
  const pick = <T>(...of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const [bodyFont, headingFont] = pick(...FACES);
  const bodySize = pick(10.5, 12, 14, 16);
  const step = pick(1, 2, 3);
  const numbering = pick('chinese', 'chapters', 'decimal', 'plain');
  return {
    recipe: {
      topic: pick('lanes', 'ranch', 'books', 'drones'),
      seed: seed * 31,
      title: pick('夜间照明调查', '冷链码头观察', '纸张脱酸手册', '末端驿站蓝皮书'),
      numbering,
      deep: random() < 0.4,
      chapters: pick(2, 3),
      sectionsPerChapter: pick(3, 4, 5),
      paragraphsPerSection: pick(1, 2, 3),
      chaptersRunOn: random() < 0.5,
      citations: random() < 0.4,
      notes: random() < 0.8,
      appendix: random() < 0.5,
      labelsByChapter: random() < 0.5,
      labelSeparator: pick('-', '.'),
      sourceWord: pick('来源：', '资料来源：', '数据来源：'),
      boxWord: pick('专栏', '案例'),
      firstTable: pick(0, 1, 2, 3),
      tableLooks: [pick('ruled', 'threeLine', 'zebra'), pick('shaded', 'bare', 'ruled')],
      front: pick(['版权声明', '前言'], ['摘要', 'Abstract'], ['编制说明'], ['版权声明', '前言', '编制说明']),
    },
    look: {
      producer: pick('chromium', 'writer', 'tex'),
      bodyFont,
      headingFont,
      bodySize,
      leading: pick(1.3, 1.5, 1.8),
      paragraphs: pick('indented', 'indented', 'block'),
      headingSizes: [bodySize + 3 * step + 2, bodySize + 2 * step + 1, bodySize + step, bodySize],
      headingsCentred: random() < 0.4,
      noteMark: pick('1', '①', '[1]', '*'),
      notesRestart: random() < 0.5,
      pageNumberForm: pick('plain', 'dashes', 'emDashes', 'ofTotal', 'slash'),
      pageNumberPlace: pick('bottom', 'outer', 'topRight'),
      frontLabels: pick('none', 'roman'),
      runningHead: pick('none', 'title', 'titleAndChapter'),
      contents: numbering === 'plain' ? pick('none', 'deep') : pick('chapters', 'deep'),
      leader: pick('.', '…', '·', 'none'),
      exhibitLists: random() < 0.4,
      figureCaption: pick('above', 'below'),
      captionGap: random() < 0.5,
      boxLook: pick('border', 'shade', 'bar'),
      tagged: random() < 0.5,
      continuedTables: pick('header', 'headerAndLabel'),
      rewritten: random() < 0.15,
    },
  };
}
