/** A promotion is a line, not a paragraph: longer text with such words is part of the article. */
const MAX_PROMOTION_LENGTH = 60;

const PROMOTION_WORDS =
  /扫码|扫一扫|二维码|长按|识别图中|点击(?:上方|下方|下图|图片|蓝字|链接|阅读原文|下载|查看|文末)|了解详情|邮发代号|征订|订阅|(?:热线|电话|邮箱|微信|QQ)[：:]|关注.{0,20}(?:公众号|视频号|抖音号|杂志|我们)|抖音号|视频号|推荐阅读|往期(?:回顾|精选|推荐)|相关阅读|商务合作|投稿|加入.{0,6}群|回复.{1,12}(?:获取|下载)|倾力推荐|点个(?:赞|在看)|星标|转载请/u;

/** Asks the reader to scan, follow, subscribe, download or call. */
export function isPromotion(text: string): boolean {
  return text.length <= MAX_PROMOTION_LENGTH && PROMOTION_WORDS.test(text);
}
