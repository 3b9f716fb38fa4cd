/** Lines → inlines: joined as Chinese is joined, with bold, superscripts, links and the marks where a page turns. */
import type { Inline } from '../../../model/document.ts';
import { plainText } from '../../../model/text-of.ts';
import { firstCharacter, isSpaced, lastCharacter } from '../../../genre/character-class.ts';
import type { LineSpan, TextLine } from './text-line.ts';

/** What `joinLines` needs to know beyond the lines. */
export interface JoinOptions {
  /** Printed labels by physical page, from index 0: a page mark is put in where the lines turn to another page. */
  readonly labels?: readonly string[];
  /** Whether a span reads as bold; by default its own flag. */
  readonly isStrong?: (span: LineSpan, line: TextLine) => boolean;
}

interface Stretch {
  text: string;
  readonly style: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly raised: boolean;
  readonly url: string;
  readonly page: number;
}

/** Raised text keeps the page that it stands on until notes are linked; the tree stage takes the field away. */
export interface RaisedText {
  readonly type: 'superscript';
  readonly children: readonly Inline[];
  readonly page: number;
}

const HYPHEN_AT_END = /[a-z]-$/u;
/** No space stands before a stop, however a line begins; `.5` is a number. */
const STOP_AT_START = /^(?:[,;:!?)\]]|\.(?!\d))/u;
const WORD_START = /^[a-z]/u;
/** Characters after which an address or path goes on without a space on the next line. */
const ADDRESS = /(?:https?:\/\/|www\.|doi[.:]|\.(?:com|cn|org|html?)\b)\S*$/iu;

/** What an address goes on with behind the stop at which it was cut: `cac.gov.cn/…`, `aspx?id=1`. */
const ADDRESS_REST = /^[a-z\d-]+[./?=_]\S/u;

/** Where a line may end inside of a word, it may end inside of the scheme of an address: `htt` and `ps://`. */
const SCHEME_CUT = /(?<![a-z\d])h(?:t(?:t(?:p(?:s?:\/?|s)?)?)?)?$/iu;
const SCHEME = /^https?:\/\//iu;

/** Digits that belong to Chinese on their other side (2022-20 and 30年) are one number: Chinese has no spaces around numbers. */
const NUMBER_IN_CHINESE = /[\p{Script=Han}，。、；：“”《》（）][\d.,-]*\d$/u;
const NUMBER_REST = /^[\d.,-]*\p{Script=Han}/u;

/** The text of the lines as one paragraph: no space between Chinese, one between Latin words. */
export function joinLines(lines: readonly TextLine[], options: JoinOptions = {}): Inline[] {
  const out: Inline[] = [];
  let pending: Stretch | null = null;
  let text = '';
  let page = lines[0]?.page ?? 0;
  let goesOn = false;
  const flush = (): void => {
    if (pending && pending.text !== '') out.push(toInline(pending));
    pending = null;
  };
  for (const line of lines) {
    line.spans.forEach((span, index) => {
      const joint = index > 0 || text === '' || goesOn ? '' : lineJoint(text, span.text, pending);
      const value = joint + span.text;
      if (line.page !== page) {
        flush();
        if (options.labels)
          out.push({ type: 'pageMark', page: line.page, label: options.labels[line.page - 1] ?? '' });
        page = line.page;
      }
      const next = stretchOf(span, line, options);
      if (pending?.style === next.style) pending.text += value;
      else {
        flush();
        pending = { ...next, text: value };
      }
      text = (text + value).slice(-200);
    });
    goesOn = line.goesOn ?? false;
  }
  flush();
  return trimInlines(out);
}

/** What stands between two lines: a space between Latin words, nothing else. */
function lineJoint(before: string, after: string, pending: Stretch | null): string {
  const [last, first] = [lastCharacter(before), firstCharacter(after)];
  if (!isSpaced(last) || !isSpaced(first) || pending?.raised || STOP_AT_START.test(after)) return '';
  if (ADDRESS.test(before) && (!/[.,;)]$/.test(before) || ADDRESS_REST.test(after))) return '';
  if (isCutInside(before, after)) return '';
  if (/[-/]$/.test(before) && !/\s[-/]$/.test(before)) return '';
  return HYPHEN_AT_END.test(before) && WORD_START.test(after) ? '' : ' ';
}

/** Whether two lines meet inside of the scheme of an address, or of a number. */
function isCutInside(before: string, after: string): boolean {
  const start = SCHEME_CUT.exec(before)?.[0];
  if (start !== undefined && SCHEME.test(start + after)) return true;
  return /^\d/u.test(after) && NUMBER_IN_CHINESE.test(before) && NUMBER_REST.test(after);
}

function stretchOf(span: LineSpan, line: TextLine, options: JoinOptions): Stretch {
  const strong = !span.raised && (options.isStrong ? options.isStrong(span, line) : span.bold);
  const emphasis = span.italic && !span.raised;
  const style = `${String(strong)}|${String(emphasis)}|${String(span.raised)}|${span.url}`;
  return { text: '', style, strong, emphasis, raised: span.raised, url: span.url, page: line.page };
}

function toInline({ text, strong, emphasis, raised, url, page }: Stretch): Inline {
  let inline: Inline = { type: 'text', value: text };
  if (raised) {
    const mark: RaisedText = { type: 'superscript', children: [{ ...inline, value: text.trim() }], page };
    inline = mark;
  }
  if (emphasis) inline = { type: 'emphasis', children: [inline] };
  if (strong) inline = { type: 'strong', children: [inline] };
  return url === '' ? inline : { type: 'link', url, children: [inline] };
}

/** Drops white space at both ends of a list of inlines. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  const list = [...inlines];
  const trimAt = (index: number, trim: (value: string) => string): void => {
    const inline = list[index];
    if (inline?.type === 'text') list[index] = { ...inline, value: trim(inline.value) };
  };
  trimAt(0, (value) => value.trimStart());
  trimAt(list.length - 1, (value) => value.trimEnd());
  return list.filter((inline) => inline.type !== 'text' || inline.value !== '');
}

/** The plain text of inlines; notes and page marks have none. */
export function inlineText(inlines: readonly Inline[]): string {
  return plainText(inlines, { lineBreak: '\n' });
}
