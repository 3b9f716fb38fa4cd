import { seededRandom } from '../../../scripts/bench/search/seeded-random.ts';
import type { TextRun } from './report-model.ts';

/** The words of an invented field; sentences are made of them. */
export interface Topic {
  readonly field: string;
  readonly things: readonly string[];
  readonly actors: readonly string[];
  readonly latin: readonly string[];
  readonly places: readonly string[];
}

/** Makes Chinese report prose that nobody wrote before: templates of our own filled by seeded chance. */
export interface TextMaker {
  readonly random: () => number;
  readonly pick: <T>(of: readonly T[]) => T;
  readonly whole: (from: number, to: number) => number;
  readonly percent: () => string;
  readonly thing: () => string;
  readonly sentence: () => string;
  /** Of so many sentences; ends with a full stop. */
  readonly prose: (sentences: number) => string;
  readonly runs: (sentences: number) => readonly TextRun[];
  readonly heading: () => string;
}

const HEADINGS = [
  '{a}：从试点走向常态',
  '{a}与{b}加快融合',
  '{a}的堵点何在',
  '{a}体系初具轮廓',
  '谁来为{a}付费',
  '以{a}带动{b}更新',
  '{a}的账本与边界',
  '{latin}路线下的{a}',
  '{a}运维能力持续积累',
  '{p}样本：{a}如何落地',
];

const SENTENCES = [
  '{p}把{a}列入年度清单，{n}个街镇先后开工，到{y}年底已有{pct}的点位交付使用。',
  '走访中，{o}反复提到同一个难题：{a}建得起来，却很少有人算得清它每天要花多少钱。',
  '{a}并不孤立，它的上游是{b}，下游连着{c}，任何一环慢下来都会拖住全局。',
  '按本次抽样口径，{a}的单位成本为{n}.{d}元，比{y}年低{pct}，降幅主要来自{b}。',
  '有意思的是，规模最大的{n}家单位里，只有{d}家把{latin}真正用进了日常调度。',
  '{o}的做法是先做减法：停掉重复的{a}，把省下的经费投向{b}和{c}。',
  '如果说第一阶段拼的是速度，那么眼下比的是耐心，{a}尤其如此。',
  '“先通后畅”听上去简单，真正执行时却牵涉{a}、{b}、{c}三本台账，口径各不相同。',
  '《{f}运行手册（试行）》第{n}条写得明白：凡涉及{a}的改动，须在{d}个工作日内留痕。',
  '以{latin}为接口，{p}的{a}与{b}第一次共用同一套编号，误报率降到{pct}以下。',
  '这组数字还不足以下结论，但方向是清楚的——{a}正在由可选项变成必选项。',
  '受访者中{pct}认为{a}“有用但麻烦”，{pct2}表示愿意再试一年。',
  '相比之下，{b}的进展要慢得多；原因既有经费，也有{o}与{p}之间职责不清。',
  '到{y}年，{f}领域的从业者约{n}万人，其中从事{a}的不到十分之一。',
  '{latin}（{latin2}）的引入改变了分工：机器看护{a}，人负责{b}。',
  '一个朴素的办法是把{a}拆小，每次只验证一件事，失败了也只损失{d}天。',
  '{o}估算，{a}每提早1天完成，{c}可少走{n}千米弯路，折合{n}.{d}万元。',
  '需要提醒的是，上述结果没有计入{b}的折旧，也不包含夜间{d}:00至6:00的数据。',
];

/** Fills templates with the words of `topic`. */
export function textMaker(topic: Topic, seed: number): TextMaker {
  const random = seededRandom(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const percent = (): string => `${whole(2, 98)}.${whole(0, 9)}%`;
  const fill = (template: string): string => {
    const [a, b, c] = distinct(topic.things, 3, pick);
    const [latin, latin2] = distinct(topic.latin, 2, pick);
    const words: Readonly<Record<string, () => string>> = {
      a: () => a!,
      b: () => b!,
      c: () => c!,
      latin: () => latin!,
      latin2: () => latin2!,
      f: () => topic.field,
      o: () => pick(topic.actors),
      p: () => pick(topic.places),
      n: () => String(whole(11, 89)),
      d: () => String(whole(2, 9)),
      y: () => String(whole(2021, 2025)),
      pct: percent,
      pct2: percent,
    };
    return template.replace(/\{(\w+)\}/gu, (_, name: string) => words[name]!());
  };
  const sentence = (): string => fill(pick(SENTENCES));
  const prose = (sentences: number): string =>
    distinct(SENTENCES, Math.min(sentences, SENTENCES.length), pick).map(fill).join('');
  return {
    random,
    pick,
    whole,
    percent,
    thing: () => pick(topic.things),
    sentence,
    prose,
    runs: (sentences) => [{ t: prose(sentences) }],
    heading: () => fill(pick(HEADINGS)),
  };
}

function distinct<T>(of: readonly T[], count: number, pick: (of: readonly T[]) => T): readonly T[] {
  const left = [...of];
  return Array.from({ length: Math.min(count, of.length) }, () => {
    const one = pick(left);
    left.splice(left.indexOf(one), 1);
    return one;
  });
}
