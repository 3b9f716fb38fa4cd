/** What the review page says, in the language of the site. */
import type { DoubtId } from '../ingest/model/confidence.ts';
import type { Block } from '../ingest/model/document.ts';

export const KIND_WORDS: Readonly<Record<Block['type'], string>> = {
  heading: '标题',
  paragraph: '段落',
  list: '列表',
  quote: '引文',
  listing: '代码或预排文字',
  table: '表格',
  figure: '图',
  callout: '专栏',
};

export const DOUBT_WORDS: Readonly<Record<DoubtId, string>> = {
  'heading/unannounced': '目录列出了这一级标题，却没有这一个',
  'heading/other-page': '目录所写的页码不是这一页',
  'heading/level-by-look': '级别只是从字号、字体推断的',
  'heading/alone': '只有排版像标题，没有别的依据',
  'heading/out-of-sequence': '编号与前一个不相接',
  'heading/reads-like-text': '读起来像正文或标签',
  'paragraph/starts-within': '开头像是从半句话开始',
  'paragraph/ends-openly': '结尾没有句末标点',
  'paragraph/start-unmarked': '与上文之间只有句号，没有其他分段迹象',
  'paragraph/end-unmarked': '与下文之间只有句号，没有其他分段迹象',
  'paragraph/joined-short-line': '其中有一行提前结束，却接了下去',
  'paragraph/joined-after-stop': '在行末、页末或栏末的句号之后接了下去',
  'table/structure': '单元格的边界没有线条或空白可循',
  'table/no-header': '没有找到表头',
  'listing/one-line': '只有一行，也可能属于上下文',
  'exhibit/no-caption': '没有带编号的图题或表题',
  'exhibit/out-of-sequence': '编号与前一个不相接',
  'part/unsure': '其中有不确定的内容',
  'page/recognised': '由图片识别的文字，可能有误',
  'page/read-simply': '此处有一步出错，改用了简单的读法',
  'page/glyphs-missing': '有些字形没有对应的文字，已略去',
  'page/picture-only': '整页是图片，没有文字',
  'page/set-aside-once': '有文字当作页眉、页脚或水印略去，却只出现过一两次',
};
