import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../scripts/ingest/model/document.ts';
import { flowElement, lineElement, serializeMdx } from '../../scripts/ingest/writers/mdx-nodes.ts';
import { writeInlines } from '../../scripts/ingest/writers/write-inlines.ts';
import { compileMdx, mdxElements, mdxText } from '../support/compile-mdx.ts';
import { hostileText } from '../support/hostile-text.ts';

const RUNS = { numRuns: 1000 };

const inlineArbitrary = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    hostileText().map((value): Inline => ({ type: 'text', value })),
    fc
      .tuple(
        fc.constantFrom('strong' as const, 'emphasis' as const, 'superscript' as const),
        fc.array(tie('inline'), { maxLength: 3 }),
      )
      .map(([type, children]): Inline => ({ type, children })),
    fc.constant<Inline>({ type: 'break' }),
    fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('', '12', 'IV'))
      .map(([page, label]): Inline => ({ type: 'pageMark', page, label })),
  ),
})).inline;

function expectedText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.type === 'text' ? inline.value : 'children' in inline ? expectedText(inline.children) : '',
    )
    .join('');
}

describe('MDX', () => {
  it('says exactly the text that was written, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText(), { minLength: 1, maxLength: 4 }), async (texts) => {
        const source = serializeMdx(
          texts.map((text, index) =>
            lineElement('Passage', { id: `p${String(index)}` }, [{ type: 'text', value: text }]),
          ),
        );
        const passages = mdxElements(await compileMdx(source), 'Passage');
        expect(passages.map((passage) => mdxText(passage.children))).toEqual(texts);
      }),
      RUNS,
    );
  });

  it.each(['😀_a_🀀', '😀_a_b', 'x_a_🀀', '__a__😀', '𠮷_a_𠮷', '\\_a_😀'])(
    'keeps underscores beside signs beyond the first plane: %s',
    async (text) => {
      const written = serializeMdx([lineElement('Passage', {}, [{ type: 'text', value: text }])]);
      expect(mdxText(await compileMdx(written))).toBe(text);
      const parted = [...text].map((value) => ({ type: 'text' as const, value }));
      expect(mdxText(await compileMdx(serializeMdx([lineElement('Passage', {}, parted)])))).toBe(text);
    },
  );

  it('keeps text and elements inside items, cells and boxes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(inlineArbitrary, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        async (lines) => {
          const items = lines.map((line) =>
            flowElement('Item', {}, [
              lineElement(
                'Passage',
                {},
                writeInlines(line, () => undefined),
              ),
            ]),
          );
          const nodes = await compileMdx(
            serializeMdx([flowElement('Box', {}, [flowElement('ItemList', {}, items)])]),
          );
          const passages = mdxElements(mdxElements(nodes, 'Item'), 'Passage');
          expect(passages.map((passage) => mdxText(passage.children))).toEqual(lines.map(expectedText));
        },
      ),
      RUNS,
    );
  });

  it('keeps the text of attributes', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileText().filter((text) => text !== ''),
        async (text) => {
          const source = serializeMdx([
            lineElement('Figure', { id: 'f1', alt: text }, [{ type: 'text', value: '图' }]),
          ]);
          const [figure] = mdxElements(await compileMdx(source), 'Figure');
          expect(figure?.attributes).toEqual({ id: 'f1', alt: text });
        },
      ),
      RUNS,
    );
  });

  it('runs nothing that a text holds', async () => {
    const texts = [
      '{process.exit()}',
      '{globalThis.wasRun = true}',
      '<script>globalThis.wasRun = true</script>',
      "import x from 'y'",
      'export const x = 1',
    ];
    const nodes = await compileMdx(
      serializeMdx(texts.map((value) => lineElement('Passage', {}, [{ type: 'text', value }]))),
    );
    expect(nodes.map((node) => mdxText([node]))).toEqual(texts);
    expect(mdxElements(nodes, 'script')).toEqual([]);
    expect('wasRun' in globalThis).toBe(false);
  });
});
