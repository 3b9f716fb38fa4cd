/** Operators that paint pictures at one or many places → pictures of the page. */
import { IDENTITY } from './graphics-state.ts';
import { addImage, storedPicture } from './interpreter-state.ts';
import type { Interpreter } from './interpreter-state.ts';
import { asList, asMatrix, asNumbers, asRecord } from './operator-arguments.ts';

/** Adds one picture in the unit square of the state. */
export function addOne(interpreter: Interpreter, picture: unknown): void {
  addImage(interpreter, IDENTITY, storedPicture(asRecord(picture)));
}

/** Adds one picture at many places, given as pairs of coordinates; `scale` is the matrix without its place. */
export function repeatImage(
  interpreter: Interpreter,
  places: unknown,
  scale: readonly unknown[],
  picture: unknown,
): void {
  const pairs = asNumbers(places) ?? [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const matrix = asMatrix([...scale, pairs[index], pairs[index + 1]]);
    if (matrix !== null) addImage(interpreter, matrix, storedPicture(asRecord(picture)));
  }
}

/** Adds pictures that each bring the matrix of their place. */
export function addPlacedImages(interpreter: Interpreter, images: unknown): void {
  for (const each of asList(images).map(asRecord)) {
    const matrix = asMatrix(each['transform']);
    if (matrix !== null) addImage(interpreter, matrix, storedPicture(each));
  }
}
