/**
 * Arguments of pdf.js operators, as loose as a damaged file makes them → numbers, matrices, names and glyphs.
 * What does not fit gives null (or nothing of a list): its operator is then passed over, and the page goes on.
 */
import type { DrawnGlyph } from './place-glyph.ts';
import type { Matrix } from './graphics-state.ts';

/** Numbers as pdf.js hands them over: an array or a typed array. */
export type NumberList = ArrayLike<number>;

/** The value as a finite number. */
export function asNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The value as an array, a typed one included; an empty one where it is none. */
export function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isTypedArray(value) ? Array.from(value) : [];
}

/** The value as an object with fields. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** The value as a list of finite numbers. Typed arrays are taken as they are: they hold nothing but numbers. */
export function asNumbers(value: unknown): NumberList | null {
  if (Array.isArray(value)) return value.every((item) => asNumber(item) !== null) ? value : null;
  return isTypedArray(value) ? value : null;
}

/** The first four numbers of a list: corners of a box. */
export function asCorners(value: unknown): readonly [number, number, number, number] | null {
  const [a, b, c, d] = Array.from(asNumbers(value) ?? []);
  return a === undefined || b === undefined || c === undefined || d === undefined ? null : [a, b, c, d];
}

/** A matrix: six numbers. */
export function asMatrix(value: unknown): Matrix | null {
  const numbers = asNumbers(value);
  if (numbers === null) return null;
  const { 0: a, 1: b, 2: c, 3: d, 4: e, 5: f } = numbers;
  const isWhole =
    a !== undefined &&
    b !== undefined &&
    c !== undefined &&
    d !== undefined &&
    e !== undefined &&
    f !== undefined;
  return isWhole ? [a, b, c, d, e, f] : null;
}

/** The matrix of an operator whose arguments are six numbers or one list of six. */
export function matrixArgument(args: readonly unknown[]): Matrix | null {
  return asMatrix(typeof args[0] === 'number' ? args : args[0]);
}

/** A name: a string, or an object of pdf.js that holds one; '' where it is neither. */
export function asName(value: unknown): string {
  const name = typeof value === 'string' ? value : asRecord(value)['name'];
  return typeof name === 'string' ? name : '';
}

function isTypedArray(value: unknown): value is Float32Array | Float64Array {
  return value instanceof Float32Array || value instanceof Float64Array;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether an element of a text operator is a glyph that can be placed. */
export function isGlyph(value: unknown): value is DrawnGlyph {
  if (!isRecord(value)) return false;
  const { unicode, width, vmetric } = value;
  return typeof unicode === 'string' && Number.isFinite(width) && (vmetric == null || Array.isArray(vmetric));
}
