import type { SectionRecord } from '../../../src/lib/search/model.ts';
import { plainText } from '../../../src/lib/search/normalise.ts';
import type { Contender, Found, Ready } from './contender.ts';
import type { HeadingQuestion, Question } from './questions.ts';

/** What was measured of one contender on one corpus; shares are 0 to 1, undefined where it cannot be asked. */
export interface Measures {
  readonly name: string;
  readonly paragraphRecall: number | undefined;
  readonly paragraphPrecision: number | undefined;
  readonly sectionRecall: number;
  readonly sectionPrecision: number;
  readonly firstHitCorrect: number;
  readonly sectionMrr: number;
  readonly headingMrr: number;
  readonly sameWhateverBefore: number | undefined;
  readonly excerptMarked: number | undefined;
  readonly medianFirstBytes: number;
  readonly indexBytes: number;
  readonly medianMilliseconds: number;
  readonly p95Milliseconds: number;
  readonly buildMilliseconds: number;
}

/** Cold searches are slow to set up: bytes, excerpts and order are measured on this many questions. */
const SAMPLED = 100;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const share = <Item>(found: readonly Item[], isRight: (item: Item) => boolean): number =>
  found.length === 0 ? 0 : found.filter(isRight).length / found.length;

interface Judged {
  readonly found: Found;
  readonly question: Question;
  readonly milliseconds: number;
}

/** One over the place of the first section that holds the phrase as often as any does; 0 where it is not found. */
function reciprocalRank({ found, question }: Judged): number {
  const most = Math.max(...question.holders.values());
  const place = found.sections.findIndex((section) => question.holders.get(section) === most);
  return place < 0 ? 0 : 1 / (place + 1);
}

async function judge(ready: Ready, questions: readonly Question[]): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const question of questions) {
    const began = performance.now();
    await ready.firstScreen(question.text);
    const milliseconds = performance.now() - began;
    judged.push({ found: await ready.search(question.text), question, milliseconds });
  }
  return judged;
}

function paragraphShares(judged: readonly Judged[]): {
  recall: number | undefined;
  precision: number | undefined;
} {
  const told = judged.flatMap(({ found: { passages }, question }) =>
    passages === undefined ? [] : [{ passages, question }],
  );
  if (told.length < judged.length) return { recall: undefined, precision: undefined };
  const recall = mean(
    told.map(({ passages, question }) => {
      const found = new Set(passages);
      return share([...question.passages], (passage) => found.has(passage));
    }),
  );
  const precision = mean(
    told.map(({ passages, question }) => share(passages, (passage) => question.passages.has(passage))),
  );
  return { recall, precision };
}

function sample<Item>(items: readonly Item[], count: number): readonly Item[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, at) => at % step === 0).slice(0, count);
}

async function sameWhateverBefore(ready: Ready, questions: readonly Question[]): Promise<number | undefined> {
  if (ready.searchFresh === undefined) return undefined;
  const same: number[] = [];
  for (const { text } of questions) {
    const fresh = await ready.searchFresh(text);
    const used = await ready.search(text);
    const first = fresh.sections.length;
    same.push(Number(JSON.stringify(fresh.sections) === JSON.stringify(used.sections.slice(0, first))));
  }
  return mean(same);
}

async function excerptsMarked(ready: Ready, questions: readonly Question[]): Promise<number | undefined> {
  if (ready.excerpt === undefined) return undefined;
  const right: number[] = [];
  for (const { text } of questions) {
    const excerpt = await ready.excerpt(text);
    right.push(Number(excerpt?.marked.some((marked) => plainText(marked) === plainText(text)) ?? false));
  }
  return mean(right);
}

async function headingRank(ready: Ready, questions: readonly HeadingQuestion[]): Promise<number> {
  const ranks: number[] = [];
  for (const { text, section } of questions) {
    const place = (await ready.search(text)).sections.indexOf(section);
    ranks.push(place < 0 ? 0 : 1 / (place + 1));
  }
  return mean(ranks);
}

/** Prepares a contender over a corpus and asks it everything. */
export async function measure(
  contender: Contender,
  records: readonly SectionRecord[],
  questions: readonly Question[],
  headings: readonly HeadingQuestion[],
): Promise<Measures> {
  const began = performance.now();
  const ready = await contender.prepare(records);
  const buildMilliseconds = performance.now() - began;
  const judged = await judge(ready, questions);
  const few = sample(questions, SAMPLED);
  const bytes: number[] = [];
  for (const { text } of few) bytes.push(await ready.firstResultBytes(text));
  const paragraphs = paragraphShares(judged);
  const times = judged.map(({ milliseconds }) => milliseconds);
  const result: Measures = {
    name: contender.name,
    paragraphRecall: paragraphs.recall,
    paragraphPrecision: paragraphs.precision,
    sectionRecall: mean(
      judged.map(({ found, question }) => {
        const sections = new Set(found.sections);
        return share([...question.holders.keys()], (section) => sections.has(section));
      }),
    ),
    sectionPrecision: mean(
      judged.map(({ found, question }) => share(found.sections, (section) => question.holders.has(section))),
    ),
    firstHitCorrect: mean(
      judged.map(({ found, question }) => Number(question.holders.has(found.sections[0] ?? -1))),
    ),
    sectionMrr: mean(judged.map(reciprocalRank)),
    headingMrr: await headingRank(ready, headings),
    sameWhateverBefore: await sameWhateverBefore(ready, few),
    excerptMarked: await excerptsMarked(ready, few),
    medianFirstBytes: quantile(bytes, 0.5),
    indexBytes: ready.indexBytes,
    medianMilliseconds: quantile(times, 0.5),
    p95Milliseconds: quantile(times, 0.95),
    buildMilliseconds,
  };
  await ready.close?.();
  return result;
}
