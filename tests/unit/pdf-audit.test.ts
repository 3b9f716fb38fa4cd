import { describe, expect, it } from 'vitest';
import { accountMessage, auditDocument } from '../../scripts/ingest/readers/pdf/audit/audit-document.ts';
import { NO_FACTS } from '../../scripts/ingest/readers/pdf/glyphs/file-facts.ts';
import { buildDocument } from '../../scripts/ingest/readers/pdf/build-document.ts';
import type { GlyphRun } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { page, paragraph, rule, run } from '../support/pdf-page-content.ts';

const TEXT =
  '从供给侧看，建设重心正由规模扩张转向效能提升，产业分工进一步细化，协同创新格局初步形成。'.repeat(4);
const source = { kind: 'pdf', sha256: '0'.repeat(64), pageCount: 4 } as const;

/** Four pages with everything that is kept out of the text, or into which it goes. */
function pages() {
  return [1, 2, 3, 4].map((number) => {
    const style = { page: number };
    const runs: GlyphRun[] = [
      run('某某年度观察', 250, 50, { ...style, size: 9 }),
      run(`${'一二三四'[number - 1]!}、总体态势`, 104, 100, { ...style, size: 16, fontName: 'SimHei' }),
      ...paragraph(TEXT, 140, style),
      run('测算结果表明', 104, 400, style),
      run(`[${String(number)}]`, 176, 395, { ...style, size: 7 }),
      run('。', 190, 400, style),
      run('内部资料', 200, 500, { ...style, size: 40, rotation: 315 }),
      run(`[${String(number)}] 数据来源：公开资料。`, 80, 760, { ...style, size: 9 }),
      run(`— ${String(number)} —`, 285, 800, { ...style, size: 9 }),
    ];
    const unseen = [
      { run: run('看不见', 300, 600, { ...style, renderMode: 3 }), reason: 'unpainted' },
      { run: run('页外', 700, 600, style), reason: 'outside' },
    ] as const;
    return page(runs, { page: number, rulings: [rule(740, 80, 220)], unseen });
  });
}

describe('the accounts', () => {
  it('come out even: every character is in body, notes or furniture, once', () => {
    const { document } = buildDocument({ pages: pages(), facts: NO_FACTS }, source);
    expect(auditDocument(document, pages())).toMatchObject({ lost: 0, invented: 0 });
    expect(document.messages.find((message) => message.ruleId === 'pdf/accounted')).toMatchObject({
      severity: 'info',
    });
    const kinds = new Set(document.furniture.map((item) => item.kind));
    expect([...kinds].sort()).toEqual(['header', 'other', 'pageNumber', 'watermark']);
    expect(Object.keys(document.notes)).toHaveLength(4);
    expect(document.furniture.every((item) => item.reason !== '' && item.origins.length > 0)).toBe(true);
  });

  it('name what was lost and what was invented', () => {
    const { document } = buildDocument({ pages: pages(), facts: NO_FACTS }, source);
    const without = {
      ...document,
      body: document.body.slice(1),
      furniture: [...document.furniture, { kind: 'other' as const, text: '鼎', origins: [] }],
    };
    const audit = auditDocument(without, pages());
    expect(audit.lost).toBe('一、总体态势'.length);
    expect(audit.inventedCharacters).toEqual([['鼎', 1]]);
    expect(accountMessage(audit)).toMatchObject({ severity: 'warning' });
  });

  it('give the same document for the same pages', () => {
    const [a, b] = [pages(), pages()].map((each) =>
      JSON.stringify(buildDocument({ pages: each, facts: NO_FACTS }, source).document),
    );
    expect(a).toBe(b);
  });
});
