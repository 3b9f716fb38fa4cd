interface Spanning {
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/**
 * The rows of a table as a grid: each row has a place for every column, and a cell that spans several stands in the first of them; the others
 * are undefined.
 */
export function spreadCells<Cell extends Spanning>(
  rows: readonly (readonly Cell[])[],
): readonly (readonly (Cell | undefined)[])[] {
  /** By row, the columns that cells from above reach into. */
  const taken = rows.map(() => new Set<number>());
  const spread = rows.map((row, at) => {
    const places: (Cell | undefined)[] = [];
    for (const cell of row) {
      while (taken[at]?.has(places.length)) places.push(undefined);
      const column = places.length;
      places.push(cell, ...Array<undefined>(cell.columnSpan - 1).fill(undefined));
      for (const below of taken.slice(at + 1, at + cell.rowSpan))
        for (let reach = 0; reach < cell.columnSpan; reach += 1) below.add(column + reach);
    }
    return places;
  });
  const width = Math.max(0, ...spread.map((row) => row.length));
  return spread.map((row) => Array.from({ length: width }, (_, column) => row[column]));
}
