import type { Recipe } from './compose-report.ts';
import type { TextMaker } from './make-text.ts';
import type { BlockSpec, TextRun } from './report-model.ts';
import { TOPICS } from './topics.ts';

/** Adds paragraphs with what stands in running text: bold lead-ins, superscripts, links, notes, citations. */
export function writeParagraphs(recipe: Recipe, maker: TextMaker, blocks: BlockSpec[], count: number): void {
  for (let n = 0; n < count; n += 1) {
    const roll = maker.random();
    const runs: TextRun[] = [];
    if (roll < 0.25)
      runs.push({ t: `${maker.pick(['一是', '二是', '其一，'])}${maker.thing()}先行。`, bold: true });
    runs.push(...maker.runs(maker.whole(2, 6)));
    if (roll > 0.9) runs.push({ t: '参见' }, ...link(maker), { t: '。' });
    if (roll > 0.75 && roll < 0.85) {
      runs.push({ t: `每平方千米（km` }, { t: '2', sup: true }, { t: `）平均设点${maker.whole(2, 40)}处。` });
    }
    if (recipe.citations && maker.random() < 0.4) runs.push(...cited(maker));
    if (recipe.notes && maker.random() < 0.35) runs.push(...noted(maker));
    blocks.push({ type: 'para', runs });
  }
}

function noted(maker: TextMaker): readonly TextRun[] {
  const text =
    maker.random() < 0.3
      ? `数据截至2026年3月，${maker.sentence()}`
      : `${maker.pick(TOPICS.lanes.actors)}访谈记录，${maker.whole(2019, 2025)}年${maker.whole(1, 12)}月。`;
  return [
    { t: `详见${maker.thing()}专项统计` },
    { note: text },
    { t: `，口径与${maker.whole(2019, 2024)}年一致。` },
  ];
}

function link(maker: TextMaker): readonly TextRun[] {
  const url = `https://example.org/${maker.pick(['open-data', 'registry', 'survey'])}/${maker.whole(2020, 2026)}/tables/${maker.whole(100, 999)}.html`;
  return [{ t: url, url }];
}

function cited(maker: TextMaker): readonly TextRun[] {
  return [
    { t: `已有研究比较过${maker.thing()}的排放` },
    { t: `[${maker.whole(1, 6)}]`, sup: true },
    { t: '，折合CO' },
    { t: '2', sub: true },
    { t: `约${maker.whole(2, 90)}吨。` },
  ];
}
