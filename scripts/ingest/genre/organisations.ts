/** Names of those who publish reports. */
import { countInk, countIdeographs } from './character-class.ts';
import { squeeze } from './fold-text.ts';

const ORGANISATION =
  /(?:院|会|所|中心|办公室|部|局|公司|集团|联盟|大学|学院|实验室|工作组|委员会|协会|学会|研究组|智库|央行|银行|出版社|课题组|编写组|小组|证券|期货|保险|基金|律所|学社|书社|杂志社|通讯社|研究室|总署|总队|联合会|事业群|论坛|咨询|顾问|传媒|资本|日报|周刊)$/u;
/** Words that end as organisations do, and sentences and titles with signs in them. */
const NO_ORGANISATION =
  /(?:机会|社会|大会|峰会|高峰论坛|年会|都会|体会|布局|格局|结局|开局|破局|变局|全部|内部|外部|局部|为中心|场所)$|[，,。：:！!？?；;《》“”]/u;
const ENGLISH_WORDS =
  '(?:Institutes?|Institution|University|College|School|Academy|Division|Department|Ministry|Office|Agency|Bureau|Commission|Committee|Council|Cent(?:er|re)|Foundation|Association|Alliance|Consortium|Organi[sz]ation|Society|Union|Bank|Group|Task (?:Team|Force)|Working Group|Forum|Laborator(?:y|ies)|Lab|Press|Partners|LLP|LLC|Ltd|Limited|Inc|Corp|Corporation|Company|GmbH)';
/** The word that tells an organisation ends its name, or of, for and on follow it: a Central Bank Digital Currency is none. */
const ENGLISH_ORGANISATION = new RegExp(`\\b${ENGLISH_WORDS}(?:\\.?$|,?\\s(?:of|for|on|at)\\b)`, 'u');
/** What comes before in, at or on is an organisation itself: resources in a university are none. */
const ENGLISH_HEAD = new RegExp(`\\b${ENGLISH_WORDS}\\b`, 'u');
/** A report of a committee is no committee. */
const ENGLISH_TITLE =
  /\b(?:Report|Handbook|Guide|Guidelines|Review|Survey|Study|Paper|Outlook|Principles|Strategy|Framework)\b/u;
/** A name in English is capitalised and short; a sentence that mentions an institute is neither. */
const ENGLISH_NAME =
  /^(?:[\p{Lu}\d&(][\p{L}\d.&'’()-]*,?|of|for|and|the|on|in|at|de|und|für)(?:\s(?:[\p{Lu}\d&(][\p{L}\d.&'’()-]*,?|of|for|and|the|on|in|at|de|und|für))*$/u;
const MAX_ENGLISH_WORDS = 14;
/** The longest names of organisations that reports print have some thirty characters in Chinese, sixty in English. */
const MAX_NAME_INK = 60;
/** 顾问 and 本部 are words, 某顾问 is a name. */
const MIN_NAME_INK = 3;
const PRONOUN = /^(?:本|我|贵|该|其|各|任何)/u;
const SEPARATORS = /[、；;，,／/|｜×✕＆&]|(?<=\p{Script=Han})(?:和|及|与)(?=\p{Script=Han})/u;
/** 和 and 与 stand inside names too: there they are no separators unless both sides are names. */
const LISTING_SIGNS = /[、；;，,／/|｜×✕＆&]/u;

/** What a line with the label 发布单位 says of those after it. */
export type PublishingRole = 'publisher' | 'author' | 'host' | 'patron';

const ROLES: readonly (readonly [PublishingRole, RegExp])[] = [
  ['publisher', /^(?:联合)?(?:发布|出品|出版)(?:单位|机构|方|者)?[:：]/u],
  [
    'author',
    /^(?:主要|联合|牵头|参与)?(?:编写|编制|撰写|研究|编著|起草|牵头|完成|作者)(?:单位|机构|方)[:：]/u,
  ],
  ['host', /^(?:联合)?(?:主办|承办|组织)(?:单位|机构|方)?[:：]/u],
  ['patron', /^(?:指导|支持|协办)(?:单位|机构|方)?[:：]/u],
];

/** Whether a line ends as the name of an organisation does, or is the name of one in English. */
export function isOrganisation(text: string): boolean {
  const squeezed = squeeze(text);
  if (countIdeographs(squeezed) > 0) {
    const name = squeezed.replace(/[（(][^（()）]*[）)]$/u, '');
    return ORGANISATION.test(name) && !NO_ORGANISATION.test(name);
  }
  const words = text.trim();
  return (
    ENGLISH_ORGANISATION.test(words) &&
    ENGLISH_HEAD.test(words.split(/\s(?:in|at|on)\s/u)[0] ?? '') &&
    !ENGLISH_TITLE.test(words) &&
    ENGLISH_NAME.test(words) &&
    words.split(/\s+/u).length <= MAX_ENGLISH_WORDS
  );
}

/** The names in a text that holds nothing but organisations (某院、某公司和某会); empty where a part of it is none. */
export function organisationsIn(text: string): readonly string[] {
  if (countIdeographs(text) === 0) return isPlainName(text) ? [text.trim()] : [];
  for (const separators of [SEPARATORS, LISTING_SIGNS]) {
    const names = text
      .split(separators)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.length > 0 && names.every(isPlainName)) return names;
  }
  return [];
}

/** The role and the rest of a line such as 发布单位：某研究院; null where the line has no such label. */
export function publishingRole(text: string): { role: PublishingRole; names: string } | null {
  const line = squeeze(text);
  for (const [role, pattern] of ROLES) {
    const match = pattern.exec(line);
    if (match) return { role, names: line.slice(match[0].length) };
  }
  return null;
}

function isPlainName(name: string): boolean {
  return (
    isOrganisation(name) &&
    !PRONOUN.test(name) &&
    countInk(name) >= MIN_NAME_INK &&
    countInk(name) <= MAX_NAME_INK
  );
}
