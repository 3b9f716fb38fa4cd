import { mdxText, type MdxNode } from './compile-mdx.ts';
import type { Block } from '../../scripts/ingest/model/document.ts';
import { plainText } from '../../scripts/ingest/model/text-of.ts';

const encoder = new TextEncoder();

/** UTF-8 bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A small article of our own as a Markdown export, with `lead` as its second paragraph, unescaped. */
export function markdownArticle(lead: string): string {
  return [
    '---',
    'title: 发布《河湖管理报告（2030年）》',
    'source: 示例账号',
    'date: 2030-03-04',
    '---',
    '',
    '# 发布《河湖管理报告（2030年）》',
    '',
    '2030年3月1日，示例研究院发布《河湖管理报告（2030年）》。',
    '',
    lead,
    '',
    '**报告核心观点**',
    '',
    '**1. 河湖长制进入新阶段。**各地巡查次数翻了一番。',
    '',
    '**2. 数据共享仍有断点，**跨省数据平均延迟三天。',
    '',
    '**报告目录**',
    '',
    '**一、总体态势**',
    '',
    '（一）河湖长制的新阶段',
    '',
    '（二）数据共享的断点',
    '',
    '**二、发展展望**',
    '',
    '（来源：示例研究院）',
    '',
  ].join('\n');
}

/** The same article as a saved WeChat page. */
export function htmlArticle(lead: string): string {
  const paragraphs = markdownArticle('')
    .split('\n')
    .slice(8)
    .filter((line) => line !== '')
    .map((line) => `<p>${escapeHtml(line).replace(/\*\*(.*?)\*\*/gu, '<strong>$1</strong>')}</p>`);
  const [first = '', ...rest] = paragraphs;
  return `<!DOCTYPE html><html><head><title>发布《河湖管理报告（2030年）》</title></head><body>
<h1 id="activity-name">发布《河湖管理报告（2030年）》</h1><a id="js_name">示例账号</a><em id="publish_time">2030年3月4日 10:00</em>
<div id="js_content">${[first, `<section><span>${escapeHtml(lead)}</span></section>`, ...rest].join('\n')}</div>
<p>微信扫一扫</p></body></html>`;
}

/** The text of paragraphs, one string each. */
export function paragraphTexts(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => (block.type === 'paragraph' ? plainText(block.children) : ''));
}

/** The text of compiled nodes, one string each. */
export function nodeTexts(nodes: readonly MdxNode[]): readonly string[] {
  return nodes.map((node) => mdxText([node]));
}
