/** Runs inside the browser after `paginate-in-browser.ts`: page numbers, running heads, contents, and where things stand. */
import { sheets } from './paginate-in-browser.ts';

interface FinishOptions {
  readonly pageNumberForm: 'plain' | 'dashes' | 'emDashes' | 'ofTotal' | 'slash';
  readonly pageNumberPlace: 'topRight' | 'bottom' | 'outer';
  readonly frontLabels: 'none' | 'roman' | 'continued';
  readonly runningHead: 'none' | 'title' | 'titleAndChapter';
  readonly title: string;
  readonly leader: '.' | '…' | '·' | 'none';
  readonly headLogo: boolean;
}
const look = JSON.parse(document.body.dataset['options']!) as FinishOptions;
const all = sheets;
const bodyFrom = all.findIndex(({ part }) => part === 'body') + 1;
const bodyTo = all.findLastIndex(({ part }) => part === 'body') + 1;
const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

const LOGO =
  '<svg class="logo" viewBox="0 0 46 14"><rect width="14" height="14" fill="#2f6f9f"/><circle cx="24" cy="7" r="6" fill="#d98032"/><path d="M34 13L40 1L46 13Z" fill="#6a9f58"/></svg>';

/** The number printed on a physical page, '' where none is. */
function labelOf(page: number): string {
  const { part } = all[page - 1]!;
  if (part === 'cover' || part === 'back-cover') return '';
  if (look.frontLabels === 'continued') return String(page);
  if (part === 'body') return String(page - bodyFrom + 1);
  return look.frontLabels === 'roman' ? ROMAN[page - 1]! : '';
}
function dressed(label: string): string {
  const last = look.frontLabels === 'continued' ? bodyTo : bodyTo - bodyFrom + 1;
  if (label === '') return '';
  if (look.pageNumberForm === 'dashes') return `- ${label} -`;
  if (look.pageNumberForm === 'emDashes') return `— ${label} —`;
  if (/^[ivx]+$/u.test(label)) return label;
  if (look.pageNumberForm === 'ofTotal') return `第 ${label} 页 共 ${last} 页`;
  return look.pageNumberForm === 'slash' ? `${label} / ${last}` : label;
}

function furnish(sheet: (typeof sheets)[number], page: number): void {
  if (sheet.part === 'cover' || sheet.part === 'back-cover') {
    sheet.element.querySelector('.head')!.remove();
    return;
  }
  const even = page % 2 === 0;
  const head = sheet.element.querySelector<HTMLElement>('.head')!;
  const foot = sheet.element.querySelector<HTMLElement>('.foot')!;
  if (look.runningHead !== 'none') {
    const words =
      look.runningHead === 'titleAndChapter' && even && sheet.chapter !== '' ? sheet.chapter : look.title;
    head.textContent = words;
    const side = even || look.pageNumberPlace === 'topRight' ? 'left' : 'right';
    head.classList.add(look.runningHead === 'title' ? 'centre' : side);
  }
  if (look.headLogo) head.insertAdjacentHTML('beforeend', LOGO);
  const number = dressed(labelOf(page));
  if (look.pageNumberPlace === 'topRight')
    head.insertAdjacentHTML('beforeend', `<span style="position:absolute;right:0;top:0">${number}</span>`);
  else foot.textContent = number;
  if (look.pageNumberPlace === 'outer') foot.classList.add(even ? 'left' : 'right');
}

function placeOf(index: number): { page: number; box: [number, number, number, number] } | null {
  const element = document.querySelector(`[data-block="${index}"]`);
  const sheet = element?.closest('.sheet');
  if (!element || !sheet) return null;
  const [inner, outer] = [element.getBoundingClientRect(), sheet.getBoundingClientRect()];
  const points = [
    inner.left - outer.left,
    inner.top - outer.top,
    inner.right - outer.left,
    inner.bottom - outer.top,
  ];
  const page = all.findIndex((one) => one.element === sheet) + 1;
  return { page, box: points.map((x) => Math.round(x * 7.5) / 10) as [number, number, number, number] };
}

function fillContents(): void {
  for (const line of document.querySelectorAll<HTMLElement>('.toc')) {
    const index = Number(line.dataset['target']);
    const place = placeOf(index) ?? tablePlace(line);
    line.querySelector('.number')!.textContent = place === null ? '' : labelOf(place.page);
    const dots = line.querySelector<HTMLElement>('.dots')!;
    if (look.leader === 'none') continue;
    dots.textContent = look.leader;
    const each = (() => {
      dots.style.flex = 'none';
      const { width } = dots.getBoundingClientRect();
      dots.style.flex = '';
      return width;
    })();
    const room = dots.getBoundingClientRect().width - each;
    dots.textContent = look.leader.repeat(Math.max(3, Math.floor(room / each)));
  }
}
/** Tables carry no index of their own: found by the words of their caption. */
function tablePlace(line: HTMLElement): { page: number } | null {
  const words = line.querySelector('.entry')!.textContent;
  const caption = [...document.querySelectorAll('.caption')].find((one) => one.textContent === words);
  const sheet = caption?.closest('.sheet');
  return sheet ? { page: all.findIndex((one) => one.element === sheet) + 1 } : null;
}

all.forEach((sheet, n) => {
  furnish(sheet, n + 1);
});
fillContents();
const indexes = [...document.querySelectorAll<HTMLElement>('.sheet [data-block]')].map((one) =>
  Number(one.dataset['block']),
);
const places = indexes.map((index) => [index, placeOf(index)] as const);
Object.assign(window, { layout: { pageCount: all.length, bodyFrom, places } });
