/** A text to be copied by hand, where the browser does not let a page copy. */
let dialog: HTMLDialogElement | undefined;

function build(): HTMLDialogElement {
  const box = document.createElement('dialog');
  box.className = 'quote-text-dialog';
  box.innerHTML = `<form method="dialog"><h2 id="quote-text-name"></h2><p>浏览器不允许网页复制。文字已选中，请按住或用 Ctrl C 复制。</p><textarea readonly rows="8" aria-labelledby="quote-text-name"></textarea><button>关闭</button></form>`;
  box.setAttribute('aria-labelledby', 'quote-text-name');
  box.addEventListener('click', (event) => event.target === box && box.close());
  (document.querySelector('main') ?? document.body).append(box);
  return box;
}

export function showText(text: string, name: string): void {
  dialog ??= build();
  const [heading, area] = [dialog.querySelector('h2'), dialog.querySelector('textarea')];
  if (!heading || !area) return;
  heading.textContent = name;
  area.value = text;
  dialog.showModal();
  area.focus();
  area.select();
}
