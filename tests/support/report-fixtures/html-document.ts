import { blockToHtml, escapeMarkup, gapAfter, printedLabel, runsToHtml } from './html-blocks.ts';
import { htmlStyle } from './html-style.ts';
import type { Fixture, HeadingSpec, Look, ReportSpec } from './report-model.ts';

/** The whole report as one HTML page whose blocks a script in it lays out on sheets (see `paginate-in-browser.ts`). */
export function reportToHtml(fixture: Fixture, pictures: ReadonlyMap<number, string>): string {
  const { report, look } = fixture;
  const blocks = report.blocks.map((block, index) => blockToHtml(block, index, look, pictures)).join('\n');
  const before = report.front.filter(({ afterContents }) => afterContents !== true);
  const after = report.front.filter(({ afterContents }) => afterContents === true);
  const options = escapeMarkup(JSON.stringify({ ...look, title: report.title + report.subtitle }));
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeMarkup(report.title)}</title>
<style>${htmlStyle(look)}</style></head><body data-options="${options}"><div id="sheets"></div><div id="matter">
<section data-part="cover">${cover(report)}</section>
${before.map(section).join('')}
${contents(report, look)}
${after.map(section).join('')}
<section data-part="body">${blocks}</section>
<section data-part="back-cover"><p class="address">${escapeMarkup(report.publisher)}</p><p class="address">地址：${escapeMarkup(report.publisher.slice(0, 3))}静水路17号　邮编：000000</p><p class="address">网址：www.example.org</p></section>
</div></body></html>`;
}

function cover(report: ReportSpec): string {
  return `<p class="cover-title">${escapeMarkup(report.title)}</p><p class="cover-subtitle">${escapeMarkup(report.subtitle)}</p>
<p class="cover-foot">${escapeMarkup(report.publisher)}</p><p class="cover-date">${escapeMarkup(report.date)}</p>`;
}

function section(part: ReportSpec['front'][number]): string {
  const spaced = part.title.length === 2 ? [...part.title].join('　') : part.title;
  const paras = part.paras.map(
    (runs) => `<p class="${/^[\w\s]/u.test(part.title) ? 'latin' : ''}">${runsToHtml(runs)}</p>`,
  );
  return `<section data-part="front"><div class="h1 front-heading">${escapeMarkup(spaced)}</div>${paras.join('')}</section>`;
}

function contents(report: ReportSpec, look: Look): string {
  if (look.contents === 'none') return '';
  const deepest = look.contents === 'chapters' ? 2 : 3;
  const lines = report.blocks.map((block, index) =>
    block.type === 'heading' && block.level <= deepest ? tocLine(index, headingText(block), block.level) : '',
  );
  const list = (type: 'figure' | 'table', title: string): string => {
    const entries = report.blocks.map((block, index) =>
      block.type === type ? tocLine(index, `${printedLabel(block.label, look)} ${block.caption}`, 1) : '',
    );
    return `<section data-part="contents"><div class="h1 contents-heading">${title}</div>${entries.join('')}</section>`;
  };
  const exhibits = look.exhibitLists ? list('figure', '图目录') + list('table', '表目录') : '';
  return `<section data-part="contents"><div class="h1 contents-heading">目　录</div>${lines.join('')}</section>${exhibits}`;
}

/** Number and words of a heading as printed. */
export function headingText(block: HeadingSpec): string {
  return `${block.number}${gapAfter(block.number)}${block.text}`;
}

function tocLine(index: number, text: string, level: number): string {
  return `<div class="toc toc${level}" data-target="${index}"><span class="entry">${escapeMarkup(text)}</span><span class="dots"></span><span class="number">00</span></div>`;
}
