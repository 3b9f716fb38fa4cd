/** A cell as it is written: it may reach over several columns and rows. */
export interface SpanningCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** A table as a full rectangle of texts. */
export type Grid = readonly (readonly string[])[];

/** Spreads cells over their places: the text of one that spans stands in the first, the others are empty. */
export function fillGrid(rows: readonly (readonly SpanningCell[])[]): Grid {
  const grid: string[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const { text, columnSpan, rowSpan } of row) {
      while (grid[y]?.[x] !== undefined) x += 1;
      for (let down = 0; down < rowSpan; down += 1)
        for (let along = 0; along < columnSpan; along += 1) {
          const line = grid[y + down];
          if (line) line[x + along] = down + along === 0 ? text : '';
        }
    }
  }
  const width = Math.max(0, ...grid.map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, index) => line[index] ?? ''));
}
