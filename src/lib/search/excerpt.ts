import type { ExcerptPiece } from './model.ts';

/** A place in a displayed text, in UTF-16 units; `end` is behind the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** About three lines on a phone. */
export const EXCERPT_LENGTH = 110;
/** Text shown on each side of a mark in a clause that is longer than an excerpt (a table). */
const AROUND_MARK = 40;
const CUT = '…';
/** A clause ends behind these and the closing marks that follow them. */
const CLAUSE = /[^，,、；;：:。．！!？?\n]*(?:[，,、；;：:。．！!？?\n]+[”’」』）)》]*|$)/gu;
const DIGIT_COMMA = /\d[,，.:]$/u;

/** Cuts a text at the ends of its clauses; the pieces together are the text. */
export function splitClauses(text: string): readonly Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(CLAUSE)) {
    const end = match.index + match[0].length;
    const insideNumber = DIGIT_COMMA.test(match[0]) && /\d/u.test(text[end] ?? '');
    if (end === start || insideNumber) continue;
    clauses.push({ start, end });
    start = end;
  }
  return clauses;
}

/** Joins marks that overlap; those that only touch stay apart. */
export function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((left, right) => left.start - right.start || left.end - right.end)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start < last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else joined.push(span);
  }
  return joined;
}

const overlaps = (left: Span, right: Span): boolean => left.start < right.end && right.start < left.end;

/** The clauses to show, in their order: those of the marks that must show, then neighbours, as long as there is room. */
function chooseClauses(clauses: readonly Span[], must: readonly Span[]): readonly Span[] {
  const chosen = new Set<number>();
  let room = EXCERPT_LENGTH;
  const take = (at: number, { start, end }: Span): void => {
    chosen.add(at);
    room -= end - start;
  };
  clauses.forEach((clause, at) => {
    if (must.some((mark) => overlaps(mark, clause))) take(at, clause);
  });
  for (let grew = true; grew && room > 0;) {
    grew = false;
    for (const at of [...chosen].sort((left, right) => left - right)) {
      for (const next of [at + 1, at - 1]) {
        const clause = clauses[next];
        if (clause === undefined || chosen.has(next) || clause.end - clause.start > room) continue;
        take(next, clause);
        grew = true;
      }
    }
  }
  return clauses.filter((_, at) => chosen.has(at));
}

/** Parts of the text to show, each whole clauses, or, where a clause is longer than an excerpt, what is around its mark. */
function chooseParts(text: string, must: readonly Span[]): readonly Span[] {
  if (text.length <= EXCERPT_LENGTH) return [{ start: 0, end: text.length }];
  const clauses = splitClauses(text);
  if (must.length === 0) {
    const chosen = chooseClauses(clauses, [{ start: 0, end: 1 }]);
    const end = Math.max(...chosen.map((clause) => clause.end));
    return [{ start: 0, end: Math.min(end, EXCERPT_LENGTH * 2) }];
  }
  const parts: Span[] = [];
  for (const clause of chooseClauses(clauses, must)) {
    let part = clause;
    // Only for one of the marks is a clause chosen that is longer than all the room.
    const inside = must.find((mark) => overlaps(mark, clause));
    if (inside !== undefined && clause.end - clause.start > EXCERPT_LENGTH) {
      part = {
        start: Math.max(clause.start, inside.start - AROUND_MARK),
        end: Math.min(clause.end, Math.max(inside.end, inside.start + 1) + AROUND_MARK),
      };
    }
    const last = parts.at(-1);
    if (last?.end === part.start) parts[parts.length - 1] = { start: last.start, end: part.end };
    else parts.push(part);
  }
  return parts;
}

/**
 * Cuts an excerpt out of a passage. `marks` are all occurrences; of those in `must` (one for each word of the query) every one
 * is shown whole. Left-out text is shown as ….
 */
export function makeExcerpt(
  text: string,
  marks: readonly Span[],
  must: readonly Span[],
): readonly ExcerptPiece[] {
  const joined = joinSpans(marks);
  const pieces: ExcerptPiece[] = [];
  const add = (piece: string, marked: boolean): void => {
    if (piece !== '') pieces.push({ text: piece, marked });
  };
  let shownTo = 0;
  for (const part of chooseParts(text, must)) {
    if (part.start > shownTo) add(CUT, false);
    let at = part.start;
    for (const mark of joined) {
      if (mark.start < part.start || mark.end > part.end) continue;
      add(text.slice(at, mark.start), false);
      add(text.slice(mark.start, mark.end), true);
      at = mark.end;
    }
    add(text.slice(at, part.end), false);
    shownTo = part.end;
  }
  if (shownTo < text.length) add(CUT, false);
  return pieces;
}
