/** What the search for merged cells gives to the one for cells. */

/** An area of a table that is one cell. Columns count from 0, the last included; top and bottom in points. */
export interface MergedArea {
  readonly top: number;
  readonly bottom: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}
