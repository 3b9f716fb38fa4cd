import type { Drawing, TextMark } from '../../src/lib/card/drawing.ts';

/** The lines of text of a picture, from the top, each from the left. Marks on one baseline are one line. */
export function drawnLines({ marks }: Pick<Drawing, 'marks'>): readonly string[] {
  const texts = marks.filter((mark): mark is TextMark => mark.kind === 'text');
  const rows = [...Map.groupBy(texts, ({ y }) => y)].sort(([a], [b]) => a - b);
  return rows.map(([, row]) =>
    row
      .toSorted((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join(''),
  );
}
