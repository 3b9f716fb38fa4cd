import { describe, expect, it } from 'vitest';
import { withUndecodablePictures } from '../../scripts/ingest/readers/pdf/gate/undecodable-pictures.ts';

const patched = (text: string): string =>
  Buffer.from(withUndecodablePictures(Buffer.from(text, 'latin1'))).toString('latin1');

describe('a copy of a file in which photographs cannot be decoded', () => {
  it.each([
    ['<< /Filter /DCTDecode >>', '<< /Filter /JPXDecode >>'],
    ['<</Filter/DCTDecode/Width 3>>', '<</Filter/JPXDecode/Width 3>>'],
    ['/Filter [ /FlateDecode /DCTDecode ]', '/Filter [ /FlateDecode /JPXDecode ]'],
    ['/Filter /DCTDecode >> /Filter /DCTDecode', '/Filter /JPXDecode >> /Filter /JPXDecode'],
  ])('names another kind where %s says how a picture is stored', (dictionary, expected) => {
    expect(patched(dictionary)).toBe(expected);
  });

  it.each(['(/DCTDecode) Tj', '/Filter /FlateDecode >> (/DCTDecode)', '/F1 /DCTDecode Do'])(
    'leaves %s alone',
    (other) => {
      expect(patched(other)).toBe(other);
    },
  );

  it('does not touch the file itself', () => {
    const bytes = new Uint8Array(Buffer.from('/Filter /DCTDecode'));
    withUndecodablePictures(bytes);
    expect(Buffer.from(bytes).toString()).toBe('/Filter /DCTDecode');
  });
});
