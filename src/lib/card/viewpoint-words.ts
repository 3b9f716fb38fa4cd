import { textOfBlock } from '../book/text-of.ts';
import type { Block, Inline } from '../book/model.ts';
import type { Run } from '../typeset/unit.ts';

/** One paragraph after the other, each in runs. */
export type Paragraphs = readonly (readonly Run[])[];

/** In characters: what is longer makes a card that chats show as a strip. Two thirds more than the longest viewpoint known. */
const LONGEST_TEXT = 420;
/** What parts a lead from the words after it. */
const AFTER_LEAD = /^[。，、：；！？.,:;!?]\s*/u;

/**
 * The words of a viewpoint after its lead, which stands above them as the title.
 * @returns `isWhole` is false where they are too long for a card: then they end with the last sentence that fits, and ……
 */
export function wordsAfterLead(
  title: string,
  blocks: readonly Block[],
): { readonly paragraphs: Paragraphs; readonly isWhole: boolean } {
  const [first = [], ...rest] = blocks.flatMap(paragraphsOf);
  return shorten([withoutLead(first, title), ...rest].filter((runs) => runs.length > 0));
}

function paragraphsOf(block: Block): Paragraphs {
  if (block.type === 'passage') return [runsOf(block.children)];
  const lines = textOfBlock(block).split('\n');
  return lines.filter((text) => text !== '').map((text) => [{ text, strong: false }]);
}

function runsOf(inlines: readonly Inline[], strong = false): readonly Run[] {
  return inlines.flatMap((inline): readonly Run[] => {
    if (inline.type === 'text') return [{ text: inline.value, strong }];
    if (inline.type === 'break') return [{ text: ' ', strong }];
    if ('children' in inline) return runsOf(inline.children, strong || inline.type === 'strong');
    return [];
  });
}

function withoutLead(runs: readonly Run[], title: string): readonly Run[] {
  const text = runs.map((run) => run.text).join('');
  if (!text.startsWith(title)) return runs;
  const mark = AFTER_LEAD.exec(text.slice(title.length))?.[0] ?? '';
  return dropStart(runs, title.length + mark.length);
}

/** Runs without their first `count` code units. */
function dropStart(runs: readonly Run[], count: number): readonly Run[] {
  let left = count;
  return runs.flatMap((run) => {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    return text === '' ? [] : [{ ...run, text }];
  });
}

function shorten(paragraphs: Paragraphs): { readonly paragraphs: Paragraphs; readonly isWhole: boolean } {
  const lengths = paragraphs.map((runs) => runs.reduce((sum, { text }) => sum + text.length, 0));
  const length = lengths.reduce((sum, each) => sum + each, 0);
  if (length <= LONGEST_TEXT) return { paragraphs, isWhole: true };
  let room = LONGEST_TEXT;
  const kept: (readonly Run[])[] = [];
  for (const [at, runs] of paragraphs.entries()) {
    const own = lengths[at] ?? 0;
    if (own <= room) kept.push(runs);
    else {
      kept.push([...takeSentences(runs, room), { text: '……', strong: false }]);
      break;
    }
    room -= own;
  }
  return { paragraphs: kept, isWhole: false };
}

/** The sentences that fit into `room` characters; all that fits where not even the first does. */
function takeSentences(runs: readonly Run[], room: number): readonly Run[] {
  const text = runs
    .map((run) => run.text)
    .join('')
    .slice(0, room);
  const ends = Array.from(
    text.matchAll(/[。！？!?][”’」』）]*/gu),
    ({ index, 0: mark }) => index + mark.length,
  );
  let left = ends.at(-1) ?? text.length;
  return runs.flatMap((run) => {
    const part = run.text.slice(0, left);
    left -= part.length;
    return part === '' ? [] : [{ ...run, text: part }];
  });
}
