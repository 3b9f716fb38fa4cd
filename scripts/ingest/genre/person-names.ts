/** Names of people: who wrote a report is no subtitle of it. */
import { countIdeographs } from './character-class.ts';

/** The surnames that nine of ten people in China have, and some more. */
const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强穆姬申卓';
const COMPOUND_SURNAME = /^(?:欧阳|司马|诸葛|上官|夏侯|司徒|令狐|皇甫|尉迟|东方|慕容|端木)/u;
const HAN_NAME = /^\p{Script=Han}{2,3}$/u;
const LATIN_WORD = /^\p{Lu}[\p{L}.'’-]*$/u;
/** A name in Latin letters has so many words. */
const LATIN_WORDS: readonly [least: number, most: number] = [2, 4];
const CONJUNCTION = /[和与及]/u;

/**
 * Whether a text holds nothing but names of people: 王某某、李某和 Ann Lee（安李）. One name in Latin letters alone may as
 * well be a title: it is a name only beside Chinese.
 * @param besideHan Whether the text around it is Chinese.
 */
export function holdsNames(text: string, besideHan: boolean): boolean {
  const bare = text.replace(/[（(][^（()）]*[）)]/gu, '').replace(/[\d*∗†‡§¶]+/gu, ' ');
  const parts = bare
    .split(
      /[、，,;；/]|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})|(?<=\S)\s*(?:和|与|及|&|\sand\s)\s*(?=\S)/u,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0 || !parts.every((part) => isHanName(part) || isLatinName(part))) return false;
  // 趋势与挑战: two words of two characters are joined likelier than two names.
  if (CONJUNCTION.test(bare) && !parts.some((part) => countIdeographs(part) !== 2)) return false;
  return parts.length > 1 || besideHan || countIdeographs(text) > 0;
}

function isHanName(part: string): boolean {
  const first = part.slice(0, 1);
  if (HAN_NAME.test(part)) return SURNAMES.includes(first) || COMPOUND_SURNAME.test(part);
  return countIdeographs(part) === 4 && part.length === 4 && COMPOUND_SURNAME.test(part);
}

function isLatinName(part: string): boolean {
  const words = part.split(/\s+/u);
  const [least, most] = LATIN_WORDS;
  return words.length >= least && words.length <= most && words.every((word) => LATIN_WORD.test(word));
}
