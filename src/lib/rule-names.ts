/**
 * What a message of ingest means to a reader, by its rule id (scripts/ingest/model/errors.ts). Messages themselves are
 * written in English for those who run ingest; a rule that is only for them has no words here and is not shown.
 */
export const RULE_NAMES: Readonly<Record<string, string>> = {
  'article/is-complete': '文章可能不完整',
  'article/has-contents': '文章没有列出报告目录',
  'article/has-viewpoints': '文章的核心观点编号不连续',
  'pdf/readable': '文件有损坏，已尽力修复后读取',
  'pdf/has-text-layer': '这一页只有图片，没有可读的文字',
  'pdf/text-recoverable': '部分文字的编码有误',
  'pdf/is-a-report': '文件缺少报告通常有的部分（封面、目录或章节）',
  'pdf/contents-match': '目录中的条目在正文里没有找到对应的标题，或页码不一致',
  'pdf/accounted': '有文字未能归入任何部分',
  'pdf/table-structure': '表格的行列由程序推断，可能有误，请对照图片',
  'report/viewpoints-placed': '核心观点与章节的对应由程序推断',
  'overrides/apply': '一处人工更正没有找到要更正的文字',
  'permalinks/kept': '一处旧链接的内容已不在新版本中',
};
