/** Titles that say by themselves what part of a report follows, and the address that such a part has. */
import { squeeze } from './fold-text.ts';
import { readNumber } from './numbering.ts';

type Matter = 'front' | 'back';

/** Title without white space, where it belongs, and the slug of its page. The first that fits holds. */
const TITLES: readonly (readonly [title: RegExp, matter: Matter, slug: string])[] = [
  [/^(?:版权声明|免责声明|法律声明|声明|copyright)$/iu, 'front', 'copyright'],
  [/^(?:前言|foreword)$/iu, 'front', 'foreword'],
  [/^(?:序言?|序[一二三]|自序|代序|卷首语|preface)$/iu, 'front', 'preface'],
  [/^(?:引[言子]|导[言读])$/u, 'front', 'introduction'],
  [/^(?:内容|执行|报告|核心)?摘要$|^(?:内容提要|abstract|executivesummary)$/iu, 'front', 'summary'],
  [/^(?:核心观点|主要观点|要点)$/u, 'front', 'key-points'],
  [/^(?:编制说明|编写说明|编者按)$/u, 'front', 'about'],
  [
    /^(?:编写组|编写单位|编委会|编写委员会|编制单位|参编单位|参与单位|课题组成员?|研究团队)$/u,
    'front',
    'contributors',
  ],
  [/^(?:致谢|鸣谢)$/u, 'front', 'acknowledgements'],
  [/^(?:主要)?参考文献$|^(?:参考资料|references|bibliography)$/iu, 'back', 'references'],
  [/^(?:附录|附件|附表|附图|appendix)$/iu, 'back', 'appendix'],
  [/^附注$/u, 'back', 'notes'],
  [/^(?:后记|跋)$/u, 'back', 'afterword'],
  [/^(?:结语|结束语)$/u, 'back', 'conclusion'],
  [
    /^(?:缩略语表?|缩略语与?(?:术语|说明)?|术语表?|术语和?(?:定义|解释)|名词解释|术语中英文对照表|glossary)$/iu,
    'back',
    'glossary',
  ],
  [/^(?:关键词|主题词?|名词|术语|人名)?索引$|^index$/iu, 'back', 'index'],
];

/** May open the report or close it. */
const EITHER = /^(?:致谢|鸣谢)$/u;

/** Whether a title opens front matter: what stands before the first chapter (前言, 版权声明, 执行摘要). */
export function isFrontTitle(title: string): boolean {
  return entryOf(title)?.[1] === 'front';
}

/** Whether a title opens back matter: what follows the last chapter (参考文献, 附录 A, 附件：…). */
export function isBackTitle(title: string): boolean {
  const squeezed = squeeze(title);
  return entryOf(title)?.[1] === 'back' || EITHER.test(squeezed) || readNumber(title)?.style === 'appendix';
}

/** Whether a title opens a list of what the report refers to: its entries are marked as notes are, and are none. */
export function isReferencesTitle(title: string): boolean {
  return matterSlug(title) === 'references';
}

/** The slug of the page that a title of front or back matter opens, or null. */
export function matterSlug(title: string): string | null {
  return entryOf(title)?.[2] ?? (readNumber(title)?.style === 'appendix' ? 'appendix' : null);
}

function entryOf(title: string): (typeof TITLES)[number] | undefined {
  const squeezed = squeeze(title);
  return TITLES.find(([pattern]) => pattern.test(squeezed));
}
