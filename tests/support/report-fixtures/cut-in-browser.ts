/** Runs inside the browser: where a paragraph may be cut at the foot of a page. */
/** Characters nearer than this share of a line's height stand on one line: superscripts stand a little higher. */
const SAME_LINE = 0.6;

/** Cuts an element of running text in two before character `at`; marks and links keep what is theirs. */
export function cut(element: HTMLElement, at: number): [HTMLElement, HTMLElement] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = at;
  let node = walker.nextNode();
  while (node && left > node.textContent!.length) {
    left -= node.textContent!.length;
    node = walker.nextNode();
  }
  const [first, rest] = [document.createRange(), document.createRange()];
  first.setStart(element, 0);
  first.setEnd(node!, left);
  rest.setStart(node!, left);
  rest.setEnd(element, element.childNodes.length);
  const [a, b] = [element.cloneNode(false) as HTMLElement, element.cloneNode(false) as HTMLElement];
  a.append(first.cloneContents());
  b.append(rest.cloneContents());
  a.classList.add('part');
  b.classList.add('rest');
  for (const empty of [...a.querySelectorAll('.mark, b, a'), ...b.querySelectorAll('.mark, b, a')])
    if (empty.textContent === '') empty.remove();
  return [a, b];
}

/**
 * The start of the line on which character `at` stands, in an element that is laid out whole; a paragraph is cut there
 * and nowhere else, so that each part looks as the whole would.
 */
export function lineStart(element: HTMLElement, at: number): number {
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
  const bottoms = charBottoms(element);
  let start = Math.min(at, bottoms.length - 1);
  while (start > 0 && Math.abs(bottoms[start - 1]! - bottoms[start]!) < SAME_LINE * lineHeight) start -= 1;
  return start;
}

function charBottoms(element: HTMLElement): readonly number[] {
  const bottoms: number[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.textContent!.length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      bottoms.push(range.getBoundingClientRect().bottom);
    }
  }
  return bottoms;
}
