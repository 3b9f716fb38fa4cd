import type { Look } from './report-model.ts';

/** Size of the sheet in points: A4. */
export const SHEET = { width: 595.28, height: 841.89 } as const;

/** The style sheet of a look. */
export function htmlStyle(look: Look): string {
  const align = look.headingsCentred ? 'center' : 'left';
  const headings = look.headingSizes
    .map(
      (size, n) =>
        `.h${n + 1} { font: bold ${size}pt/1.35 ${quoted(look.headingFont)}; margin: ${n === 0 ? 14 : 9}pt 0 ${n === 0 ? 12 : 6}pt; ${n < (look.headingsCentred ? 2 : 0) ? `text-align:${align}` : ''} }`,
    )
    .join('\n');
  return `@page { size: ${SHEET.width}pt ${SHEET.height}pt; margin: 0 }
@page wide { size: ${SHEET.height}pt ${SHEET.width}pt; margin: 0 }
* { box-sizing: border-box } body { margin: 0; font: ${look.bodySize}pt/${look.leading} ${quoted(look.bodyFont)} }
p { margin: 0; text-align: justify; overflow-wrap: anywhere; line-break: strict }
sup { font-size: 0.62em; line-height: 0; vertical-align: super } sub { font-size: 0.62em; line-height: 0; vertical-align: sub }
.logo { position: absolute; left: 0; bottom: 4pt; width: 46pt; height: 14pt }
.sheet { position: relative; width: ${SHEET.width}pt; height: ${SHEET.height - 0.6}pt; overflow: hidden; break-after: page }
.sheet.wide { page: wide; width: ${SHEET.height}pt; height: ${SHEET.width - 0.6}pt }
.flow { position: absolute; left: 80pt; right: 80pt; top: 78pt; bottom: 78pt; display: flow-root }
.notes { position: absolute; left: 80pt; right: 80pt; bottom: 70pt; font-size: 8.5pt; line-height: 1.35; padding-top: 3pt }
.notes:not(:empty)::before { content: ''; position: absolute; left: 0; top: 0; width: 144pt; ${look.noteRule ? 'border-top: 0.6pt solid #000' : ''} }
.notes p { text-indent: 0 !important; margin: 0 !important }
.head, .foot { position: absolute; left: 80pt; right: 80pt; font-size: 9pt; line-height: 12pt; white-space: pre }
.head { top: 44pt; ${look.runningHead === 'none' ? '' : 'border-bottom: 0.5pt solid #555; padding-bottom: 3pt'} }
.foot { bottom: 40pt; text-align: center }
.foot.left { text-align: left } .foot.right, .head.right { text-align: right } .head.centre { text-align: center }
.watermark { position: absolute; left: 90pt; top: 380pt; width: 420pt; text-align: center; font-size: 44pt; color: rgba(120,120,120,.16); transform: rotate(-38deg) }
${paragraphStyle(look)}
.rest { text-indent: 0 !important } .part { text-align-last: justify }
${headings}
.front-heading, .contents-heading { text-align: center }
.quote { margin: 4pt 2em }
.item { padding-left: 2em; text-indent: 0 } .item.depth1 { padding-left: 4em } .item span { margin-right: 0.5em }
.reference { text-indent: -2em; padding-left: 2em; text-align: left }
.latin { font-family: 'Liberation Serif', serif; text-indent: 0 }
.box { margin: 8pt 0; padding: 6pt 10pt } .box.border { border: 0.8pt solid #333 } .box.shade { background: #e8eef4 }
.box.bar { border-left: 3pt solid #2f6f9f; background: #f4f6f8 } .box-title { font-weight: bold; text-indent: 0; text-align: center }
.figure { margin: 8pt 0; text-align: center } .picture { display: block; margin: 4pt auto }
.caption { font: ${Math.min(look.bodySize, 12)}pt/1.5 ${quoted(look.headingFont)}; text-align: center } .source { font-size: 9pt; line-height: 1.5; text-align: ${look.figureCaption === 'above' ? 'left' : 'center'} }
.table { margin: 8pt 0 } table { border-collapse: collapse; width: 100%; font-size: 9.5pt; line-height: 1.35; table-layout: fixed }
td { padding: 2pt 4pt; overflow-wrap: anywhere } thead td { font-weight: bold; text-align: center }
.ruled td { border: 0.6pt solid #000 } .shaded td { border: 0.5pt solid #999 } .shaded thead td { background: #2f6f9f; color: #fff }
.threeLine table, .continued.threeLine table { border-top: 1.3pt solid #000; border-bottom: 1.3pt solid #000 } .threeLine thead { border-bottom: 0.7pt solid #000 }
.zebra thead td { background: #cfdbe6 } .zebra tbody tr:nth-child(even) td { background: #eef2f5 }
.continued-label { text-align: right; font-size: 9.5pt }
.toc { display: flex; white-space: nowrap } .toc2 { padding-left: 1.5em } .toc3 { padding-left: 3em } .dots { flex: 1; overflow: hidden; text-align: right; letter-spacing: 1pt }
.toc .entry { white-space: normal; max-width: 88% }
.cover-title { margin-top: 150pt; font: bold 30pt/1.4 ${quoted(look.headingFont)}; letter-spacing: 8pt; text-align: center; text-indent: 0 }
.cover-subtitle { font-size: 18pt; text-align: center; text-indent: 0 } .cover-foot { margin-top: 260pt !important; font-size: 16pt; text-align: center; text-indent: 0 }
.cover-date { font-size: 14pt; text-align: center; text-indent: 0 } .address { text-align: left; text-indent: 0 }`;
}

function paragraphStyle(look: Look): string {
  return look.paragraphs === 'indented'
    ? 'p { text-indent: 2em }'
    : `p { margin-bottom: ${(look.bodySize * 0.7).toFixed(1)}pt } .item, .reference, .box-title { margin-bottom: 3pt }`;
}

/** As a CSS value, the Latin letters from another face, as in word processors. */
function quoted(family: string): string {
  const serif = /Serif|UMing|Sungti|Ming/u.test(family);
  return `'${serif ? 'Liberation Serif' : 'Liberation Sans'}', '${family}', ${serif ? 'serif' : 'sans-serif'}`;
}
