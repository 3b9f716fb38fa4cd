/** A text on one line. `x` is its left edge, `y` its baseline, `size` its em, all in pixels; `weight` is that of CSS. */
export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly color: string;
}

export interface AreaMark {
  readonly kind: 'area';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

export type Mark = TextMark | AreaMark;

/** A picture as a list of what is painted, in order: the same list gives the same picture. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly paper: string;
  readonly marks: readonly Mark[];
}
