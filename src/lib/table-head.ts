const ROW_END = '</tr>';
const ROW_SPAN = /rowspan="(\d+)"/gu;

/**
 * The rows of a table as HTML, cut behind the first `headerRows` of them: browsers repeat a head on each sheet of paper. What stands
 * before the first row, the caption, stays before the head. There is no head where one of its cells reaches below it: cells do not
 * span from head to body in HTML.
 */
export function splitHead(
  html: string,
  headerRows: number,
): { readonly caption: string; readonly head: string; readonly body: string } {
  const start = html.indexOf('<tr');
  const [caption, rows] = start < 0 ? [html, ''] : [html.slice(0, start), html.slice(start)];
  let end = 0;
  for (let row = 0; row < headerRows; row += 1) {
    const next = rows.indexOf(ROW_END, end);
    const reach = [...rows.slice(end, Math.max(next, end)).matchAll(ROW_SPAN)].map(
      ([, span]) => row + Number(span),
    );
    if (next < 0 || reach.some((below) => below > headerRows)) return { caption, head: '', body: rows };
    end = next + ROW_END.length;
  }
  return { caption, head: rows.slice(0, end), body: rows.slice(end) };
}
