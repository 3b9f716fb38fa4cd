import { describe, expect, it } from 'vitest';
import { repairCharacters } from '../../scripts/ingest/readers/pdf/glyphs/repair-characters.ts';

describe('repairCharacters', () => {
  it('makes Kangxi radicals and radicals of the supplement ordinary characters', () => {
    expect(repairCharacters('⽤⾼⽂⼾⻓⻔⻚')).toBe('用高文户长门页');
  });

  it('keeps full-width punctuation, circled digits, superscripts and units', () => {
    expect(repairCharacters('，：（）①²㎡％“”……')).toBe('，：（）①²㎡％“”……');
  });

  it('gives back the sign that Chinese means where fonts share a glyph', () => {
    expect(repairCharacters('―〜⋯➀')).toBe('—～…①');
  });

  it('turns bullets of symbol fonts into one sign and ASCII of symbol encodings into ASCII', () => {
    expect(repairCharacters('\uf06c\uf0b7\uf0d8', 'Wingdings')).toBe('●●●');
    expect(repairCharacters('\uf041', 'SomeFont')).toBe('A');
  });

  it('drops what nobody can read or see, and makes every white space one space', () => {
    expect(repairCharacters('a\u00adb\u200bc\ufeff\u0001\ue123\uffff')).toBe('abc');
    expect(repairCharacters('a\u3000b\u00a0c')).toBe('a b c');
  });
});
