import { comparableText } from '../../scripts/ingest/genre/fold-text.ts';
import { describe, expect, it } from 'vitest';
import {
  sketchBytes,
  sketchSimilarity,
  textDigest,
  textSketch,
} from '../../scripts/ingest/transforms/fingerprint.ts';
import {
  bigrams,
  bigramWeights,
  containment,
  similarity,
} from '../../scripts/ingest/transforms/text-similarity.ts';

describe('texts are compared', () => {
  it('without width, case, space, punctuation and symbols', () => {
    expect(comparableText('《ＡＩ》 + Ａgent：２０２４年！')).toBe('aiagent2024年');
  });

  it('by their pairs of neighbouring characters', () => {
    expect([...bigrams('水，印 水印')]).toEqual(['水印', '印水']);
    expect([...bigrams('𠮷')]).toEqual(['𠮷']);
    expect([...bigrams('，')]).toEqual([]);
  });

  it.each([
    ['水印技术', '水印技术', 1],
    ['水印技术', '水印标准', 1 / 5],
    ['水印', '治理', 0],
    ['，', '。', 1],
    ['水印', '', 0],
    ['', '水印', 0],
  ])('%s and %s share %d of all pairs', (first, second, share) => {
    expect(similarity(first, second)).toBeCloseTo(share, 10);
  });
});

describe('the share of one text in another', () => {
  const [part, whole] = [bigrams('水印技术'), bigrams('水印标准')];
  it('is that of its pairs', () => {
    expect(containment(part, whole)).toBeCloseTo(1 / 3, 10);
    expect(containment(new Set(), whole)).toBe(0);
  });

  it('counts pairs by their weight', () => {
    expect(containment(part, whole, (pair) => (pair === '水印' ? 2 : 1))).toBeCloseTo(2 / 4, 10);
    expect(containment(part, whole, () => 0)).toBe(0);
  });

  it('weighs a pair by how few texts hold it: most where none does, nearly nothing where all do', () => {
    const weightOf = bigramWeights([bigrams('水印'), bigrams('水印技'), bigrams('治理')]);
    expect(weightOf('水印')).toBeCloseTo(Math.log(4 / 2), 10);
    expect(weightOf('治理')).toBeCloseTo(Math.log(4), 10);
    expect(weightOf('标准')).toBeCloseTo(Math.log(4), 10);
  });
});

// These are stored in every permalinks.yaml: a change of the functions would lose the passages.
describe('fingerprints', () => {
  const TEXT = '各国从原则走向实践。';
  it('stay what they are in published manifests', () => {
    expect(textDigest('abc')).toBe('ba7816bf8f01cfea');
    expect(textDigest(' a\nb　c ')).toBe('ba7816bf8f01cfea');
    expect(textSketch('水印技术与标准')).toBe(
      'd25d16d8017b9e0f8ca05a9262258cac29574118862b358e174727c22983edd7',
    );
    expect(textSketch(TEXT)).toBe('5854bfa6bc2b5bac7c33eb60344759a8fc573669374f918b532f47fb8ca24a27');
    expect(textSketch('，')).toBe(`${textDigest('')}${'0'.repeat(48)}`);
  });

  it('have 32 bytes', () => {
    const bytes = sketchBytes(textSketch(TEXT));
    expect(bytes.length).toBe(32);
    expect([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(textSketch(TEXT));
  });

  it.each([
    [32, 1],
    [16, (0.5 - 1 / 256) / (1 - 1 / 256)],
    [1, (1 / 32 - 1 / 256) / (1 - 1 / 256)],
    [0, 0],
  ])('that agree in %i bytes are as alike as that says beyond chance', (equal, likeness) => {
    const first = new Uint8Array(32);
    const second = Uint8Array.from(first, (_, at) => (at < equal ? 0 : 1));
    expect(sketchSimilarity(first, second)).toBeCloseTo(likeness, 10);
  });
});
