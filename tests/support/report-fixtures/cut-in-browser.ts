/** Runs inside the browser: where a paragraph may be cut at the foot of a page. */
const NEVER_FIRST = /^[。，、；：！？”’）》】％%.,;:!?)\]—…]/u;
const NEVER_LAST = /[“‘（《【([]$/u;

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

/** Whether a line may end before character `at`: the rules that the browser keeps to within a paragraph. */
export function mayCut(text: string, at: number): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  if (NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return false;
  return !(/[\w.%#*[\]①-⑳-]$/u.test(before) && /^[\w.%#*[\]①-⑳-]/u.test(after)) && !/—$/u.test(before);
}
