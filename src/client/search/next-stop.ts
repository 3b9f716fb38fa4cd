/** Where the focus is among the stops of the arrow keys: the number of a stop, beside the first (a suggestion), or elsewhere. */
export type FocusPlace = number | 'beside first' | 'elsewhere';

/** The stop to which an arrow key leads, the first and the last being ends; undefined where it leads nowhere. */
export function nextStop(place: FocusPlace, by: 1 | -1, stops: number): number | undefined {
  if (place === 'elsewhere') return undefined;
  const now = place === 'beside first' ? 0 : place;
  return Math.max(0, Math.min(stops - 1, now + by));
}
