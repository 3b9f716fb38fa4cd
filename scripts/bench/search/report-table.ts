import type { Measures } from './measure.ts';

const percent = (value: number | undefined): string =>
  value === undefined ? '–' : `${(value * 100).toFixed(1)} %`;
const ratio = (value: number): string => value.toFixed(3);
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** The results on one corpus as a Markdown table; times also as ratios to the first row, since machines differ. */
export function reportTable(title: string, rows: readonly Measures[]): string {
  const [first] = rows;
  if (first === undefined) return '';
  const times = (value: number, of: number): string =>
    `${value.toFixed(2)} ms (${(value / of).toFixed(1)} ×)`;
  const head = [
    'engine',
    'paragraphs found / right',
    'sections found / right',
    'first hit right',
    'section MRR',
    'heading MRR',
    'same whatever before',
    'excerpt marked',
    'first result (median)',
    'whole index',
    'first screen, median',
    'p95',
    'build',
  ];
  const body = rows.map((row) => [
    row.name,
    `${percent(row.paragraphRecall)} / ${percent(row.paragraphPrecision)}`,
    `${percent(row.sectionRecall)} / ${percent(row.sectionPrecision)}`,
    ratio(row.firstHitCorrect),
    ratio(row.sectionMrr),
    ratio(row.headingMrr),
    percent(row.sameWhateverBefore),
    percent(row.excerptMarked),
    kilobytes(row.medianFirstBytes),
    kilobytes(row.indexBytes),
    times(row.medianMilliseconds, first.medianMilliseconds),
    `${row.p95Milliseconds.toFixed(1)} ms`,
    `${(row.buildMilliseconds / 1000).toFixed(1)} s (${(row.buildMilliseconds / first.buildMilliseconds).toFixed(1)} ×)`,
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [`### ${title}`, '', line(head), line(head.map(() => '---')), ...body.map(line), ''].join('\n');
}
