import { describe, expect, it } from 'vitest';
import type { Block, Book } from '../../src/lib/book/model.ts';
import { parseBody } from '../../src/lib/book/parse-body.ts';
import { spreadCells } from '../../src/lib/book/spread-cells.ts';
import { fileSize } from '../../src/lib/file-size.ts';
import { llmsText } from '../../src/lib/markdown/llms-text.ts';
import { chapterMarkdown, reportMarkdown } from '../../src/lib/markdown/write-markdown.ts';
import { sampleBook } from '../support/book-of-files.ts';

const SITE = new URL('https://reader.example');
const sample = sampleBook();
const lamps = sample.chapters[1]!;

/** The sample’s second chapter with other blocks, as Markdown below its head. */
function write(source: string): string {
  const { blocks, notes } = parseBody(source);
  return chapterMarkdown(sample, { data: lamps.data, blocks, notes }, SITE)
    .split('\n\n')
    .slice(2)
    .join('\n\n')
    .trim();
}

describe('Markdown of a chapter', () => {
  it('begins with its title and what leads back to its source', () => {
    expect(chapterMarkdown(sample, lamps, SITE).split('\n\n')[0]).toBe('# <a id="s2"></a>一、路灯的现状');
    const head = chapterMarkdown(sample, lamps, SITE).split('\n').slice(2, 9).join('\n');
    expect(head).toContain('> 来源：灯火研究所');
    expect(head).toContain('网页：<https://reader.example/sample-2025/lamps/>');
    expect(chapterMarkdown(sample, lamps, undefined)).not.toContain('网页：');
  });

  it('keeps ids as anchors and notes as footnotes', () => {
    expect(
      write(
        '<Passage id="p1">甲<NoteMark id="n1" label="1" /></Passage>\n\n<Notes>\n<Note id="n1" label="1">\n乙\n</Note>\n</Notes>',
      ),
    ).toBe('<a id="p1"></a>甲[^n1]\n\n[^n1]: <a id="n1"></a>乙');
  });

  it('takes punctuation out of strong text, so that its signs are none', () => {
    expect(write('<Passage id="p1"><strong>观点：甲。</strong>智能体</Passage>')).toBe(
      '<a id="p1"></a>**观点：甲**。智能体',
    );
    expect(write('<Passage id="p1"><strong>“甲”</strong>乙</Passage>')).toBe('<a id="p1"></a>“**甲**”乙');
    expect(write('<Passage id="p1">甲<strong>。</strong>乙</Passage>')).toBe('<a id="p1"></a>甲。乙');
  });

  it('escapes what would be markup', () => {
    expect(write('<Passage id="p1">\\*a\\* \\<b> \\[c]\\(d)</Passage>')).toBe(
      String.raw`<a id="p1"></a>\*a\* \<b> \[c]\(d)`,
    );
  });

  it('links to places of other chapters on the site, and to its own within itself', () => {
    expect(write('<Passage id="p1"><a href="../sky/#p3">甲</a><a href="#f1">乙</a></Passage>')).toBe(
      '<a id="p1"></a>[甲](https://reader.example/sample-2025/sky/#p3)[乙](#f1)',
    );
  });

  it('keeps the marks of lists that have numbers, and makes bullets of the others', () => {
    expect(
      write(
        '<ItemList>\n<Item id="p1" marker="●">甲</Item>\n\n<Item id="p2" marker="（1）">乙</Item>\n</ItemList>',
      ),
    ).toBe('- <a id="p1"></a>甲\n- <a id="p2"></a>（1） 乙');
  });

  it('shows a figure by its address, with caption and source', () => {
    expect(
      write(
        '<Figure id="f1" number="图 1" src="figures/f1.webp" width="6" height="4" alt="甲" source="来源：乙">题</Figure>',
      ),
    ).toBe('<a id="f1"></a>![甲](https://reader.example/sample-2025/assets/f1.webp)\n\n图 1 题\n\n来源：乙');
  });

  it('leaves the places empty that a cell of a table spans', () => {
    const rows = [
      [
        { columnSpan: 2, rowSpan: 1, name: 'a' },
        { columnSpan: 1, rowSpan: 2, name: 'b' },
      ],
      [{ columnSpan: 1, rowSpan: 1, name: 'c' }],
    ];
    expect(spreadCells(rows).map((row) => row.map((cell) => cell?.name ?? ''))).toEqual([
      ['a', '', 'b'],
      ['c', '', ''],
    ]);
  });

  it('keeps a listing as it is printed', () => {
    expect(write('<Listing id="p1">\n<Line>a</Line>\n\n<Line indent="2">\\`b\\`</Line>\n</Listing>')).toBe(
      '<a id="p1"></a>\n\n```\na\n  `b`\n```',
    );
  });

  it('has the text of viewpoints where they stand', () => {
    expect(write('<ViewpointCallout number="1" />')).toContain('> <a id="v1"></a>**核心观点 1**');
  });
});

describe('Markdown of a report', () => {
  it('has each of its chapters one level deeper, and links within itself', () => {
    const linked: Block = parseBody('<Passage id="p1"><a href="../sky/#p3">甲</a></Passage>').blocks[0]!;
    const book: Book = { ...sample, chapters: [{ ...lamps, blocks: [...lamps.blocks, linked] }] };
    const written = reportMarkdown(book, SITE);
    expect(written).toMatch(/^# 城市照明观察报告（2025年）\n/u);
    expect(written).toContain('\n## <a id="s2"></a>一、路灯的现状\n');
    expect(written).toContain('\n### <a id="s3"></a>（一）光源\n');
    expect(written).toContain('[甲](#p3)');
  });

  it('is named in llms.txt, chapter by chapter, with what is missing', () => {
    const text = llmsText([sample], SITE);
    expect(text).toContain('- [一、路灯的现状](https://reader.example/sample-2025/lamps.md)\n');
    expect(text).toContain('sky.md)：未收录全文');
    expect(text).toContain('(https://reader.example/sample-2025/corpus.jsonl)');
  });
});

describe('the size of a file', () => {
  it.each([
    [0, '0 字节'],
    [999, '999 字节'],
    [1000, '1.0 kB'],
    [99_949, '99.9 kB'],
    [99_950, '100 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [12_345_678, '12.3 MB'],
  ])('%d is %s', (bytes, words) => {
    expect(fileSize(bytes)).toBe(words);
  });
});
