import { expect, test } from 'vitest';
import { findTerms } from '../../scripts/search/find-terms.ts';
import type { SectionRecord } from '../../src/lib/search/model.ts';

function record(...texts: readonly string[]): SectionRecord {
  return {
    url: 'r/c/',
    report: 'r',
    reportTitle: 'R',
    chapter: 'c',
    chapterTitle: 'C',
    heading: 'H',
    passages: texts.map((text, at) => ({
      id: `p${at}`,
      kind: text.startsWith('（') ? 'heading' : 'text',
      text,
    })),
  };
}

const TEXTS = [
  '数据要素市场正在培育，数据要素流通加快。',
  '释放数据要素价值；发展数据要素，激活数据要素潜能。',
  '（一）培育数据要素市场',
  '路灯照亮夜间街道，节省电力并方便行人；隧道桥梁另有规定，由当地部门逐年检修维护，并向公众报告进展情况。',
  '采用 GPT-4o 与 MoE 架构，GPT-4o 更快。',
];

test('terms of the text are found, fragments of them are not', () => {
  const terms = findTerms([record(...TEXTS)]).terms.map(([text]) => text);
  expect(terms).toContain('数据要素');
  expect(terms).toContain('GPT-4o');
  for (const fragment of ['数据要', '据要素', '据要']) expect(terms).not.toContain(fragment);
});

test('headings are offered without their numbers', () => {
  expect(findTerms([record(...TEXTS)]).headings).toEqual(['培育数据要素市场']);
});

test('no term begins or ends with a word that every text is full of', () => {
  const terms = findTerms([record('的数据在增长，的数据在流通，的数据在汇聚，的数据在共享')]).terms.map(
    ([text]) => text,
  );
  for (const term of terms) expect(term).not.toMatch(/^[的在]|[的在]$/u);
});
