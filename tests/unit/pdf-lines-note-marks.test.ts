import { describe, expect, it } from 'vitest';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import {
  isReferred,
  markForm,
  readNoteMark,
  readReference,
} from '../../scripts/ingest/readers/pdf/lines/note-marks.ts';
import type { TextLine } from '../../scripts/ingest/readers/pdf/lines/text-line.ts';
import { line, run } from '../support/pdf-page-content.ts';

const at = (text: string) => line(text, 80, 700, { size: 9 });
/** Text with a raised mark before or behind it. */
const raised = (mark: string, text: string, isBefore = true): readonly TextLine[] =>
  isBefore
    ? assembleLines([run(mark, 80, 696, { size: 6 }), run(text, 80 + 3 * mark.length, 700, { size: 9 })])
    : assembleLines([run(text, 80, 700, { size: 9 }), run(mark, 80 + 9 * text.length, 696, { size: 6 })]);

describe('the mark that a note begins with', () => {
  it.each([
    ['①甲', '①', 1, true],
    ['[3] A', '3', 4, true],
    ['* A', '*', 2, true],
    ['注2：甲', '2', 3, true],
    ['12. 甲', '12', 3, false],
    ['12 3', '12', 3, false],
    ['12甲', '12', 2, false],
  ])('of “%s” is %s', (text, label, length, certain) => {
    expect(readNoteMark(at(text))).toEqual({ label, length, certain });
  });

  it.each(['2024年', '3万家', '①', '甲', '1234 甲', '12'])('is none of “%s”', (text) => {
    expect(readNoteMark(at(text))).toBeNull();
  });

  it('is certain where it is raised, and no mark where raised text is none', () => {
    expect(raised('12', '甲乙丙').map(readNoteMark)).toEqual([{ label: '12', length: 2, certain: true }]);
    expect(raised('[4]', '甲乙丙丁').map(readNoteMark)).toEqual([{ label: '4', length: 3, certain: true }]);
    expect(raised('ab', '甲乙丙').map(readNoteMark)).toEqual([null]);
  });
});

describe('marks', () => {
  it('have a form apart from their number', () => {
    expect(['[3]', '（3）', '③', '3', '*'].map(markForm)).toEqual([
      'bracket',
      'bracket',
      'circled',
      'plain',
      'sign',
    ]);
  });

  it('refer to one note or several, and other raised text to none', () => {
    expect(['3', '[3]', '①②', '1,2', '[1][2]', 'th', '1,th', ''].map(readReference)).toEqual([
      ['3'],
      ['3'],
      ['①', '②'],
      ['1', '2'],
      ['1', '2'],
      [],
      [],
      [],
    ]);
  });

  it('are referred to by raised text with their label, or by a sign anywhere', () => {
    const [three, sign] = ['3. 甲', '* 甲'].map((text) => readNoteMark(at(text)));
    expect(isReferred(three!, raised('3', '甲', false))).toBe(true);
    expect(isReferred(three!, raised('4', '甲', false))).toBe(false);
    expect(isReferred(three!, [at('共3家')])).toBe(false);
    expect(isReferred(sign!, [at('甲'), at('甲*乙')])).toBe(true);
    expect(isReferred(sign!, [at('甲')])).toBe(false);
    expect(isReferred(null, raised('3', '甲', false))).toBe(false);
  });
});
