import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IngestError } from '../../scripts/ingest/model/errors.ts';
import type { ReportDocument } from '../../scripts/ingest/model/document.ts';
import { readArticle } from '../../scripts/ingest/readers/article/read-article.ts';
import { bytesOf, htmlArticle, markdownArticle, paragraphTexts } from '../support/article-page.ts';
import { ROOT } from '../support/source-files.ts';

const SEED = readFileSync(`${ROOT}content/reports/caict-ai-2024/sources/article.md`);
const SAVED_PAGE = readFileSync(`${ROOT}tests/golden/article/seed-as-saved-page/input.html`);

function read(source: string | Uint8Array, fileName = 'article.md'): ReportDocument {
  return readArticle(typeof source === 'string' ? bytesOf(source) : source, { fileName }).document;
}

function errorOf(source: string, fileName = 'article.md'): IngestError {
  try {
    read(source, fileName);
  } catch (error) {
    if (error instanceof IngestError) return error;
    throw error;
  }
  throw new Error('The article was read.');
}

/** Without what differs by nature: the file’s own description, lines, and the clutter around the text. */
function substance(document: ReportDocument): unknown {
  const { metadata, body, viewpoints, contents } = document;
  return JSON.parse(
    JSON.stringify({ metadata, body, viewpoints, contents }, (key, value: unknown) =>
      key === 'origins' ? undefined : value,
    ),
  );
}

describe('readArticle', () => {
  const seed = readArticle(SEED, { fileName: 'article.md' });

  it('finds the metadata of the article and of its report', () => {
    expect(seed.document.metadata).toMatchObject({
      title: '发布 | 中国信通院发布《人工智能发展报告（2024年）》（附下载）',
      reportTitle: '人工智能发展报告（2024年）',
      publisher: '中国信息通信研究院',
      released: '2024-11-29',
      date: '2024-12-11',
      account: '中国信息安全',
      original: '中国信通院CAICT',
      pdfUrl: 'http://www.caict.ac.cn/kxyj/qwfb/bps/202412/P020241210548865982463.pdf',
    });
  });

  it('finds the lead paragraphs and the release note, and nothing else in the body', () => {
    const texts = paragraphTexts(seed.document.body);
    expect(texts.map((text) => text.slice(0, 8))).toEqual([
      '人工智能浪潮席卷',
      '2024年11月',
      '报告立足产业新发',
      '（来源：中国信通',
    ]);
  });

  it('finds seven viewpoints with the bold sentences that lead them', () => {
    expect(
      seed.document.viewpoints.map(
        ({ number, marker, lead }) => `${marker ?? ''} ${lead}`.slice(0, 16) + String(number),
      ),
    ).toEqual([
      '1. 基础模型保持快速演进态势，1',
      '2. 算法创新与软硬件架构深度耦2',
      '3. 工程化技术是人工智能从实验3',
      '4. 高质量、大规模、多样化的数4',
      '5. 人工智能赋能新型工业化向纵5',
      '6. 安全治理从原则向实践加速推6',
      '7. 展望未来，引入强化学习等技7',
    ]);
    expect(seed.document.viewpoints[4]?.lead).toMatch(/等阶段特征。$/u);
  });

  it('leaves no asterisk of a strong mark, and keeps bold words inside a viewpoint', () => {
    expect(JSON.stringify(seed.document)).not.toContain('*');
    const bold = JSON.stringify(seed.document.viewpoints[1]?.children);
    expect(bold).toContain('{"type":"strong","children":[{"type":"text","value":"芯片层面，"}]}');
  });

  it('finds five chapters with their sections', () => {
    const levels = seed.document.contents.map((entry) => entry.level).join('');
    expect(levels).toBe('122221222212221221');
  });

  it('puts every character in one place', () => {
    const { characters, kept, furniture, lost, invented } = seed.account;
    console.log(
      `article.md: ${characters} characters, kept ${kept} (${((100 * kept) / characters).toFixed(1)} %), ` +
        `furniture ${furniture} (${((100 * furniture) / characters).toFixed(1)} %), lost ${lost}`,
    );
    expect({ lost, invented, sum: kept + furniture }).toEqual({ lost: 0, invented: 0, sum: characters });
    expect(characters).toBe(countVisible(SEED.toString('utf8')));
  });

  it('says why each piece of clutter was left out', () => {
    const reasons = seed.document.furniture.map(
      ({ text, reason }) => `${text.slice(0, 12)}: ${reason ?? ''}`,
    );
    expect(reasons).toContain('扫码订阅《中国信息安全》: asks to scan, follow, subscribe, download or call');
    expect(reasons).toContain('知道了: remnant of the page’s buttons');
    expect(
      seed.document.furniture.every((item) => item.reason !== undefined && item.origins.length > 0),
    ).toBe(true);
  });

  it('reads a saved WeChat page into the same document as the export', () => {
    expect(substance(read(SAVED_PAGE, 'page.html'))).toEqual(substance(seed.document));
    expect(substance(read(htmlArticle('第二段。'), 'page.html'))).toEqual(
      substance(read(markdownArticle('第二段。'))),
    );
  });
});

describe('readArticle on what is no whole article', () => {
  const whole = markdownArticle('第二段。');

  it('refuses an empty file', () => {
    expect(errorOf('').code).toBe('article/is-an-article');
    expect(errorOf('---\ntitle: 空\n---\n').code).toBe('article/is-an-article');
  });

  it('refuses text about something else, and says what it looked for', () => {
    const error = errorOf('---\ntitle: 秋日菜谱\n---\n\n# 秋日菜谱\n\n先把南瓜洗净。\n');
    expect(error.code).toBe('article/has-viewpoints');
    expect(error.message).toMatch(/报告核心观点.*报告目录.*秋日菜谱.*先把南瓜洗净/su);
  });

  it('refuses an article cut off in its viewpoints or its contents', () => {
    for (const end of ['跨省数据平均', '（一）河湖长制', '（来源：示例研']) {
      const error = errorOf(whole.slice(0, whole.indexOf(end) + end.length));
      expect(error.code).toBe('article/is-complete');
      expect(error.message).toContain(end);
    }
  });

  it('refuses bytes that are no UTF-8, as when a file is cut off inside a character', () => {
    const bytes = bytesOf(whole);
    expect(() => read(bytes.subarray(0, bytes.indexOf(0xe6) + 1))).toThrow(/not UTF-8/u);
  });

  it('refuses a web page that is no WeChat article', () => {
    const error = errorOf(
      '<html><head><title>已被删除</title></head><body>该内容已被发布者删除</body></html>',
      'a.html',
    );
    expect(error.code).toBe('article/is-an-article');
    expect(error.message).toMatch(/#js_content.*已被删除/su);
  });
});

/** Counted without the reader: all characters of the file but white space and Markdown’s own marks and addresses. */
function countVisible(markdown: string): number {
  const text = markdown
    .replace(/^---$/gmu, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/^#+ /gmu, '')
    .replace(/\*\*/gu, '');
  return [...text.replace(/\s/gu, '')].length;
}
