/** Words that count and measure: a number before one of them is a quantity, not the number of a heading. */

/**
 * A counter, and the words that begin with the same character but count nothing: `3 人` is a quantity, `3 人工智能` a
 * heading. Reports print both without a space.
 */
const COUNTERS: Readonly<Record<string, string>> = {
  人: '工机才口民类力物社',
  大: '模数势事会型语湾众',
  分: '析布类级工层享',
  级: '',
  类: '型别脑',
  部: '署分门',
  时: '间代空序',
  个: '人性体',
  项: '目',
  位: '置',
  代: '码理表',
  期: '望权货',
  号: '码召',
  元: '数宇件',
  层: '次面级',
  条: '件例款',
  家: '庭电居',
  名: '词称',
  台: '湾账',
  年: '度报鉴轻',
  日: '志常本',
  种: '植子',
  次: '生',
  百: '度姓货科',
  千: '禧',
  款: '式',
  月: '',
  秒: '',
  倍: '',
  万: '物',
  亿: '',
  套: '',
  颗: '',
  届: '',
  吨: '',
  米: '',
  '%': '',
  '％': '',
};

/** Whether the text that follows a number begins with a word that counts or measures. */
export function startsWithMeasure(text: string): boolean {
  const [first, second = ''] = [...text];
  const words = first === undefined ? undefined : COUNTERS[first];
  return words !== undefined && (second === '' || !words.includes(second));
}

/** Whether a decimal (`3.5`) right before the text is an amount: 3.5亿, 1.5倍. */
export function startsWithUnit(text: string): boolean {
  return /^[亿万千百倍元年月日秒吨米％%]/u.test(text) && startsWithMeasure(text);
}
