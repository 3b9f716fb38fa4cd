import { readFileSync } from 'node:fs';
import type { Passage, SectionRecord } from '../../src/lib/search/model.ts';

const ARTICLE = new URL('../../content/reports/caict-ai-2024/sources/article.md', import.meta.url);

/**
 * The committed article's own text as sections, cut by its lines alone: what search is tried on without building a site. Each
 * core viewpoint, and each chapter of the contents, is a section.
 */
export function articleSections(): readonly SectionRecord[] {
  const lines = readFileSync(ARTICLE, 'utf8').split('\n');
  const from = lines.findIndex((line) => line.startsWith('人工智能浪潮'));
  const to = lines.findIndex((line) => line.startsWith('（来源'));
  const texts = lines
    .slice(from, to)
    .map((line) => line.replaceAll('**', '').trim())
    .filter((line) => line !== '' && !line.startsWith('['));
  const sections: Passage[][] = [[]];
  texts.forEach((text, at) => {
    const kind = /^[一二三四五]、|^（[一二三四]）/u.test(text)
      ? 'heading'
      : /^\d\. /u.test(text)
        ? 'viewpoint'
        : 'text';
    if (kind === 'viewpoint' || /^[一二三四五]、/u.test(text)) sections.push([]);
    sections.at(-1)!.push({ id: `p${at + 1}`, kind, text });
  });
  return sections.map((passages, at) => ({
    url: 'article/chapter/',
    report: 'article',
    reportTitle: '人工智能发展报告（2024年）',
    chapter: 'chapter',
    chapterTitle: '核心观点',
    heading: passages[0]?.kind === 'heading' ? passages[0].text : `第 ${at} 节`,
    passages,
  }));
}
