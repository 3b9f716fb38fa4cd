/** Places of a table (a row and a column each) → the rectangles that joined ones make. */
import { itemAt } from '../../../../model/item-at.ts';

/** A number for each row and column. */
type Place = number;

/** Joins places into areas; each area is then grown to a rectangle. */
export class Areas {
  readonly #parent: Place[];
  readonly #width: number;

  constructor(height: number, width: number) {
    this.#width = width;
    this.#parent = Array.from({ length: height * width }, (_, index) => index);
  }

  root(row: number, column: number): Place {
    let place = row * this.#width + column;
    for (let parent = itemAt(this.#parent, place); parent !== place; parent = itemAt(this.#parent, place))
      place = parent;
    return place;
  }

  join(row: number, column: number, otherRow: number, otherColumn: number): void {
    const [one, other] = [this.root(row, column), this.root(otherRow, otherColumn)];
    this.#parent[Math.max(one, other)] = Math.min(one, other);
  }
}

/** The first and last row and column of an area. */
export type Extent = readonly [top: number, left: number, bottom: number, right: number];

function extentsOf(areas: Areas, height: number, width: number): ReadonlyMap<Place, Extent> {
  const extents = new Map<Place, Extent>();
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const root = areas.root(row, column);
      const [top, left, bottom, right] = extents.get(root) ?? [row, column, row, column];
      extents.set(root, [
        Math.min(top, row),
        Math.min(left, column),
        Math.max(bottom, row),
        Math.max(right, column),
      ]);
    }
  }
  return extents;
}

/**
 * Grows areas that are no rectangles until they are: a drawing fault must not lose a place. It ends because every round but
 * the last makes two areas one: a place in an area's extent is joined with the area itself, whoever has its corner.
 */
export function closeRectangles(areas: Areas, height: number, width: number): ReadonlyMap<Place, Extent> {
  for (;;) {
    const extents = extentsOf(areas, height, width);
    let changed = false;
    for (const [place, [top, left, bottom, right]] of extents) {
      const [ownRow, ownColumn] = [Math.floor(place / width), place % width];
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          if (areas.root(row, column) === areas.root(ownRow, ownColumn)) continue;
          areas.join(row, column, ownRow, ownColumn);
          changed = true;
        }
      }
    }
    if (!changed) return extents;
  }
}
