/** Width and height in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a picture lies on its stage: how much larger than it fits, and how far its middle is from that of the stage. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The whole picture. */
export const WHOLE: View = { scale: 1, x: 0, y: 0 };
/** Words in a picture as wide as a phone can be read at this size. */
const LARGEST = 8;

/** The size at which a picture fits on its stage; small ones are not made larger. */
export function fitSize(picture: Size, stage: Size): Size {
  const factor = Math.min(1, stage.width / picture.width, stage.height / picture.height);
  return { width: picture.width * factor, height: picture.height * factor };
}

const limit = (value: number, bound: number): number => Math.max(-bound, Math.min(bound, value));

/** The view with no edge of the picture further in than it must be. @param fit as `fitSize` gives */
export function keepOnStage({ scale, x, y }: View, fit: Size, stage: Size): View {
  const larger = Math.max(1, Math.min(LARGEST, scale));
  return {
    scale: larger,
    x: limit(x, Math.max(0, (fit.width * larger - stage.width) / 2)),
    y: limit(y, Math.max(0, (fit.height * larger - stage.height) / 2)),
  };
}

/** The view `factor` times as large, with what lies at `point` staying there. @param point from the middle of the stage */
export function zoomAt({ scale, x, y }: View, factor: number, point: Point): View {
  const larger = Math.max(1, Math.min(LARGEST, scale * factor));
  const real = larger / scale;
  return { scale: larger, x: point.x - (point.x - x) * real, y: point.y - (point.y - y) * real };
}
