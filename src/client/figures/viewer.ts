import { adoptStyles } from '../adopt-styles.ts';
import { Stage } from './stage.ts';
import css from './viewer.css?inline';

/** How much a key or button enlarges. */
const STEP = 1.5;
/** Pixels by which an arrow key moves the picture. */
const STRIDE = 60;

interface Viewer {
  readonly dialog: HTMLDialogElement;
  readonly stage: Stage;
  readonly caption: HTMLElement;
}

let viewer: Viewer | undefined;

function createButton(name: string, sign: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', name);
  button.textContent = sign;
  button.addEventListener('click', act);
  return button;
}

function moveByKeys(event: KeyboardEvent, stage: Stage): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const actions: Readonly<Record<string, () => void>> = {
    '+': () => stage.zoom(STEP),
    '=': () => stage.zoom(STEP),
    '-': () => stage.zoom(1 / STEP),
    '0': () => stage.showWhole(),
    ArrowLeft: () => stage.move(STRIDE, 0),
    ArrowRight: () => stage.move(-STRIDE, 0),
    ArrowUp: () => stage.move(0, STRIDE),
    ArrowDown: () => stage.move(0, -STRIDE),
  };
  const act = actions[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function build(): Viewer {
  adoptStyles(css);
  const dialog = document.createElement('dialog');
  dialog.className = 'figure-viewer';
  dialog.setAttribute('aria-label', '放大的图片');
  const stage = new Stage();
  const caption = document.createElement('p');
  const tools = document.createElement('div');
  tools.setAttribute('role', 'toolbar');
  tools.setAttribute('aria-label', '缩放');
  tools.append(
    createButton('缩小', '−', () => stage.zoom(1 / STEP)),
    createButton('还原', '还原', () => stage.showWhole()),
    createButton('放大', '+', () => stage.zoom(STEP)),
    createButton('关闭', '✕', () => dialog.close()),
  );
  const foot = document.createElement('div');
  foot.append(caption, tools);
  dialog.append(stage.element, foot);
  dialog.addEventListener('keydown', (event) => moveByKeys(event, stage));
  document.body.append(dialog);
  return { dialog, stage, caption };
}

/** Number, caption and source of a figure, without their controls. */
function captionOf(link: HTMLElement): readonly Node[] {
  const caption = link.closest('figure, data-table')?.querySelector('figcaption, caption');
  const copy = caption?.cloneNode(true);
  if (!(copy instanceof Element)) return [];
  for (const control of copy.querySelectorAll('[data-search-ignore]')) control.remove();
  return [...copy.childNodes];
}

/** Shows the picture of a link over the page, as large as it fits, to be enlarged. */
export function openViewer(link: HTMLAnchorElement): void {
  viewer ??= build();
  const { dialog, stage, caption } = viewer;
  caption.replaceChildren(...captionOf(link));
  dialog.showModal();
  stage.show(link.href, link.querySelector('img'));
}
