import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { measureText, showable } from '../../src/cards/card-font.ts';
import { paintDrawing } from '../../src/cards/paint-drawing.ts';
import { readCharacters } from '../../src/cards/woff2-characters.ts';
import { parseBody } from '../../src/lib/book/parse-body.ts';
import type { Book } from '../../src/lib/book/model.ts';
import type { Drawing } from '../../src/lib/card/drawing.ts';
import { tallCards, wideCards } from '../../src/lib/card/report-cards.ts';
import { fitText } from '../../src/lib/card/text-block.ts';
import { wordsAfterLead } from '../../src/lib/card/viewpoint-words.ts';
import { readBook } from '../support/content-book.ts';
import { drawnLines } from '../support/drawn-lines.ts';

const ADDRESSES = {
  report: 'https://reader.example/caict-ai-2024/',
  viewpoint: (number: number) => `https://reader.example/caict-ai-2024/v/${number}/`,
};
const own = readBook();

const draw = (cards: ReturnType<typeof tallCards>, name: string): Drawing =>
  cards.find((card) => card.name === name)!.draw(measureText);
const bare = (text: string): string => text.replaceAll(/\s/gu, '');
const textOf = (drawing: Drawing): string => bare(drawnLines(drawing).join(''));

/** The report with one viewpoint of these words; `title` is its lead. */
function withViewpoint(title: string, text: string): Book {
  const [first] = own.viewpoints;
  const body = parseBody(`<Passage id="p5"><strong>${title}。</strong>${text}</Passage>`);
  return { ...own, viewpoints: [{ ...body, data: { ...first!.data, title } }] };
}

/** Marks whose ink, by their widths, does not lie on the picture. */
const outside = ({ width, height, marks }: Drawing) =>
  marks.filter((mark) => {
    const [w, h] =
      mark.kind === 'area'
        ? [mark.width, mark.height]
        : [measureText(mark.text.replace(/[，。、；：！？）》”]$/u, ''), mark.weight) * mark.size, 0];
    const left = mark.kind === 'text' && /^[（《“]/u.test(mark.text) ? mark.x + mark.size / 2 : mark.x;
    return left < 0 || mark.y < 0 || left + w > width || mark.y + h > height;
  });

describe('the card of a viewpoint', () => {
  it.each(own.viewpoints.map(({ data }) => data.number))('has every word of viewpoint %i', (number) => {
    const drawing = draw(tallCards(own, ADDRESSES), `viewpoint-${number}-tall`);
    const { data, blocks } = own.viewpoints.find((viewpoint) => viewpoint.data.number === number)!;
    const { paragraphs, isWhole } = wordsAfterLead(data.title, blocks);
    expect(isWhole).toBe(true);
    expect(textOf(drawing)).toContain(bare(data.title));
    expect(textOf(drawing)).toContain(
      bare(
        paragraphs
          .flat()
          .map(({ text }) => text)
          .join(''),
      ),
    );
    expect(outside(drawing)).toEqual([]);
  });

  it('names report, publisher, date and how to name the source', () => {
    const text = textOf(draw(tallCards(own, ADDRESSES), 'viewpoint-5-tall'));
    for (const part of ['核心观点5/7', '人工智能发展报告（2024年）', '2024年11月29日发布', own.report.notice])
      expect(text).toContain(part);
  });

  it('has a code that leads to its page, and none where the site has no public address', async () => {
    const scan = async (drawing: Drawing) => {
      const { data, info } = await sharp(await paintDrawing(drawing))
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
    };
    expect(await scan(draw(tallCards(own, ADDRESSES), 'viewpoint-5-tall'))).toBe(ADDRESSES.viewpoint(5));
    const without = draw(tallCards(own, undefined), 'viewpoint-5-tall');
    expect(textOf(without)).not.toContain('二维码');
    expect(await scan(without)).toBeUndefined();
  });

  it('ends with a whole sentence and says so where its words are too long', () => {
    const sentence = '这是一句二十个字的话它后面还有许多句。';
    const text = textOf(
      draw(tallCards(withViewpoint('甲乙', sentence.repeat(30)), ADDRESSES), 'viewpoint-1-tall'),
    );
    expect(text).toContain(`${sentence}……`);
    expect(text).toContain('（节选）');
    const whole = withViewpoint('甲乙', sentence.repeat(22));
    expect(textOf(draw(tallCards(whole, ADDRESSES), 'viewpoint-1-tall'))).not.toContain('节选');
  });

  it('marks an invented report', () => {
    const sample = { ...own, report: { ...own.report, sample: true } };
    for (const card of [...wideCards(sample), ...tallCards(sample, undefined)])
      expect(drawnLines(card.draw(measureText))[0]).toMatch(/^示例/u);
  });
});

describe('the words after a lead', () => {
  const words = (source: string, title: string) =>
    wordsAfterLead(title, parseBody(source).blocks).paragraphs.map((runs) =>
      runs.map(({ text, strong }) => (strong ? `*${text}*` : text)).join(''),
    );

  it('leave out the lead and the mark behind it, and keep what else is bold', () => {
    const source = '<Passage id="p1"><strong>甲乙。总体上，</strong>丙<strong>丁</strong></Passage>';
    expect(words(source, '甲乙')).toEqual(['*总体上，*丙*丁*']);
    expect(words('<Passage id="p1"><strong>甲乙，</strong>丙</Passage>', '甲乙')).toEqual(['丙']);
  });

  it('are the whole text where it does not begin with the title', () => {
    expect(words('<Passage id="p1">甲丙。</Passage>', '甲乙')).toEqual(['甲丙。']);
  });

  it('are nothing where the lead is all, and keep paragraphs apart', () => {
    expect(words('<Passage id="p1"><strong>甲乙。</strong></Passage>', '甲乙')).toEqual([]);
    const two = '<Passage id="p1"><strong>甲乙。</strong>丙</Passage>\n\n<Passage id="p2">丁</Passage>';
    expect(words(two, '甲乙')).toEqual(['丙', '丁']);
  });
});

describe('the card for link previews', () => {
  it('is there for the report, each chapter and each viewpoint, and has its title', () => {
    const cards = wideCards(own);
    expect(cards).toHaveLength(1 + own.chapters.length + own.viewpoints.length);
    expect(textOf(draw(cards, 'chapter-technology'))).toContain('二、技术创新（一）基础模型仍在快速演进迭代');
    expect(textOf(draw(cards, 'report'))).toContain('人工智能发展报告（2024年）');
    for (const card of cards) expect(outside(card.draw(measureText))).toEqual([]);
  });

  it.each([
    ['a long Chinese title', '高质量、大规模、多样化的数据集已经成为大模型发展的关键战略要素；'.repeat(9)],
    [
      'an English title',
      'Responsible AI: measuring what “trust” means — and why it isn’t the same as safety',
    ],
    [
      'a title of one long word',
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    ],
  ])('has the whole of %s', (_what, title) => {
    const drawing = draw(wideCards(withViewpoint(title, '丙')), 'viewpoint-1');
    expect(textOf(drawing)).toContain(bare(title));
    expect(outside(drawing)).toEqual([]);
  });

  it('cuts only a title for which even the smallest size is too large, and shows that', () => {
    const block = fitText(
      '一二三四五六七八九十',
      { weight: 700, color: '#000', leading: 1, manner: 'balanced' },
      { sizes: [20, 10], width: 30, height: 20, measure: () => 1 },
    );
    expect(block.units.map(({ text }) => text).join('')).toBe('一二三四……');
  });
});

describe('the font of the cards', () => {
  it('has what Chinese reports need', () => {
    const text = '智能体智能體〇—…“”‘’《》·％①㎡é℃№±≥→';
    expect(showable(text)).toEqual({ text, missing: [] });
  });

  it('shows a plain form, or a mark that printers set, for what it lacks, and says which', () => {
    expect(showable('CO₂与Ⅲ')).toEqual({ text: 'CO2与III', missing: [] });
    expect(showable('𠮷👩‍🔬𠮷')).toEqual({ text: '〓〓〓', missing: ['𠮷', '👩‍🔬'] });
  });

  it('is asked which characters it has, whatever its package says', () => {
    const file = createRequire(import.meta.url).resolve(
      '@fontsource-variable/noto-serif-sc/files/noto-serif-sc-latin-wght-normal.woff2',
    );
    const characters = readCharacters(readFileSync(file));
    expect(characters.has('A'.codePointAt(0)!)).toBe(true);
    expect(characters.has('₂'.codePointAt(0)!)).toBe(false);
    expect(() => readCharacters(Buffer.alloc(64))).toThrow('no WOFF2 font');
  });
});
