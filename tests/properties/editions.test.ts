import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listPassages } from '../../src/lib/book/list-passages.ts';
import { parseBody } from '../../src/lib/book/parse-body.ts';
import {
  type KeptIds,
  type Random,
  randomFrom,
  type Revision,
  REVISIONS,
  reviseAndCompare,
  UPHEAVAL,
} from '../support/editions.ts';
import type { Line } from '../support/link-targets.ts';

/** What must stay of the addresses of a report where one thing happens to it, and where much happens at once. */
const KEPT = 0.99;
const KEPT_IN_UPHEAVAL = 0.94;
const SEEDS = [1, 2, 3];

const LETTERS = { heading: 's', text: 'p', listing: 'p', figure: 'f', table: 't', note: 'n' } as const;
const ARTICLE = 'content/reports/caict-ai-2024';

/** The passages of the committed report, chapter by chapter, with its viewpoints as a chapter of their own. */
function articleLines(): readonly Line[] {
  const linesOf = (folder: string, file: string): readonly Line[] => {
    const source = readFileSync(join(ARTICLE, folder, file), 'utf8');
    const body = parseBody(source.slice(source.indexOf('\n---', 3) + 4));
    return listPassages(body).map(({ kind, text }) => `${LETTERS[kind]} ${text}`);
  };
  const chapters = readdirSync(join(ARTICLE, 'chapters')).flatMap((file) => [
    `# ${file.replace('.mdx', '')} ${file}`,
    ...linesOf('chapters', file),
  ]);
  const viewpoints = readdirSync(join(ARTICLE, 'viewpoints')).flatMap((file) => linesOf('viewpoints', file));
  return [...chapters, '# viewpoints 核心观点', ...viewpoints];
}

const HAN = [
  ...'人工智能技术创新应用赋能安全治理数据算力模型平台产业发展国际合作标准测试评估推理训练要素流通',
];

function sentence(random: Random, length: number): string {
  return Array.from({ length }, () => HAN[Math.floor(random() * HAN.length)] ?? '').join('');
}

/** A report in which every section has the same short titles, as legal surveys have. */
function surveyLines(): readonly Line[] {
  const random = randomFrom(7);
  return Array.from({ length: 6 }, (_, chapter) => [
    `# c${String(chapter)} ${sentence(random, 8)}`,
    ...Array.from({ length: 8 }, () => [
      `s ${sentence(random, 10)}`,
      ...['定位', '特点', '主要内容'].flatMap((title) => [
        `p ${title}`,
        `p ${sentence(random, 30 + Math.floor(random() * 90))}`,
      ]),
    ]).flat(),
  ]).flat();
}

const REPORTS = { 'the committed report': articleLines(), 'a survey of like sections': surveyLines() };

describe.each(Object.entries(REPORTS))('permanent ids of %s', (_, lines) => {
  const characters = [...lines.map((line) => line.slice(2)).join('')];
  const random = randomFrom(99);
  const strangers = Array.from(
    { length: 40 },
    () => `p ${[...sentence(random, 60)].map((character) => (random() < 0.5 ? '甲' : character)).join('')}`,
  );

  const compare = (revision: Revision, seed: number): KeptIds =>
    reviseAndCompare(lines, revision, { random: randomFrom(seed), characters, strangers });

  it.each(Object.entries(REVISIONS))('are kept where %s', (_name, revision) => {
    for (const seed of SEEDS) {
      const { kept, mistaken } = compare(revision, seed);
      expect(kept, `seed ${String(seed)}`).toBeGreaterThanOrEqual(KEPT);
      expect(mistaken, `seed ${String(seed)}`).toBe(0);
    }
  });

  it('are mostly kept, and never given to other words, where much of that happens together', () => {
    for (const seed of SEEDS) {
      const { kept, mistaken } = compare(UPHEAVAL, seed);
      expect(kept, `seed ${String(seed)}`).toBeGreaterThanOrEqual(KEPT_IN_UPHEAVAL);
      expect(mistaken, `seed ${String(seed)}`).toBe(0);
    }
  });
});
