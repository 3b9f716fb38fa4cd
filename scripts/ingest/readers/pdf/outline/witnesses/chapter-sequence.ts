/** 第一章, 第二章, … each alone on its line: chapters even where they are set as the body is, as in statutes. */
import { countInk } from '../../../../genre/character-class.ts';
import { endsLikeText, hasSentenceInside } from '../../../../genre/sentences.ts';
import type { JudgedLine } from '../judge-lines.ts';
import type { Claim } from './claim.ts';
import { endsParagraph } from './judge-setting.ts';

/** Fewer may be a listing of what follows. */
const MIN_CHAPTERS = 3;
/** A title of a chapter that nothing sets off is no longer than this. */
const MAX_INK = 36;

/** Claims for the chapters where they count from one without a gap, and each number is there once. */
export function chapterClaims(judged: readonly JudgedLine[]): Claim[] {
  const chapters = judged.flatMap((line, from) => {
    const isChapter = line.number?.style === 'chapter' && isAlone(line, judged[from - 1]);
    return isChapter ? [{ from, value: line.number.value }] : [];
  });
  if (chapters.length < MIN_CHAPTERS || chapters.some(({ value }, index) => value !== index + 1)) return [];
  return chapters.map(({ from }) => ({
    witness: 'numbering',
    from,
    to: from + 1,
    level: null,
    weight: 1,
    reason: `one of ${String(chapters.length)} chapters that count on, each alone on its line`,
  }));
}

/** Whether the line holds just a number and a title, behind the end of a paragraph. */
function isAlone({ line, number, full }: JudgedLine, before: JudgedLine | undefined): boolean {
  if (number?.rest === '' || full || countInk(line.text) > MAX_INK) return false;
  if (endsLikeText(line.text) || hasSentenceInside(line.text) || /[，,；;]/u.test(line.text)) return false;
  return before === undefined || !before.full || endsParagraph(before.line.text);
}
