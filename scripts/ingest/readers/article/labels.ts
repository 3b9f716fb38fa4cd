/**
 * The vocabulary of the genre: the lines by which an article about a report announces its parts. Each pattern is
 * for the whole line, without white space.
 */
const REPORT = '(?:报告|白皮书|蓝皮书|绿皮书|研究报告|指南|本书)?';

const VIEWPOINTS_LABEL = new RegExp(
  `^[【\\[]?${REPORT}(?:的)?(?:核心|主要|重要|关键|重点|基本)(?:观点|内容|结论|发现)(?:摘要|如下)?[】\\]]?[：:]?$`,
  'u',
);
const CONTENTS_LABEL = new RegExp(`^[【\\[]?${REPORT}(?:的)?(?:目录|章节目录)(?:如下)?[】\\]]?[：:]?$`, 'u');

/** Lines after which nothing of the article follows: where it was taken from, who edited it. */
const RELEASE_NOTE = /^[（(【]?(?:文章|稿件|内容|信息|素材)?(?:来源|转载自|转自|供稿)[：:|｜].{1,40}$/u;
const CREDITS =
  /^[（(【]?(?:责任编辑|责编|编辑|编审|校对|审核|审校|监制|排版|美编|作者|撰稿|供稿)[^。]{0,3}[：:|｜/丨].{1,60}$/u;

function withoutSpace(text: string): string {
  return text.replace(/\s/gu, '');
}

/** `报告核心观点`, `主要观点：` … */
export function isViewpointsLabel(text: string): boolean {
  return VIEWPOINTS_LABEL.test(withoutSpace(text));
}

/** `报告目录`, `目  录` … */
export function isContentsLabel(text: string): boolean {
  return CONTENTS_LABEL.test(withoutSpace(text));
}

/** `（来源：…）` as a line of its own; one whose bracket never closes is cut off. */
export function isReleaseNote(text: string): boolean {
  const line = withoutSpace(text);
  return RELEASE_NOTE.test(line) && /^[（(【]/u.test(line) === /[）)】]$/u.test(line);
}

/** `责编：… 校对：…` as a line of its own. */
export function isCredits(text: string): boolean {
  return CREDITS.test(withoutSpace(text));
}
