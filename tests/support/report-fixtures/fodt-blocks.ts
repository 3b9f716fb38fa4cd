import { drawFigure } from './draw-figures.ts';
import { escapeMarkup, gapAfter, printedLabel } from './html-blocks.ts';
import type { BlockSpec, FigureSpec, Look, TableSpec, TextRun } from './report-model.ts';

/** A paragraph of a style; `inner` is markup already. */
export function paragraph(style: string, inner: string): string {
  return `<text:p text:style-name="${style}">${inner}</text:p>`;
}

/** Running text with real footnotes. */
export function runsToFodt(runs: readonly TextRun[], look: Look): string {
  return runs
    .map((run) => {
      if (run.note !== undefined) return note(run.note, look);
      const text = escapeMarkup(run.t ?? '');
      if (run.url !== undefined)
        return `<text:a xlink:type="simple" xlink:href="${escapeMarkup(run.url)}">${text}</text:a>`;
      const style = run.sup ? 'Sup' : run.sub ? 'Sub' : run.bold ? 'Bold' : '';
      return style === '' ? text : `<text:span text:style-name="${style}">${text}</text:span>`;
    })
    .join('');
}

function note(text: string, look: Look): string {
  const label = look.noteMark === '*' ? ' text:label="*"' : '';
  return `<text:note text:note-class="footnote"><text:note-citation${label}>${label === '' ? '' : '*'}</text:note-citation><text:note-body><text:p text:style-name="Note">${escapeMarkup(text)}</text:p></text:note-body></text:note>`;
}

/** One block; `pictures` holds bitmaps as data addresses by block index. */
export function blockToFodt(
  block: BlockSpec,
  index: number,
  look: Look,
  pictures: ReadonlyMap<number, string>,
): string {
  switch (block.type) {
    case 'heading': {
      const style = index === 0 ? 'BodyStart' : `H${block.level}${block.newPage ? 'Page' : ''}`;
      const ownLine = look.numberOnOwnLine && block.level === 1 && /^第/u.test(block.number);
      const words = ownLine
        ? `${escapeMarkup(block.number)}<text:line-break/>${escapeMarkup(block.text)}`
        : escapeMarkup(block.number + gapAfter(block.number) + block.text);
      return `<text:h text:style-name="${style}" text:outline-level="${block.level}">${words}</text:h>`;
    }
    case 'para':
      return paragraph('Body', runsToFodt(block.runs, look));
    case 'quote':
      return paragraph('Quote', runsToFodt(block.runs, look));
    case 'list':
      return block.items
        .map(({ marker, t, depth }) =>
          paragraph(`Item${depth ?? 0}`, `${marker}<text:tab/>${escapeMarkup(t)}`),
        )
        .join('');
    case 'refs':
      return block.items.map((item) => paragraph('Reference', escapeMarkup(item))).join('');
    case 'box':
      return (
        paragraph('BoxTitle', escapeMarkup(block.title)) +
        block.paras.map((runs) => paragraph('BoxText', runsToFodt(runs, look))).join('') +
        paragraph('Picture', '')
      );
    case 'table':
      return tableToFodt(block, index, look);
    case 'figure':
      return figureToFodt(block, index, look, pictures.get(index));
  }
}

function figureToFodt(figure: FigureSpec, index: number, look: Look, pixels: string | undefined): string {
  const svg = Buffer.from(drawFigure(figure, look.headingFont)).toString('base64');
  const [mime, bytes] = pixels === undefined ? ['image/svg+xml', svg] : ['image/jpeg', pixels.split(',')[1]!];
  const picture = `<draw:frame draw:name="picture${index}" text:anchor-type="as-char" svg:width="${figure.width}pt" svg:height="${figure.height}pt"><draw:image draw:mime-type="${mime}"><office:binary-data>${bytes}</office:binary-data></draw:image></draw:frame>`;
  const words = escapeMarkup(`${printedLabel(figure.label, look)} ${figure.caption}`);
  const source = escapeMarkup(figure.source);
  return look.figureCaption === 'above'
    ? paragraph('CaptionAbove', words) + paragraph('Picture', picture) + paragraph('Source', source)
    : paragraph('Picture', picture) + paragraph('SourceBelowPicture', source) + paragraph('Caption', words);
}

function tableToFodt(table: TableSpec, index: number, look: Look): string {
  const columns = table.widths
    .map((_, n) => `<table:table-column table:style-name="T${index}.${n}"/>`)
    .join('');
  const covered = new Set<string>();
  const rows = table.rows.map((row, r) => {
    const pending = [...row];
    const cells = table.widths.map((_, c) => {
      if (covered.has(`${r},${c}`)) return '<table:covered-table-cell/>';
      const cell = pending.shift()!;
      const [rowSpan, columnSpan] = [cell.rowSpan ?? 1, cell.columnSpan ?? 1];
      for (let a = 0; a < rowSpan; a += 1)
        for (let b = 0; b < columnSpan; b += 1) covered.add(`${r + a},${c + b}`);
      const head = r < table.headerRows;
      return `<table:table-cell table:style-name="${cellStyle(table, r)}" table:number-rows-spanned="${rowSpan}" table:number-columns-spanned="${columnSpan}" office:value-type="string">${paragraph(head ? 'CellHead' : 'Cell', escapeMarkup(cell.t))}</table:table-cell>`;
    });
    return `<table:table-row table:style-name="Row">${cells.join('')}</table:table-row>`;
  });
  const words = escapeMarkup(`${printedLabel(table.label, look)} ${table.caption}`);
  const source = table.source === '' ? '' : paragraph('Source', escapeMarkup(table.source));
  return `${paragraph('CaptionAbove', words)}<table:table table:name="Table${index}" table:style-name="Table">${columns}<table:table-header-rows>${rows.slice(0, table.headerRows).join('')}</table:table-header-rows>${rows.slice(table.headerRows).join('')}</table:table>${source}`;
}

/** The look of a cell by the row it stands in; the styles are in `fodt-document.ts`. */
function cellStyle(table: TableSpec, row: number): string {
  if (table.look === 'ruled' || table.look === 'bare')
    return table.look === 'ruled' ? 'CellRuled' : 'CellBare';
  if (row < table.headerRows)
    return { threeLine: row === 0 ? 'CellTop' : 'CellUnder', zebra: 'CellHeadShade', shaded: 'CellHeadDark' }[
      table.look
    ];
  if (table.look === 'shaded') return 'CellRuled';
  if (table.look === 'zebra') return row % 2 === 0 ? 'CellStripe' : 'CellBare';
  if (row === table.headerRows) return row === table.rows.length - 1 ? 'CellTopBottom' : 'CellFirst';
  return row === table.rows.length - 1 ? 'CellLast' : 'CellBare';
}
