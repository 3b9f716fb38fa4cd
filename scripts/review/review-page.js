/** What the review page can do beyond links and forms: keys, and showing which box belongs to which block. */

const items = [...document.querySelectorAll('.blocks > li')];

function mark(id, on) {
  for (const rect of document.querySelectorAll(`rect[data-block="${id}"]`))
    rect.classList.toggle('marked', on);
}

for (const item of items) {
  for (const [start, end] of [
    ['mouseenter', 'mouseleave'],
    ['focusin', 'focusout'],
  ]) {
    item.addEventListener(start, () => mark(item.id, true));
    item.addEventListener(end, () => mark(item.id, false));
  }
}

function move(step) {
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[at < 0 ? (step > 0 ? 0 : items.length - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.matches('input, select, textarea');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'j') move(1);
  else if (event.key === 'k') move(-1);
  else document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`)?.click();
});
