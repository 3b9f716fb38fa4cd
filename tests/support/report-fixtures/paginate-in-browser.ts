/**
 * Runs inside the browser (types, imports and exports stripped, see `print-html.ts`): takes the blocks of `#matter` and lays them out on sheets of paper, with
 * paragraphs, tables and boxes that run over the foot of a page, footnotes, running heads and a table of contents. The
 * browser's own print has no footnotes, and here the place of every block is known.
 */
import { cut, lineStart } from './cut-in-browser.ts';

interface Options {
  readonly noteMark: '1' | '①' | '[1]' | '*';
  readonly notesRestart: boolean;
  readonly continuedTables: 'header' | 'headerAndLabel' | 'bare';
  readonly watermark: boolean;
  readonly title: string;
}
interface Sheet {
  readonly element: HTMLElement;
  readonly flow: HTMLElement;
  readonly notes: HTMLElement;
  readonly part: string;
  chapter: string;
}

const options = JSON.parse(document.body.dataset['options']!) as Options;
/** All sheets, in order. */
export const sheets: Sheet[] = [];
/** The box that is being filled, or null: its shell is made again on the next sheet. */
let shell: HTMLElement | null = null;
let noteCount = 0;
let chapter = '';

function newSheet(part: string, wide = false): Sheet {
  const element = document.createElement('div');
  element.className = wide ? 'sheet wide' : 'sheet';
  element.innerHTML =
    '<div class="head"></div><div class="flow"></div><div class="notes"></div><div class="foot"></div>';
  if (options.watermark && part !== 'cover')
    element.insertAdjacentHTML('afterbegin', '<div class="watermark">内部交流使用</div>');
  document.querySelector('#sheets')!.append(element);
  const [flow, notes] = [
    element.querySelector<HTMLElement>('.flow')!,
    element.querySelector<HTMLElement>('.notes')!,
  ];
  const sheet = { element, flow, notes, part, chapter };
  sheets.push(sheet);
  if (options.notesRestart) noteCount = 0;
  if (shell) {
    shell = shell.cloneNode(false) as HTMLElement;
    flow.append(shell);
  }
  return sheet;
}
const current = (): Sheet => sheets.at(-1)!;
const container = (): HTMLElement => shell ?? current().flow;

function turnPage(): void {
  const old = shell;
  newSheet(current().part);
  if (old && old.childElementCount === 0) old.remove();
}

/** Whether everything on the sheet stands above its notes, with `reserve` points to spare. */
function fits(reserve = 0): boolean {
  const { flow, notes } = current();
  const limit =
    notes.childElementCount > 0 ? notes.getBoundingClientRect().top - 6 : flow.getBoundingClientRect().bottom;
  const last = flow.lastElementChild;
  return last === null || last.getBoundingClientRect().bottom + reserve / 0.75 <= limit;
}

function markText(number: number): string {
  if (options.noteMark === '①') return String.fromCodePoint(0x245f + number);
  if (options.noteMark === '[1]') return `[${number}]`;
  return options.noteMark === '*' ? '*'.repeat(number) : String(number);
}
/** Adds the notes of `element` to the sheet and numbers their marks; returns the way back. */
function addNotes(element: Element): () => void {
  const before = noteCount;
  const added = [...element.querySelectorAll<HTMLElement>('.mark')].map((mark) => {
    const label = markText((noteCount += 1));
    mark.textContent = label;
    const note = document.createElement('p');
    note.innerHTML = '<sup></sup>';
    note.firstElementChild!.textContent = label;
    note.append(` ${mark.dataset['note']!}`);
    current().notes.append(note);
    return note;
  });
  return () => {
    for (const note of added) note.remove();
    noteCount = before;
  };
}

/** Splits `element` at the last place where its first part fits; false where no line of it does. */
function splitParagraph(element: HTMLElement): boolean {
  const text = element.textContent ?? '';
  let [low, high] = [0, text.length - 8];
  const tryAt = (at: number): boolean => {
    const [first] = cut(element, at);
    container().append(first);
    const undo = addNotes(first);
    const good = fits();
    undo();
    first.remove();
    return good;
  };
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (tryAt(middle)) low = middle;
    else high = middle - 1;
  }
  container().append(element);
  const at = lineStart(element, low);
  element.remove();
  if (at === 0) return false;
  const [first, rest] = cut(element, at);
  container().append(first);
  addNotes(first);
  turnPage();
  placeParagraph(rest);
  return true;
}

function placeParagraph(element: HTMLElement): void {
  container().append(element);
  const undo = addNotes(element);
  if (fits()) return;
  undo();
  element.remove();
  if (splitParagraph(element)) return;
  turnPage();
  container().append(element);
  addNotes(element);
}

function placeBox(box: HTMLElement): void {
  const children = [...box.children] as HTMLElement[];
  shell = box.cloneNode(false) as HTMLElement;
  current().flow.append(shell);
  if (!fits(60)) turnPage();
  for (const child of children) placeParagraph(child);
  shell = null;
}

/** Rows go one by one, those that a cell spans together; the head is repeated where the look says so. */
function placeTable(block: HTMLElement): void {
  const rows = [...block.querySelectorAll('tbody > tr')];
  const source = block.querySelector('.source');
  for (const row of rows) row.remove();
  source?.remove();
  let body = block.querySelector('tbody')!;
  const wide = block.classList.contains('landscape');
  if (wide) newSheet(current().part, true);
  current().flow.append(block);
  if (!fits(60)) {
    block.remove();
    turnPage();
    current().flow.append(block);
  }
  for (let at = 0; at < rows.length;) {
    const size = Math.max(
      1,
      ...[...rows[at]!.children].map((cell) => (cell as HTMLTableCellElement).rowSpan),
    );
    const group = rows.slice(at, at + size);
    body.append(...group);
    if (!fits(source ? 16 : 0)) {
      for (const row of group) row.remove();
      body = continueTable(block);
      body.append(...group);
    }
    at += size;
  }
  if (source) current().flow.lastElementChild!.append(source);
  if (wide) newSheet(current().part);
}
function continueTable(block: HTMLElement): HTMLTableSectionElement {
  const next = block.cloneNode(true) as HTMLElement;
  for (const old of next.querySelectorAll('tbody > tr, .caption, .source')) old.remove();
  if (options.continuedTables === 'bare') next.querySelector('thead')!.remove();
  if (options.continuedTables === 'headerAndLabel') {
    next.insertAdjacentHTML('afterbegin', `<div class="continued-label">续${block.dataset['label']}</div>`);
  }
  turnPage();
  current().flow.append(next);
  return next.querySelector('tbody')!;
}

function placeHeading(element: HTMLElement): void {
  const isChapter = element.dataset['level'] === '1';
  if (element.dataset['newPage'] !== undefined && current().flow.childElementCount > 0) turnPage();
  current().flow.append(element);
  if (!fits(60)) {
    element.remove();
    turnPage();
    current().flow.append(element);
  }
  if (isChapter) chapter = element.textContent ?? '';
  if (isChapter || current().flow.childElementCount === 1) current().chapter = chapter;
}

function placeBlock(element: HTMLElement): void {
  if (element.classList.contains('heading')) placeHeading(element);
  else if (element.classList.contains('box')) placeBox(element);
  else if (element.classList.contains('table')) placeTable(element);
  else if (element.tagName === 'P') placeParagraph(element);
  else {
    current().flow.append(element);
    if (fits()) return;
    element.remove();
    turnPage();
    current().flow.append(element);
  }
}

/** Lays everything out on `sheets`, for `finish-in-browser.ts`. */
function layOut(): void {
  for (const section of document.querySelectorAll<HTMLElement>('#matter > section')) {
    newSheet(section.dataset['part']!);
    for (const element of [...section.children]) placeBlock(element as HTMLElement);
  }
  document.querySelector('#matter')!.remove();
}

layOut();
