/** A reading against the known answer: of each block whose right answer is known, whether it is right. */
import { comparableText, foldText } from '../ingest/genre/fold-text.ts';
import type { Block, Figure, Heading, ReportDocument, Table } from '../ingest/model/document.ts';
import { plainText } from '../ingest/model/text-of.ts';
import { partsOf } from '../ingest/model/walk.ts';
import { readNumber } from '../ingest/genre/numbering.ts';
import { similarity } from '../ingest/transforms/text-similarity.ts';
import type { KnownAnswer } from './labelled-documents.ts';

export type CheckedKind =
  'heading with level' | 'paragraph or item' | 'caption' | 'cells of a table' | 'page';

/** A block whose answer is known. */
export interface CheckedBlock {
  readonly kind: CheckedKind;
  readonly name: string;
  readonly sure: boolean;
  readonly right: boolean;
  readonly text: string;
}

/** Checks every block that can be checked. */
export function checkReading(document: ReportDocument, answer: KnownAnswer): readonly CheckedBlock[] {
  const blocks = document.body.flatMap(withInside);
  const headings = checkHeadings(
    document.body.filter((block) => block.type === 'heading'),
    answer,
  );
  const passages = checkPassages(blocks, answer);
  const exhibits = blocks
    .filter((block) => block.type === 'figure' || block.type === 'table')
    .flatMap((block) => checkExhibit(block, answer));
  const checked = [...headings, ...passages, ...exhibits];
  return [...checked, ...checkPages(document, answer, checked)].map(({ block: _, ...rest }) => rest);
}

type WithBlock = CheckedBlock & { readonly block: Block | null };

function withInside(block: Block): readonly Block[] {
  const inside = partsOf(block).flatMap((part) => (part.kind === 'blocks' ? part.blocks : []));
  return [block, ...inside.flatMap(withInside)];
}

function headingText({ number, children }: Heading): string {
  return number + plainText(children);
}

/** Contents are printed with slips: an entry of the same number is the heading's where so much of its text is the same. */
const SAME_TITLE = 0.4;

/** A heading is right where it is one of the answer's, with its level but for one constant difference. */
function checkHeadings(headings: readonly Heading[], answer: KnownAnswer): readonly WithBlock[] {
  const found = headings.map((heading) => answerFor(headingText(heading), answer));
  const shifts = headings.flatMap(({ level }, index) => (found[index] ? [found[index].level - level] : []));
  const shift = mostFrequent(shifts) ?? 0;
  // Contents may be cut off: what stands behind the last heading that they name is not known of.
  const end = answer.fromContents ? found.findLastIndex((each) => each !== undefined) : headings.length;
  return headings.slice(0, end + 1).flatMap((block, index): readonly WithBlock[] => {
    const text = headingText(block);
    const [origin] = block.origins;
    const early = origin?.kind === 'pdf' && origin.page < answer.bodyFrom;
    const unknown = found[index] === undefined && block.level + shift > answer.deepest;
    if (early || unknown || block.matter !== undefined || answer.ignored.includes(text)) return [];
    const right = found[index]?.level === block.level + shift;
    return [
      checkedAs('heading with level', answer, block, { right, text: `${String(block.level)} ${text}` }),
    ];
  });
}

function answerFor(
  text: string,
  { headings, fromContents }: KnownAnswer,
): KnownAnswer['headings'][number] | undefined {
  const same = headings.find((each) => foldText(each.text) === foldText(text));
  const number = bareNumber(text);
  if (same || !fromContents || number === undefined) return same;
  return headings.find(
    (each) => bareNumber(each.text) === number && similarity(each.text, text) >= SAME_TITLE,
  );
}

/** `3.8.3` and `3.8.3.` are one number. */
function bareNumber(text: string): string | undefined {
  return readNumber(text)?.number.replace(/[.．、]$/u, '');
}

/** A passage is right where the answer has one with its very text: then it begins and ends where it should. */
function checkPassages(blocks: readonly Block[], answer: KnownAnswer): readonly WithBlock[] {
  if (answer.passages === null) return [];
  const wanted = new Set(answer.passages.map(comparableText));
  const markers = new Map(
    blocks.flatMap((block) =>
      block.type === 'list' ? block.items.map(({ children, marker }) => [children[0], marker] as const) : [],
    ),
  );
  return blocks.flatMap((block): readonly WithBlock[] => {
    if (block.type !== 'paragraph') return [];
    const text = plainText(block.children);
    const right =
      wanted.has(comparableText(text)) || wanted.has(comparableText((markers.get(block) ?? '') + text));
    return [checkedAs('paragraph or item', answer, block, { right, text })];
  });
}

function checkExhibit(block: Figure | Table, answer: KnownAnswer): readonly WithBlock[] {
  const text = block.number + plainText(block.caption);
  const key = `${block.type} ${comparableText(text)}`;
  const checked: WithBlock[] = [];
  if (answer.captions !== null && block.number !== '')
    checked.push(checkedAs('caption', answer, block, { right: answer.captions.includes(key), text }));
  if (answer.cells !== null && block.type === 'table') {
    const cells = block.rows
      .map((row) => row.map(({ children }) => comparableText(plainText(children))).join('|'))
      .join('\n');
    checked.push(
      checkedAs('cells of a table', answer, block, { right: answer.cells.get(key) === cells, text }),
    );
  }
  return checked;
}

/** A page is right where all that stands on it is; only where all of it is known. */
function checkPages(
  { pages = [] }: ReportDocument,
  { name, passages }: KnownAnswer,
  checked: readonly WithBlock[],
): readonly WithBlock[] {
  if (passages === null) return [];
  const wrong = new Set(
    checked.flatMap(({ right, block }) =>
      right ? [] : (block?.origins ?? []).flatMap((origin) => (origin.kind === 'pdf' ? [origin.page] : [])),
    ),
  );
  return pages.map(({ page, confidence }) => ({
    kind: 'page',
    name,
    sure: confidence === 'sure',
    right: !wrong.has(page),
    text: `page ${String(page)}`,
    block: null,
  }));
}

function checkedAs(
  kind: CheckedKind,
  { name }: KnownAnswer,
  block: Block,
  { right, text }: { readonly right: boolean; readonly text: string },
): WithBlock {
  return { kind, name, sure: block.confidence === 'sure', right, text, block };
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = [...Map.groupBy(values, (value) => value)];
  return counts.toSorted((a, b) => b[1].length - a[1].length)[0]?.[0];
}
