import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, publish } from '../support/link-targets.ts';

const RUNS = { numRuns: 150 };
const HAN = [...'人工智能技术创新应用赋能安全治理数据算力模型平台产业发展国际合作标准测试评估推理训练'];

/** Sentences of 20 to 40 characters; two of them share few neighbouring characters. */
const sentence = fc.string({ unit: fc.constantFrom(...HAN), minLength: 20, maxLength: 40 });
const line = fc
  .tuple(fc.constantFrom('s', 'p', 'p', 'p', 'f', 't', 'n'), sentence)
  .map(([kind, text]): Line => `${kind} ${text}`);
const report = fc
  .uniqueArray(line, { minLength: 1, maxLength: 14, selector: (text) => text })
  .map((lines): readonly Line[] =>
    lines.flatMap((text, index) =>
      index % 5 === 0 ? [`# c${String(index)} 第${text.slice(2)}`, text] : [text],
    ),
  );

/** A later state of a report: lines dropped, moved, edited and added. */
const revision = fc
  .tuple(report, fc.infiniteStream(fc.nat(5)), fc.array(line, { maxLength: 4 }))
  .map(([lines, choices, added]) => {
    const next: Line[] = [];
    for (const text of lines) {
      const choice = choices.next().value ?? 5;
      if (choice === 0) continue;
      if (choice === 1) next.unshift(text);
      else next.push(choice === 2 ? `${text.slice(0, -3)}近年来` : text);
    }
    return { lines, next: [...next, ...added] };
  });

describe('permanent ids', () => {
  it('are one for each passage and never two for the same', () => {
    fc.assert(
      fc.property(revision, ({ lines, next }) => {
        const second = publish(next, publish(lines).permalinks);
        expect(new Set(second.lineIds).size).toBe(next.length);
        expect(new Set(second.permalinks.entries.map(({ id }) => id)).size).toBe(
          second.permalinks.entries.length,
        );
      }),
      RUNS,
    );
  });

  it('stay in the manifest for good, and lead to something that is there', () => {
    fc.assert(
      fc.property(revision, report, ({ lines, next }, last) => {
        const first = publish(lines);
        const second = publish(next, first.permalinks);
        const third = publish(last, second.permalinks);
        const known = third.permalinks.entries.map(({ id }) => id);
        expect(known).toEqual(expect.arrayContaining([...first.lineIds, ...second.lineIds]));
        const current = new Set(third.lineIds);
        for (const entry of third.permalinks.entries) {
          expect(current.has(entry.id) ? entry.id : (entry.replacedBy ?? ''), entry.id).toSatisfy(
            (id: string) => current.has(id),
          );
        }
      }),
      RUNS,
    );
  });

  it('stay with unchanged text wherever it moves', () => {
    fc.assert(
      fc.property(revision, ({ lines, next }) => {
        const first = publish(lines);
        const second = publish(next, first.permalinks);
        lines.forEach((text, index) => {
          const places = next.flatMap((other, place) => (other === text ? [place] : []));
          if (places.length === 1) expect(second.lineIds[places[0]!]).toBe(first.lineIds[index]);
        });
      }),
      RUNS,
    );
  });

  it('do not change on a second run', () => {
    fc.assert(
      fc.property(revision, ({ lines, next }) => {
        const second = publish(next, publish(lines).permalinks);
        const again = publish(next, second.permalinks);
        expect(again.lineIds).toEqual(second.lineIds);
        expect(again.permalinks).toEqual(second.permalinks);
      }),
      RUNS,
    );
  });
});
