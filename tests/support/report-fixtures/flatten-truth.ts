import type { Truth, TruthBlock, TruthCell, TruthRun } from './truth-model.ts';

/** A document or a truth file seen from one side: what a test compares. */
export interface Flattened {
  /** Headings of the body as `level number-and-words @page/label`. */
  readonly headings: readonly string[];
  /** Front matter: headings as `# words`, then its paragraphs. */
  readonly front: readonly string[];
  /** Paragraphs, items, quotes, references, titles and paragraphs of boxes, in reading order. */
  readonly texts: readonly string[];
  /** Notes as `…the eight characters before the mark ‖ text`. */
  readonly notes: readonly string[];
  /** `figure|table label caption ‖ source`. */
  readonly captions: readonly string[];
  /** Each table as rows of `text` or `text<rowsxcolumns>`, the number of header rows first. */
  readonly tables: readonly string[];
  readonly superscripts: readonly string[];
  readonly bold: readonly string[];
  readonly links: readonly string[];
}

/** A bullet is a drawing; a number is text. */
export function withoutBullet(marker: string): string {
  return /^[●•○–—\-*]?$/u.test(marker.trim()) ? '' : marker;
}

/** No white space: the marker of an item may stand apart from its text or not. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

/** A table in one readable string. */
export function tableText(headerRows: number, rows: readonly (readonly TruthCell[])[]): string {
  const cell = ({ t, rs, cs }: TruthCell): string =>
    `${squeeze(t)}${rs > 1 || cs > 1 ? `<${rs}x${cs}>` : ''}`;
  return [`head ${headerRows}`, ...rows.map((row) => row.map(cell).join(' | '))].join('\n');
}

/** The truth, from the same side as `flattenDocument`. */
export function flattenTruth(truth: Truth): Flattened {
  const running = truth.body.flatMap(runsOf);
  return {
    headings: truth.body.flatMap((block) =>
      block.type === 'heading'
        ? [`${block.level} ${squeeze(block.num + block.text)} @${block.page}/${block.label}`]
        : [],
    ),
    front: [...truth.copyright, ...truth.preface].flatMap((block) =>
      block.type === 'heading' ? [`# ${squeeze(block.num + block.text)}`] : runsOf(block).map(plain),
    ),
    texts: truth.body.flatMap(textsOf).map(squeeze),
    notes: [...truth.preface, ...truth.body].flatMap(runsOf).flatMap(notesOf),
    captions: truth.body.flatMap(captionOf),
    tables: truth.body.flatMap((block) =>
      block.type === 'table'
        ? [tableText(block.rows.filter((row) => row.every(({ h }) => h === 1)).length, block.rows)]
        : [],
    ),
    superscripts: running.flat().flatMap(({ t, sup }) => (sup === 1 && t !== undefined ? [t] : [])),
    bold: running.flat().flatMap(({ t, b }) => (b === 1 && t !== undefined ? [squeeze(t)] : [])),
    links: running.flat().flatMap(({ url }) => (url === undefined ? [] : [url])),
  };
}

/** Text of running text without the marks of notes. */
function plain(runs: readonly TruthRun[]): string {
  return runs.map(({ t }) => t ?? '').join('');
}

function runsOf(block: TruthBlock): readonly (readonly TruthRun[])[] {
  if (block.type === 'para') return [block.runs];
  return block.type === 'box' ? block.paras.map(({ runs }) => runs) : [];
}

function textsOf(block: TruthBlock): readonly string[] {
  switch (block.type) {
    case 'para':
      return [plain(block.runs)];
    case 'list':
      return block.items.map(({ marker, t }) => withoutBullet(marker) + t);
    case 'refs':
      return block.items;
    case 'box':
      return [block.title, ...block.paras.map(({ runs }) => plain(runs))];
    default:
      return [];
  }
}

function notesOf(runs: readonly TruthRun[]): readonly string[] {
  return runs.flatMap(({ note }, at) =>
    note === undefined ? [] : [`…${squeeze(plain(runs.slice(0, at))).slice(-8)} ‖ ${squeeze(note)}`],
  );
}

function captionOf(block: TruthBlock): readonly string[] {
  if (block.type !== 'figure' && block.type !== 'table') return [];
  const word = block.type === 'figure' ? '图' : '表';
  return [`${block.type} ${squeeze(word + block.no + block.caption)} ‖ ${squeeze(block.source)}`];
}
