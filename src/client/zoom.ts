/** Opens a picture over the page at its full size. Without scripts the link opens the picture itself. */
let dialog: HTMLDialogElement | undefined;

function build(): HTMLDialogElement {
  const box = document.createElement('dialog');
  box.className = 'zoom-dialog';
  box.setAttribute('aria-label', '放大的图片');
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '关闭';
  close.addEventListener('click', () => box.close());
  const stage = document.createElement('div');
  // What is larger than the window is scrolled by the keyboard too.
  stage.tabIndex = 0;
  stage.setAttribute('role', 'region');
  stage.setAttribute('aria-label', '图片');
  box.append(stage, close);
  box.addEventListener('click', (event) => event.target === box && box.close());
  document.body.append(box);
  return box;
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest<HTMLAnchorElement>('a[data-zoom]');
  const picture = link?.querySelector('img');
  if (!link || !picture) return;
  event.preventDefault();
  dialog ??= build();
  const image = document.createElement('img');
  image.src = link.href;
  image.alt = picture.alt;
  // Twice the size on the page: the file holds that many pixels.
  image.style.inlineSize = `${Number(picture.getAttribute('width')) * 2}px`;
  dialog.firstElementChild?.replaceChildren(image);
  dialog.showModal();
});

export {};
