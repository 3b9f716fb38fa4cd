/** Paragraphs and list items → what is doubted of them: that they begin and end where they were cut. */
import { endsClause, endsSentence } from '../../../genre/sentences.ts';
import type { DoubtId } from '../../../model/confidence.ts';
import type { Block, Paragraph } from '../../../model/document.ts';
import { neighbours } from '../../../model/neighbours.ts';
import { plainText } from '../../../model/text-of.ts';
import type { FlowOptions } from '../flow/paragraph-lines.ts';
import { isFullBefore, isLatinJoint, isSameSize, leavesNoRoom } from '../lines/line-facts.ts';
import { linesOfParagraph } from '../lines/paragraph-of-lines.ts';
import type { TextLine } from '../lines/text-line.ts';

/** A distance of baselines above this many times the usual one parts paragraphs. */
const PARTING_LEADING = 1.3;
/** What no sentence begins with: a small letter, a stop, a closing bracket. */
const STARTS_WITHIN = /^[\p{Ll},，.。、;；:：!！?？)）”’]/u;
const BREAKS_WORD = /[A-Za-z]-$/u;

/** A paragraph with its lines, and what stands around it. */
interface Passage {
  readonly paragraph: Paragraph;
  readonly lines: readonly TextLine[];
  /** It begins with the mark of a list item. */
  readonly marked: boolean;
  /** Most items of its list end without a stop: no reason to doubt one of them. */
  readonly mayEndOpenly: boolean;
}

/** Passages between headings: null where a heading parts them. */
type Sequence = readonly (Passage | null)[];

/** The doubts about each paragraph of blocks that stand side by side, and of those in their lists and quotations. */
export function judgeParagraphs(
  blocks: readonly Block[],
  options: FlowOptions,
): ReadonlyMap<Paragraph, readonly DoubtId[]> {
  const sequence = passagesOf(blocks);
  return new Map(
    sequence.flatMap((passage, index) =>
      passage === null
        ? []
        : [
            [
              passage.paragraph,
              [
                ...startDoubts(sequence[index - 1] ?? null, passage, options),
                ...joinDoubts(passage.lines, options),
                ...endDoubts(passage, sequence[index + 1] ?? null, options),
              ],
            ] as const,
          ],
    ),
  );
}

/** Tables and figures are left out: text goes on around them. Boxed text is a sequence of its own. */
function passagesOf(blocks: readonly Block[]): Sequence {
  return blocks.flatMap((block): Sequence => {
    if (block.type === 'heading') return [null];
    if (block.type === 'paragraph') return [passageOf(block, { marked: false, mayEndOpenly: false })];
    if (block.type === 'quote') return passagesOf(block.children);
    if (block.type !== 'list') return [];
    const open = block.items.filter(({ children }) => !endsClause(textOfFirst(children)));
    const mayEndOpenly = block.items.length > 1 && open.length > block.items.length / 2;
    return block.items.flatMap(({ children: [first, ...rest] }) => [
      ...(first?.type === 'paragraph' ? [passageOf(first, { marked: true, mayEndOpenly })] : []),
      ...passagesOf(rest),
    ]);
  });
}

function passageOf(paragraph: Paragraph, facts: Pick<Passage, 'marked' | 'mayEndOpenly'>): Passage {
  return { paragraph, lines: linesOfParagraph(paragraph), ...facts };
}

function textOfFirst([first]: readonly Block[]): string {
  return first?.type === 'paragraph' ? plainText(first.children) : '';
}

function startDoubts(before: Passage | null, passage: Passage, options: FlowOptions): DoubtId[] {
  const within = !passage.marked && STARTS_WITHIN.test(plainText(passage.paragraph.children));
  if (within) return ['paragraph/starts-within'];
  return before === null || isParted(before, passage, options) ? [] : ['paragraph/start-unmarked'];
}

function endDoubts(passage: Passage, next: Passage | null, options: FlowOptions): DoubtId[] {
  if (!endsClause(plainText(passage.paragraph.children)) && !passage.mayEndOpenly)
    return ['paragraph/ends-openly'];
  return next === null || isParted(passage, next, options) ? [] : ['paragraph/end-unmarked'];
}

/** Whether the page shows, beside the stop, that one paragraph ends and another begins. */
function isParted(before: Passage, after: Passage, options: FlowOptions): boolean {
  const [last, first] = [before.lines.at(-1), after.lines[0]];
  if (last === undefined || first === undefined) return false;
  const short = !isFullLine(last, first, options);
  if (!endsClause(last.text)) return after.marked && (short || before.marked);
  if (after.marked || short || !isSameSize(last.size, first.size)) return true;
  const gap = last.page === first.page ? first.baseline - last.baseline : 0;
  if (gap > PARTING_LEADING * options.leadingAt(last)) return true;
  return options.indents(first) && options.factsOf(first).indented;
}

function joinDoubts(lines: readonly TextLine[], options: FlowOptions): DoubtId[] {
  return neighbours(lines).flatMap(([line, next]): DoubtId[] => {
    if (BREAKS_WORD.test(line.text)) return [];
    if (!isFullLine(line, next, options)) return ['paragraph/joined-short-line'];
    // Where paragraphs begin with an indent, a line without one goes on, whatever ends before it.
    return endsSentence(line.text) && !options.indents(line) ? ['paragraph/joined-after-stop'] : [];
  });
}

function isFullLine(line: TextLine, next: TextLine, { factsOf }: FlowOptions): boolean {
  const facts = factsOf(line);
  return isFullBefore(line, next, facts) || (isLatinJoint(line, next) && leavesNoRoom(line, next, facts));
}
