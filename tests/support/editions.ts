import { type Line, publish } from './link-targets.ts';

/** A line of a new edition, and the lines of the first whose text it carries on: none where it is new. */
interface Carried {
  readonly line: Line;
  readonly from: readonly number[];
}

/** A random number from 0 up to 1, the same row of them for the same seed. */
export type Random = () => number;

/** @see Knuth, The Art of Computer Programming 2, 3.3.4, table 1, line 16 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Supplies {
  readonly random: Random;
  /** Characters to word things anew with. */
  readonly characters: readonly string[];
  /** Paragraphs of another report. */
  readonly strangers: readonly Line[];
}

/** Makes a new edition of a report. */
export type Revision = (lines: readonly Carried[], supplies: Supplies) => readonly Carried[];

const isParagraph = ({ line }: Carried): boolean => line.startsWith('p ');

/** `share` of the characters exchanged in `of` of the lines; the kind of a line and the slug of a chapter stay. */
const reword =
  (share: number, of: number): Revision =>
  (lines, { random, characters }) =>
    lines.map((carried) => {
      if (random() >= of) return carried;
      const head = /^(?:# \S+|\S+) /u.exec(carried.line)?.[0] ?? '';
      const text = [...carried.line.slice(head.length)].map((character) =>
        random() < share ? (characters[Math.floor(random() * characters.length)] ?? '') : character,
      );
      return { ...carried, line: head + text.join('') };
    });

const insert: Revision = (lines, { random, strangers }) =>
  lines.flatMap((carried) =>
    isParagraph(carried) && random() < 0.1
      ? [{ line: strangers[Math.floor(random() * strangers.length)] ?? '', from: [] }, carried]
      : [carried],
  );

const remove: Revision = (lines, { random }) =>
  lines.filter((carried) => !isParagraph(carried) || random() >= 0.1);

/** The first part of a split paragraph carries it on. */
const split: Revision = (lines, { random }) =>
  lines.flatMap((carried) => {
    const { line } = carried;
    if (!isParagraph(carried) || line.length < 40 || random() >= 0.1) return [carried];
    const at = Math.floor(line.length * 0.6);
    return [
      { ...carried, line: line.slice(0, at) },
      { line: `p ${line.slice(at)}`, from: [] },
    ];
  });

/** Two paragraphs in one: it may be either. */
const merge: Revision = (lines, { random }) => {
  const merged: Carried[] = [];
  for (const carried of lines) {
    const before = merged.at(-1);
    if (before && isParagraph(before) && isParagraph(carried) && random() < 0.1)
      merged[merged.length - 1] = {
        line: before.line + carried.line.slice(2),
        from: [...before.from, ...carried.from],
      };
    else merged.push(carried);
  }
  return merged;
};

const swap: Revision = (lines, { random }) => {
  const next = [...lines];
  for (let at = 1; at < next.length; at += 1) {
    const [first, second] = [next[at - 1], next[at]];
    if (first && second && isParagraph(first) && isParagraph(second) && random() < 0.15)
      [next[at - 1], next[at]] = [second, first];
  }
  return next;
};

/** Single paragraphs to anywhere in the report; a title that stands in every section says by its place alone which it is. */
const move: Revision = (lines, { random }) => {
  const [moved, next]: [Carried[], Carried[]] = [[], []];
  for (const carried of lines)
    (isParagraph(carried) && carried.line.length > 20 && random() < 0.05 ? moved : next).push(carried);
  for (const carried of moved) next.splice(1 + Math.floor(random() * (next.length - 1)), 0, carried);
  return next;
};

/** A run of lines, as long as a page or two, left out or set elsewhere. */
const pages =
  (stays: boolean): Revision =>
  (lines, { random }) => {
    const count = Math.ceil(lines.length / 12);
    const at = 1 + Math.floor(random() * (lines.length - count - 1));
    const isCut = ({ line }: Carried, index: number): boolean =>
      index >= at && index < at + count && !line.startsWith('# ');
    const next = lines.filter((carried, index) => !isCut(carried, index));
    const place = 1 + Math.floor(random() * (next.length - 1));
    if (stays) next.splice(place, 0, ...lines.filter(isCut));
    return next;
  };

const inTurn =
  (...revisions: readonly Revision[]): Revision =>
  (lines, supplies) =>
    revisions.reduce((state, revision) => revision(state, supplies), lines);

/** What happens to a report between two editions. */
export const REVISIONS: Readonly<Record<string, Revision>> = {
  'one character in ten is another': reword(0.1, 1),
  'three characters in ten are others': reword(0.3, 1),
  'six characters in ten are others in every second passage': reword(0.6, 0.5),
  'paragraphs are added': insert,
  'paragraphs are left out': remove,
  'paragraphs are split': split,
  'paragraphs are joined': merge,
  'neighbours change places': swap,
  'paragraphs move to other chapters': move,
  'pages are left out': pages(false),
  'pages change places': pages(true),
};

/** Several of them between the same two editions. */
export const UPHEAVAL = inTurn(reword(0.3, 0.5), insert, remove, swap);

export interface KeptIds {
  /** Share of the passages carried on that kept their id. */
  readonly kept: number;
  /** Passages that carry the id of what had other words. */
  readonly mistaken: number;
}

/** Publishes a report, then a new edition of it, and looks at the ids of both. */
export function reviseAndCompare(lines: readonly Line[], revision: Revision, supplies: Supplies): KeptIds {
  const first = publish(lines);
  const next = revision(
    lines.map((line, index) => ({ line, from: [index] })),
    supplies,
  );
  const second = publish(
    next.map(({ line }) => line),
    first.permalinks,
  );
  let [carriedOn, kept, mistaken] = [0, 0, 0];
  for (const [index, { from }] of next.entries()) {
    const id = second.lineIds[index] ?? '';
    const isKept = from.some((before) => first.lineIds[before] === id);
    carriedOn += Math.sign(from.length);
    kept += Number(isKept);
    const old = lines[first.lineIds.indexOf(id)];
    mistaken += Number(!isKept && old !== undefined && !from.some((before) => lines[before] === old));
  }
  return { kept: kept / carriedOn, mistaken };
}
