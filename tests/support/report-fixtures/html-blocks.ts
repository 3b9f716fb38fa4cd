import { drawFigure, isBitmap } from './draw-figures.ts';
import type { BlockSpec, FigureSpec, Look, TableSpec, TextRun } from './report-model.ts';

/** Escapes text for HTML and XML alike. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What is printed before a caption: `图 1` or `图1`. */
export function printedLabel(label: string, look: Look): string {
  return look.captionGap ? label.replace(/(\D)(?=[\d])/u, '$1 ') : label;
}

/** Running text; a note's mark carries the note, the browser numbers it. */
export function runsToHtml(runs: readonly TextRun[]): string {
  return runs
    .map((run) => {
      if (run.note !== undefined) return `<sup class="mark" data-note="${escapeMarkup(run.note)}">#</sup>`;
      let html = escapeMarkup(run.t ?? '');
      if (run.sub) html = `<sub>${html}</sub>`;
      if (run.sup) html = `<sup>${html}</sup>`;
      if (run.bold) html = `<b>${html}</b>`;
      return run.url === undefined ? html : `<a href="${escapeMarkup(run.url)}">${html}</a>`;
    })
    .join('');
}

/** One block as HTML with `data-block`, its index; `pictures` holds the pixels of bitmap figures by index. */
export function blockToHtml(
  block: BlockSpec,
  index: number,
  look: Look,
  pictures: ReadonlyMap<number, string>,
): string {
  switch (block.type) {
    case 'heading': {
      const space = /\s$/u.test(block.number) || block.number === '' ? '' : gapAfter(block.number);
      const ownLine = look.numberOnOwnLine && block.level === 1 && /^第/u.test(block.number);
      const flags = `data-block="${index}" data-level="${block.level}" ${block.newPage ? 'data-new-page' : ''}`;
      return `<div class="h${block.level} heading" ${flags}>${ownLine ? `${escapeMarkup(block.number)}<br>${escapeMarkup(block.text)}` : escapeMarkup(block.number + space + block.text)}</div>`;
    }
    case 'para':
      return `<p>${runsToHtml(block.runs)}</p>`;
    case 'quote':
      return `<p class="quote">${runsToHtml(block.runs)}</p>`;
    case 'list':
      return block.items
        .map(
          ({ marker, t, depth }) =>
            `<p class="item depth${depth ?? 0}"><span>${marker}</span>${escapeMarkup(t)}</p>`,
        )
        .join('');
    case 'refs':
      return block.items.map((item) => `<p class="reference">${escapeMarkup(item)}</p>`).join('');
    case 'box': {
      const paras = block.paras.map((runs) => `<p>${runsToHtml(runs)}</p>`).join('');
      return `<div class="box ${look.boxLook}"><p class="box-title">${escapeMarkup(block.title)}</p>${paras}</div>`;
    }
    case 'table':
      return tableToHtml(block, look);
    case 'figure':
      return figureToHtml(block, index, look, pictures.get(index));
  }
}

/** 第一章 and 附录 stand apart from what follows; 一、 and （一） do not. */
export function gapAfter(number: string): string {
  return /[章节篇录]$/u.test(number) ? ' ' : '';
}

function figureToHtml(figure: FigureSpec, index: number, look: Look, pixels: string | undefined): string {
  const caption = `<div class="caption">${escapeMarkup(`${printedLabel(figure.label, look)} ${figure.caption}`)}</div>`;
  const size = `style="width:${figure.width}pt;height:${figure.height}pt"`;
  const picture =
    isBitmap(figure) && pixels !== undefined
      ? `<img class="picture" data-block="${index}" ${size} src="${pixels}" alt="">`
      : drawFigure(figure, look.headingFont).replace(
          '<svg ',
          `<svg class="picture" data-block="${index}" ${size} `,
        );
  const source = `<div class="source">${escapeMarkup(figure.source)}</div>`;
  return `<div class="figure">${look.figureCaption === 'above' ? caption + picture + source : picture + source + caption}</div>`;
}

function tableToHtml(table: TableSpec, look: Look): string {
  const sum = table.widths.reduce((a, b) => a + b, 0);
  const columns = table.widths.map((w) => `<col style="width:${((100 * w) / sum).toFixed(2)}%">`).join('');
  const row = (at: number): string => {
    const cells = table.rows[at]!.map(
      (cell) =>
        `<td rowspan="${cell.rowSpan ?? 1}" colspan="${cell.columnSpan ?? 1}">${escapeMarkup(cell.t)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  };
  const head = Array.from({ length: table.headerRows }, (_, n) => row(n)).join('');
  const rest = Array.from({ length: table.rows.length - table.headerRows }, (_, n) =>
    row(n + table.headerRows),
  );
  const label = escapeMarkup(`${printedLabel(table.label, look)} ${table.caption}`);
  const source = table.source === '' ? '' : `<div class="source">${escapeMarkup(table.source)}</div>`;
  return `<div class="table ${table.look} ${table.landscape ? 'landscape' : ''}" data-label="${escapeMarkup(printedLabel(table.label, look))}">
<div class="caption">${label}</div><table><colgroup>${columns}</colgroup><thead>${head}</thead><tbody>${rest.join('')}</tbody></table>${source}</div>`;
}
