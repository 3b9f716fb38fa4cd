import { assertNever } from '../../../scripts/ingest/model/document.ts';
import type {
  Block,
  Heading,
  Inline,
  PdfOrigin,
  ReportDocument,
} from '../../../scripts/ingest/model/document.ts';
import { squeeze, tableText, withoutBullet, type Flattened } from './flatten-truth.ts';

interface Collected {
  readonly headings: string[];
  readonly front: string[];
  readonly texts: string[];
  readonly notes: string[];
  readonly captions: string[];
  readonly tables: string[];
  readonly superscripts: string[];
  readonly bold: string[];
  readonly links: string[];
}

/** What the reader made of a PDF, from the same side as `flattenTruth`. */
export function flattenDocument(document: ReportDocument): Flattened {
  const out: Collected = {
    headings: [],
    front: [],
    texts: [],
    notes: [],
    captions: [],
    tables: [],
    superscripts: [],
    bold: [],
    links: [],
  };
  let front = false;
  for (const block of document.body) {
    if (block.type === 'heading') {
      front = block.matter === 'front';
      if (front) out.front.push(`# ${squeeze(block.number + plainText(block.children))}`);
      else out.headings.push(headingText(block));
    } else if (front && block.type === 'paragraph') {
      out.front.push(plainText(block.children));
    } else {
      collect(block, document, out, '');
    }
  }
  return out;
}

function headingText(block: Heading): string {
  const { page, label } = block.origins[0] as PdfOrigin;
  return `${block.level} ${squeeze(block.number + plainText(block.children))} @${page}/${label}`;
}

function collect(block: Block, document: ReportDocument, out: Collected, marker: string): void {
  switch (block.type) {
    case 'heading':
      out.texts.push(squeeze(block.number + plainText(block.children)));
      break;
    case 'paragraph':
    case 'listing':
      out.texts.push(squeeze(withoutBullet(marker) + plainText(block.children)));
      collectMarks(block.children, document, out);
      break;
    case 'list':
      for (const item of block.items) {
        item.children.forEach((child, n) => {
          collect(child, document, out, n === 0 ? item.marker : '');
        });
      }
      break;
    case 'quote':
      for (const child of block.children) collect(child, document, out, '');
      break;
    case 'callout':
      out.texts.push(squeeze(plainText(block.title)));
      for (const child of block.children) collect(child, document, out, '');
      break;
    case 'table':
    case 'figure':
      out.captions.push(
        `${block.type} ${squeeze(block.number + plainText(block.caption))} ‖ ${squeeze(plainText(block.source))}`,
      );
      if (block.type === 'table') out.tables.push(tableOf(block));
      break;
    default:
      assertNever(block);
  }
}

function tableOf(block: Extract<Block, { type: 'table' }>): string {
  const rows = block.rows.map((row) =>
    row.map(({ children, rowSpan, columnSpan }) => ({
      t: plainText(children),
      rs: rowSpan,
      cs: columnSpan,
      h: 0,
    })),
  );
  return tableText(block.headerRows, rows);
}

function collectMarks(
  inlines: readonly Inline[],
  document: ReportDocument,
  out: Collected,
  before = '',
): string {
  let text = before;
  for (const inline of inlines) {
    if (inline.type === 'noteReference') {
      const note = document.notes[inline.noteId]?.children ?? [];
      const words = note
        .map((block) => (block.type === 'paragraph' ? plainText(block.children) : ''))
        .join('');
      out.notes.push(`…${squeeze(text).slice(-8)} ‖ ${squeeze(words)}`);
    }
    if (inline.type === 'strong') out.bold.push(squeeze(plainText(inline.children)));
    if (inline.type === 'superscript') out.superscripts.push(plainText(inline.children));
    if (inline.type === 'link') out.links.push(inline.url);
    text =
      'children' in inline ? collectMarks(inline.children, document, out, text) : text + plainText([inline]);
  }
  return text;
}

/** The words of inlines; marks of notes and pages have none. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      if (inline.type === 'break') return '\n';
      return 'children' in inline ? plainText(inline.children) : '';
    })
    .join('');
}
