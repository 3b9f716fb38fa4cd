import { describe, expect, it } from 'vitest';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { inlineText, joinLines } from '../../scripts/ingest/readers/pdf/lines/join-lines.ts';
import { learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { findGutters, readLines } from '../../scripts/ingest/readers/pdf/lines/page-columns.ts';
import { line, page, paragraph, run } from '../support/pdf-page-content.ts';

describe('assembleLines', () => {
  it('invents no space between Chinese and Latin, however wide the gap, and keeps one between Latin words', () => {
    const [one] = assembleLines([
      run('采用', 80, 100),
      run('OAuth', 108, 100),
      run('2.0', 141, 100),
      run('协议', 163, 100),
    ]);
    expect(one!.text).toBe('采用OAuth 2.0协议');
  });

  it('joins raised marks to their line, and lone marks that are larger than a note', () => {
    const [body] = assembleLines([
      run('持续释放', 80, 100, { size: 14 }),
      run('12', 136, 95, { size: 8 }),
      run('。', 144, 100, { size: 14 }),
    ]);
    expect(body!.spans.map((span) => [span.text, span.raised])).toEqual([
      ['持续释放', false],
      ['12', true],
      ['。', false],
    ]);
    const [note] = assembleLines([
      run('1', 90, 755, { size: 10.3 }),
      run('不含港澳台地区', 99, 760, { size: 9 }),
    ]);
    expect(note!.spans[0]).toMatchObject({ text: '1', raised: true });
  });

  it('divides one baseline at a column gap only', () => {
    expect(assembleLines([run('左栏', 80, 100), run('右栏', 300, 100)]).map((each) => each.text)).toEqual([
      '左栏',
      '右栏',
    ]);
  });

  it('keeps squeezed punctuation in drawing order', () => {
    const [one] = assembleLines([run('效果。', 80, 100), run('”', 113, 100), run('他说', 119, 100)]);
    expect(one!.text).toBe('效果。”他说');
  });

  it('gives links to the glyphs under their area', () => {
    const links = [
      { url: 'https://example.org/', target: null, box: { x: 104, y: 85, width: 60, height: 20 } },
    ];
    const [one] = assembleLines([run('详见example网', 80, 100)], links);
    expect(one!.spans.map((span) => [span.text, span.url])).toEqual([
      ['详见', ''],
      ['example网', 'https://example.org/'],
    ]);
  });
});

describe('joinLines', () => {
  it('joins Chinese without a space, Latin words with one, addresses and hyphens without', () => {
    const text = (...parts: string[]) =>
      inlineText(joinLines(parts.map((part, index) => line(part, 80, 100 + 24 * index))));
    expect(text('数据要', '素')).toBe('数据要素');
    expect(text('Federated', 'Learning')).toBe('Federated Learning');
    expect(text('YD/T 7,996-', '2021')).toBe('YD/T 7,996-2021');
    expect(text('见https://example.org/report/', '2023/index.html')).toBe(
      '见https://example.org/report/2023/index.html',
    );
  });

  it('keeps bold, superscripts and a mark where the page turns', () => {
    const lines = assembleLines([run('一是提速。', 80, 700, { bold: true }), run('随后', 140, 700)]);
    const next = line('放缓', 80, 100, { page: 2 });
    expect(joinLines([...lines, next], { labels: ['', '1'] })).toEqual([
      { type: 'strong', children: [{ type: 'text', value: '一是提速。' }] },
      { type: 'text', value: '随后' },
      { type: 'pageMark', page: 2, label: '1' },
      { type: 'text', value: '放缓' },
    ]);
  });
});

describe('learnMeasures', () => {
  it('learns size, edges and leading from the lines, indents notwithstanding', () => {
    const runs = [0, 1, 2, 3, 4].flatMap((index) => paragraph('数据要素市场'.repeat(9), 100 + 72 * index));
    const measures = learnMeasures([page(runs)], [assembleLines(runs)]);
    expect(measures).toMatchObject({ bodySize: 12, left: 80, right: 512, leading: 24, bodyFont: 'FangSong' });
  });
});

describe('pages in two columns', () => {
  it('are read column by column, a heading over both where it stands', () => {
    const rows = Array.from({ length: 14 }, (_, index) => index);
    const left = rows.map((row) => run(`左${'文'.repeat(16)}`, 80, 130 + 20 * row));
    const right = rows.map((row) => run(`右${'字'.repeat(16)}`, 300, 130 + 20 * row));
    const title = run('横跨两栏的标题横跨两栏的标题', 210, 90, { size: 16 });
    const content = page([title, ...rows.flatMap((row) => [left[row]!, right[row]!])]);
    const [gutter] = findGutters([content]);
    const order = readLines(content.runs, [], gutter!).map((each) => each.text[0]);
    expect(order.join('')).toBe(`横${'左'.repeat(14)}${'右'.repeat(14)}`);
  });

  it('are not seen in running text', () => {
    expect(findGutters([page(paragraph('数据要素市场'.repeat(120), 60))])).toEqual([null]);
  });
});
