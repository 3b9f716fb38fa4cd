import { isBitmap } from './draw-figures.ts';
import { gapAfter, printedLabel } from './html-blocks.ts';
import type { BlockSpec, Look, TableCellSpec, TableSpec, TextRun } from './report-model.ts';

/** Escapes the characters that mean something to TeX. */
export function escapeTex(text: string): string {
  return text.replaceAll(/[\\{}$&#%_^~]/gu, (sign) =>
    sign === '\\' ? '\\textbackslash{}' : sign === '~' || sign === '^' ? `\\${sign}{}` : `\\${sign}`,
  );
}

/** Running text with footnotes. */
export function runsToTex(runs: readonly TextRun[]): string {
  return runs
    .map((run) => {
      if (run.note !== undefined) return `\\footnote{${escapeTex(run.note)}}`;
      const text = escapeTex(run.t ?? '');
      if (run.url !== undefined) return `\\url{${run.url}}`;
      if (run.sub) return `\\textsubscript{${text}}`;
      return run.sup ? `\\textsuperscript{${text}}` : run.bold ? `\\textbf{${text}}` : text;
    })
    .join('');
}

/** One block of the body. */
export function blockToTex(block: BlockSpec, index: number, look: Look): string {
  const anchor = `\\phantomsection\\label{block${index}}`;
  switch (block.type) {
    case 'heading': {
      const words = escapeTex(block.number + gapAfter(block.number) + block.text);
      const ownLine = look.numberOnOwnLine && block.level === 1 && /^第/u.test(block.number);
      const printed = ownLine ? `${block.number}\\\\ ${escapeTex(block.text)}` : words;
      const mark = block.level === 1 ? `\\markboth{${words}}{${words}}` : '';
      return `${block.newPage && index > 0 ? '\\clearpage' : ''}\\head${'ABCD'[block.level - 1]}{${anchor}${mark}${printed}}`;
    }
    case 'para':
      return runsToTex(block.runs);
    case 'quote':
      return `\\begin{quotation}${runsToTex(block.runs)}\\end{quotation}`;
    case 'list':
      return block.items
        .map(
          ({ marker, t, depth }) =>
            `{\\leftskip=${((depth ?? 0) + 1) * 2 * look.bodySize}pt\\parindent=0pt\\noindent\\llap{${marker}\\hspace{0.5em}}${escapeTex(t)}\\par}`,
        )
        .join('\n');
    case 'refs':
      return block.items.map((item) => `{\\hangindent=2em\\noindent ${escapeTex(item)}\\par}`).join('\n');
    case 'box': {
      const paras = block.paras
        .map((runs) => `\\setlength{\\parindent}{${2 * look.bodySize}pt}${runsToTex(runs)}`)
        .join('\n\n');
      return `\\begin{tcolorbox}[breakable,colback=${look.boxLook === 'border' ? 'white' : 'gray!12'},colframe=black,boxrule=${look.boxLook === 'shade' ? 0 : 0.6}pt,arc=0pt]{\\centering\\headface\\bfseries ${escapeTex(block.title)}\\par}\n${paras}\\end{tcolorbox}`;
    }
    case 'table':
      return tableToTex(block, look, anchor);
    case 'figure': {
      const words = escapeTex(`${printedLabel(block.label, look)} ${block.caption}`);
      const file = `picture${index}.${isBitmap(block) ? 'jpg' : 'pdf'}`;
      const picture = `{\\centering\\includegraphics[width=${block.width}bp,height=${block.height}bp]{${file}}\\par}`;
      const source = `{\\centering\\footnotesize ${escapeTex(block.source)}\\par}`;
      const parts =
        look.figureCaption === 'above'
          ? [`\\exhibit{${anchor}${words}}`, picture, source]
          : [picture, source, `\\exhibit{${anchor}${words}}`];
      return `\\par\\vspace{8pt}\\noindent\\begin{minipage}{\\textwidth}${parts.join('\n')}\\end{minipage}\\par\\vspace{8pt}`;
    }
  }
}

function tableToTex(table: TableSpec, look: Look, anchor: string): string {
  const ruled = table.look !== 'threeLine' && table.look !== 'bare';
  const sum = table.widths.reduce((a, b) => a + b, 0);
  const widths = table.widths.map((width) => ((0.86 * width) / sum).toFixed(3));
  const bar = ruled ? '|' : '';
  const columns = widths.map((width) => `>{\\raggedright\\arraybackslash}p{${width}\\textwidth}`).join(bar);
  const rule = (name: string): string => (ruled ? '\\hline' : table.look === 'bare' ? '' : name);
  const body = rowsToTex(table, widths, ruled);
  const head = body.slice(0, table.headerRows).join('\n');
  const words = escapeTex(`${printedLabel(table.label, look)} ${table.caption}`);
  const open = `${rule('\\toprule')}\n${head}\n${rule('\\midrule')}`;
  const again =
    look.continuedTables === 'headerAndLabel'
      ? `\\multicolumn{${widths.length}}{r}{续${printedLabel(table.label, look)}}\\\\\n`
      : '';
  const text = `{\\small\\renewcommand{\\arraystretch}{1.1}\\exhibit{${anchor}${words}}\\nopagebreak\\vspace{-8pt}\\begin{longtable}{${bar}${columns}${bar}}
${open}\\endfirsthead
${again}${open}\\endhead
${rule('\\bottomrule')}\\endfoot
${body.slice(table.headerRows).join(`\n${ruled ? '' : ''}`)}
\\end{longtable}}\\vspace{-10pt}${table.source === '' ? '' : `{\\centering\\footnotesize ${escapeTex(table.source)}\\par}\\vspace{6pt}`}`;
  return table.landscape
    ? `\\begin{landscape}${text}\\end{landscape}`
    : `\\needspace{6\\baselineskip}${text}`;
}

/** Rows with merged cells: a cell from above leaves its place empty, and a partial rule goes round it. */
function rowsToTex(table: TableSpec, widths: readonly string[], ruled: boolean): readonly string[] {
  const held = new Map<string, TableCellSpec>();
  return table.rows.map((row, r) => {
    const pending = [...row];
    const cells: string[] = [];
    for (let c = 0; c < widths.length;) {
      const above = held.get(`${r},${c}`);
      const cell = above ?? pending.shift()!;
      const span = cell.columnSpan ?? 1;
      if (!above)
        for (let down = 1; down < (cell.rowSpan ?? 1); down += 1) held.set(`${r + down},${c}`, cell);
      const rows = cell.rowSpan ?? 1;
      const text = r < table.headerRows ? `\\textbf{${escapeTex(cell.t)}}` : escapeTex(cell.t);
      const filled = above ? '' : rows > 1 ? `\\multirow{${rows}}{*}{${text}}` : text;
      cells.push(span > 1 ? `\\multicolumn{${span}}{c${ruled ? '|' : ''}}{${filled}}` : filled);
      c += span;
    }
    const open = widths.map((_, c) => !held.has(`${r + 1},${c}`));
    const last = r === table.rows.length - 1;
    const lines =
      !ruled || last
        ? ''
        : open.every(Boolean)
          ? r === table.headerRows - 1
            ? ''
            : '\\hline'
          : open.map((free, c) => (free ? `\\cline{${c + 1}-${c + 1}}` : '')).join('');
    return `${cells.join(' & ')} \\\\${lines}`;
  });
}
