/** How much of what is called sure is right, as a table for people. */
import type { CheckedBlock, CheckedKind } from './check-reading.ts';

export interface CalibrationRow {
  readonly kind: CheckedKind;
  readonly documents: number;
  readonly blocks: number;
  readonly sure: number;
  readonly sureRight: number;
  readonly wrong: number;
}

/** A row for each kind of block that was checked. */
export function calibrationRows(checked: readonly CheckedBlock[]): readonly CalibrationRow[] {
  return [...Map.groupBy(checked, ({ kind }) => kind)].map(([kind, blocks]) => {
    const sure = blocks.filter((block) => block.sure);
    return {
      kind,
      documents: new Set(blocks.map(({ name }) => name)).size,
      blocks: blocks.length,
      sure: sure.length,
      sureRight: sure.filter(({ right }) => right).length,
      wrong: blocks.filter(({ right }) => !right).length,
    };
  });
}

/** The rows as a Markdown table, as `docs/confidence.md` has it. */
export function calibrationTable(rows: readonly CalibrationRow[]): string {
  const percent = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
  const lines = rows.map(({ kind, documents, blocks, sure, sureRight, wrong }) =>
    [
      '',
      kind,
      String(documents),
      String(blocks),
      percent(sure, blocks),
      percent(sureRight, sure),
      `${String(wrong - (sure - sureRight))} of ${String(wrong)}`,
      '',
    ].join(' | '),
  );
  const head = [
    '',
    'kind',
    'documents',
    'checked',
    'called sure',
    'of these right',
    'mistakes that are not called sure',
    '',
  ];
  return [head.join(' | '), '|---|---|---|---|---|---|', ...lines].map((line) => line.trim()).join('\n');
}
