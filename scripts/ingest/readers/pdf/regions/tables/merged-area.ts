/** Everything in it is one cell. Columns count from 0, the last included. */
export interface MergedArea {
  readonly top: number;
  readonly bottom: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}
