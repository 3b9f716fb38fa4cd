/**
 * What the WeChat page itself says around an article. A line is a remnant where nothing but punctuation is left
 * once these words are taken out, longest first; they mean nothing inside a sentence.
 */
const INTERFACE_WORDS: readonly string[] = [
  '微信扫一扫可打开此内容',
  '微信扫一扫',
  '使用完整服务',
  '使用小程序',
  '关注该公众号',
  '继续滑动看下一个',
  '向上滑动看下一个',
  '轻触阅读原文',
  '预览时标签不可点',
  '在小说阅读器中沉浸阅读',
  '在小说阅读器读本章',
  '去阅读',
  '轻点两下取消赞',
  '轻点两下取消在看',
  '名称已清空',
  '选择留言身份',
  '该账号因违规无法跳转',
  '原创',
  '阅读原文',
  '阅读全文',
  '写留言',
  '精选留言',
  '知道了',
  '小程序',
  '听过',
  '取消',
  '允许',
  '分析',
  '视频',
  '分享',
  '收藏',
  '留言',
  '在看',
  '点赞',
  '转发',
  '赞赏',
  '赞',
  '关注',
  '暂无留言',
  '更多',
  '跳转二维码',
  '作者头像',
  'cover_image',
  'THE END',
  'END',
  '全文完',
  '图片',
].sort((first, second) => second.length - first.length);

/**
 * Whether a line is only interface words, counts, a publication time and punctuation.
 * @param names of the accounts, which the page repeats beside its buttons
 */
export function isInterfaceRemnant(text: string, names: readonly string[] = []): boolean {
  let rest = text;
  for (const name of names) if (name !== '') rest = rest.replaceAll(name, '');
  for (const word of INTERFACE_WORDS) rest = rest.replaceAll(word, '');
  rest = rest.replace(
    /\d{4}年\d{1,2}月\d{1,2}日(?:\s*\d{1,2}:\d{2})?|\d{4}-\d{2}-\d{2}(?:\s+\d{2}:\d{2})?/gu,
    '',
  );
  return /^[\p{P}\p{S}\p{Z}\d]*$/u.test(rest) && rest !== text ? true : /^[\p{P}\p{S}\p{Z}]*$/u.test(text);
}
