/** The picture of a page with what can be done with it. */
import { adoptStyles } from '../adopt-styles.ts';
import { announce } from '../announce.ts';
import { element } from '../search/element.ts';
import css from './share-dialog.css?inline';

interface Shared {
  readonly name: string;
  readonly picture: string;
  /** Absolute. */
  readonly address: string;
}

let dialog: HTMLDialogElement | undefined;

/** Opens the dialog for the picture that a link leads to. */
export function openShare(link: HTMLAnchorElement): void {
  adoptStyles(css);
  dialog?.remove();
  const { share: name = '', shareAddress = '' } = link.dataset;
  dialog = build({ name, picture: link.href, address: new URL(shareAddress, location.href).href });
  document.body.append(dialog);
  dialog.showModal();
}

function build(shared: Shared): HTMLDialogElement {
  const { name, picture } = shared;
  const image = element('img', { src: picture, alt: `${name}（图片）` });
  image.addEventListener('error', () => image.replaceWith(element('p', {}, '图片没有读到，请再试一次。')));
  const close = element('button', { type: 'button' }, '关闭');
  const save = element('a', { href: picture, download: fileName(picture) }, '保存图片');
  const tools = element('div', { class: 'share-tools' }, save, close);
  if (typeof navigator.share === 'function') tools.prepend(sendButton(shared));
  const box = element(
    'dialog',
    { class: 'share-dialog', 'aria-label': `分享：${name}` },
    element('div', { class: 'share-picture', tabindex: '0', role: 'region', 'aria-label': '图片' }, image),
    element('p', {}, matchMedia('(pointer: coarse)').matches ? TOUCH_WORDS : MOUSE_WORDS),
    tools,
  );
  close.addEventListener('click', () => box.close());
  box.addEventListener('click', (event) => event.target === box && box.close());
  return box;
}

const TOUCH_WORDS = '长按图片，可发送给朋友或保存。';
const MOUSE_WORDS = '右键点按图片，可复制或另存。';

/** `caict-ai-2024-viewpoint-5.png`. */
function fileName(picture: string): string {
  const [report = '', , card = ''] = new URL(picture).pathname.split('/').slice(-3);
  return `${report}-${card.replace('-tall', '')}`;
}

function sendButton(shared: Shared): HTMLButtonElement {
  const button = element('button', { type: 'button' }, '发送给…');
  button.addEventListener('click', () => void send(shared));
  return button;
}

/** Sends picture and address, or the address alone where the system takes no files. */
async function send({ name, picture, address }: Shared): Promise<void> {
  const link = { title: name, url: address };
  try {
    const blob = await (await fetch(picture)).blob();
    const withPicture = { ...link, files: [new File([blob], fileName(picture), { type: blob.type })] };
    await navigator.share(navigator.canShare?.(withPicture) ? withPicture : link);
  } catch (error) {
    // Closing the system's own sheet is no failure.
    if (!(error instanceof DOMException && error.name === 'AbortError'))
      announce('没有发送成功，可以保存图片后再发');
  }
}
