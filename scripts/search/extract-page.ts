import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import {
  PASSAGE_KINDS,
  type Passage,
  type PassageKind,
  type SectionRecord,
} from '../../src/lib/search/model.ts';

/** Elements that stand on their own lines or in their own cells: their text never touches that of the next. */
const SEPARATE = new Set([
  'br',
  'td',
  'th',
  'tr',
  'li',
  'p',
  'div',
  'caption',
  'dt',
  'dd',
  'h1',
  'h2',
  'h3',
  'h4',
]);
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'button', 'svg']);

/** The sections of one page. */
export interface IndexedPage {
  readonly report: string;
  /** Place of the chapter in its report, from 1; 0 for the report's home. */
  readonly order: number;
  readonly url: string;
  readonly sections: readonly SectionRecord[];
}

function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  return value === undefined || value === null || value === false ? undefined : String(value);
}

const isIgnored = (element: Element): boolean =>
  UNREAD.has(element.tagName) || attribute(element, 'dataSearchIgnore') !== undefined;
const isPassage = (element: Element): boolean => attribute(element, 'dataPassage') !== undefined;

/** The text that a reader sees; other passages inside are theirs, not this one's. */
function readText(element: Element, isOuter = true): string {
  // What is left out inside a line (a page mark, a permalink) leaves no gap.
  if (isIgnored(element) || (!isOuter && isPassage(element))) return SEPARATE.has(element.tagName) ? ' ' : '';
  const inner = element.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      return child.type === 'element' ? readText(child, false) : '';
    })
    .join('');
  return !isOuter && SEPARATE.has(element.tagName) ? ` ${inner} ` : inner;
}

const collapse = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

interface Place {
  /** Nearest id around. */
  readonly id: string;
  /** Nearest table around, whose cells a caption stands for. */
  readonly table: Element | undefined;
}

/** The printed page that begins where the passage does, before any of its text. */
function leadingPage(element: Element): string | undefined {
  for (const child of element.children) {
    if (child.type === 'text' && child.value.trim() !== '') return undefined;
    if (child.type !== 'element') continue;
    return attribute(child, 'dataPageLabel') ?? (isIgnored(child) ? undefined : leadingPage(child));
  }
  return undefined;
}

function toPassage(element: Element, place: Place, page: string | undefined): Passage | undefined {
  const kind = PASSAGE_KINDS.find((known) => known === attribute(element, 'dataPassage'));
  if (kind === undefined) {
    throw new TypeError(
      `data-passage="${attribute(element, 'dataPassage') ?? ''}" on #${place.id} is none of ${PASSAGE_KINDS.join(', ')}.`,
    );
  }
  const table = kind === 'table' && element.tagName === 'caption' ? place.table : undefined;
  const own = readText(element);
  const text = collapse(table === undefined ? own : `${own} ${readText({ ...table, properties: {} })}`);
  const label = attribute(element, 'dataPageLabel') ?? leadingPage(element) ?? page;
  if (text === '') return undefined;
  return { id: place.id, kind, text, ...(label === undefined || label === '' ? {} : { label }) };
}

function collectPassages(root: Element): readonly Passage[] {
  const passages: Passage[] = [];
  /** Printed page at this point, as the page marks and headings before it say. */
  let page: string | undefined;
  const visit = (element: Element, around: Place): void => {
    const marked = attribute(element, 'dataPageLabel');
    const kind = attribute(element, 'dataPassage');
    if (marked !== undefined && (kind === undefined || kind === 'heading' || kind === 'text')) page = marked;
    if (isIgnored(element)) return;
    const place: Place = {
      id: attribute(element, 'id') ?? around.id,
      table: element.tagName === 'table' ? element : around.table,
    };
    if (isPassage(element)) {
      const passage = toPassage(element, place, page);
      if (passage !== undefined) passages.push(passage);
    }
    for (const child of element.children) if (child.type === 'element') visit(child, place);
  };
  visit(root, { id: '', table: undefined });
  return passages;
}

function splitSections(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const sections: Passage[][] = [];
  for (const passage of passages) {
    const last = sections.at(-1);
    const begins: PassageKind = 'heading';
    if (last === undefined || passage.kind === begins) sections.push([passage]);
    else last.push(passage);
  }
  return sections;
}

/**
 * Reads the sections of one rendered page; undefined where its `main` carries no `data-index`.
 * @param html the page
 * @param url its address below the site's base: `caict-ai-2024/technology/`
 * @throws TypeError where a passage has no id or no known kind: results could not lead to it.
 */
export function extractPage(html: string, url: string): IndexedPage | undefined {
  if (!html.includes('data-index')) return undefined;
  const main = select('main', fromHtml(html));
  if (main === undefined || attribute(main, 'dataIndex') === undefined) return undefined;
  const passages = collectPassages(main);
  const nameless = passages.find(({ id }) => id === '');
  if (nameless !== undefined)
    throw new TypeError(`${url}: a ${nameless.kind} has no id: ${nameless.text.slice(0, 30)}`);
  const chapterTitle = attribute(main, 'dataChapterTitle') ?? '';
  const reportTitle = attribute(main, 'dataReportTitle') ?? '';
  const report = attribute(main, 'dataReport') ?? '';
  const sections = splitSections(passages).map((section) => ({
    url,
    report,
    reportTitle,
    chapter: attribute(main, 'dataChapter') ?? '',
    chapterTitle,
    heading: section[0]?.kind === 'heading' ? section[0].text : chapterTitle || reportTitle,
    passages: section,
  }));
  return { report, order: Number(attribute(main, 'dataChapterOrder') ?? 0), url, sections };
}
