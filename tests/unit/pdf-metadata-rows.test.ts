/** Covers whose rows say more than one thing, or whose title ends as names of organisations do. */
import { describe, expect, it } from 'vitest';
import { findFurniture } from '../../scripts/ingest/readers/pdf/furniture/find-furniture.ts';
import type { GlyphRun } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { readText } from '../../scripts/ingest/readers/pdf/lines/read-text.ts';
import { Bulkheads } from '../../scripts/ingest/readers/pdf/process/bulkheads.ts';
import { page, paragraph, run } from '../support/pdf-page-content.ts';

const BODY = '数据要素市场建设取得明显成效，流通规模持续扩大，治理能力稳步提升。'.repeat(8);

function metadataOf(cover: readonly GlyphRun[]) {
  const bodies = [2, 3, 4, 5].map((number) =>
    page(paragraph(`第${String(number)}页。${BODY}`, 120, { page: number }), { page: number }),
  );
  const pages = [page(cover), ...bodies];
  return findFurniture({ pages, ...readText(pages, new Bulkheads()) }).metadata;
}

describe('a cover', () => {
  it('names two publishers side by side as two', () => {
    const metadata = metadataOf([
      run('数据流通年度观察', 100, 200, { size: 30 }),
      run('某某研究院', 120, 700, { size: 14 }),
      run('另一科技有限公司', 340, 700, { size: 14 }),
    ]);
    expect(metadata.publisher).toBe('某某研究院、另一科技有限公司');
  });

  it('has a title that ends as an organisation does where what goes on from it begins with a dash', () => {
    const metadata = metadataOf([
      run('迈向全球金融中心', 100, 200, { size: 30 }),
      run('——某市发展路径研究', 100, 240, { size: 18 }),
      run('某某大学国家发展研究院', 200, 700, { size: 14 }),
    ]);
    expect(metadata).toEqual({
      title: '迈向全球金融中心',
      subtitle: '——某市发展路径研究',
      publisher: '某某大学国家发展研究院',
    });
  });
});
