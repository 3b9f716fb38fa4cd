import { describe, expect, it } from 'vitest';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { run } from '../support/pdf-page-content.ts';

/** Texts of the lines of a logo whose second letter is lowered by `drop` and follows at `gap`, both in points of a size of 12. */
function logo({ drop = 2.6, gap = 0 }): readonly string[] {
  const left = run('采用T', 80, 100);
  const lowered = run('E', left.box.x + left.box.width + gap, 100 + drop);
  const right = run('X排版', lowered.box.x + lowered.box.width + gap, 100);
  return assembleLines([left, lowered, right]).map((each) => each.text.replaceAll(' ', ''));
}

describe('letters that are set a little off their line', () => {
  it('stay in their word, raised or lowered, at any size', () => {
    expect(logo({})).toEqual(['采用TEX排版']);
    expect(logo({ drop: -2.6 })).toEqual(['采用TEX排版']);
  });

  it('stay in it where letters are kerned into each other, with smaller letters beside them', () => {
    const letters = [
      run('L', 80, 100),
      run('A', 84, 97.6, { size: 8.4 }),
      run('T', 87.2, 100),
      run('E', 91.8, 102.6),
      run('X', 96.4, 100),
    ];
    expect(assembleLines(letters).map((each) => each.text)).toEqual(['LATEX']);
  });

  it('are another line where they are set off by more than a third of an em', () => {
    expect(logo({ drop: 4.1 })).toEqual(['采用TEX排版']);
    expect(logo({ drop: 4.3 })).toHaveLength(2);
    expect(logo({ drop: -4.1 })).toEqual(['采用TEX排版']);
    expect(logo({ drop: -4.3 })).toHaveLength(2);
  });

  it('are another line where they fill no hole of a word', () => {
    expect(logo({ gap: 3.5 })).toEqual(['采用TEX排版']);
    expect(logo({ gap: 3.7 })).toHaveLength(2);
    expect(assembleLines([run('左栏', 80, 100), run('右栏', 104, 103)])).toHaveLength(2);
  });
});
