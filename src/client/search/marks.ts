const ALL = 'search-hit';
const CURRENT = 'search-hit-current';
/** Kept here, not in the site's styles: the style checker there does not know `::highlight()` yet, and few pages need it. */
const STYLES = [
  `::highlight(${ALL}) { background-color: var(--amber); color: var(--amber-ink); }`,
  `::highlight(${CURRENT}) { background-color: var(--teal); color: var(--on-teal); }`,
  `mark.${CURRENT} { background-color: var(--teal); color: var(--on-teal); }`,
];

let isStyled = false;

/** Browsers without constructable style sheets keep the site's own colours of `mark`. */
function addStyles(): void {
  if (isStyled) return;
  isStyled = true;
  try {
    const sheet = new CSSStyleSheet();
    for (const rule of STYLES) insert(sheet, rule);
    // Assigned, not pushed: the list is frozen in browsers before 2022.
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    // Too old for them.
  }
}

function insert(sheet: CSSStyleSheet, rule: string): void {
  try {
    sheet.insertRule(rule);
  } catch {
    // A browser that does not know ::highlight() marks with elements.
  }
}

/** Shows ranges as found; one of them is the current one. */
export interface Marks {
  show(current: number): void;
  clear(): void;
}

function highlightMarks(ranges: readonly Range[]): Marks {
  CSS.highlights.set(ALL, new Highlight(...ranges));
  return {
    show: (current) => {
      const highlight = new Highlight(...ranges.slice(current, current + 1));
      highlight.priority = 1;
      CSS.highlights.set(CURRENT, highlight);
    },
    clear: () => {
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(CURRENT);
    },
  };
}

/** Text nodes of a range, each with the part that lies in it. */
function textParts(range: Range): readonly { node: Text; start: number; end: number }[] {
  const parts: { node: Text; start: number; end: number }[] = [];
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    if (end > start) parts.push({ node, start, end });
  }
  return parts;
}

/** For browsers without the CSS Custom Highlight API: `mark` elements, taken out again when cleared. */
function elementMarks(ranges: readonly Range[]): Marks {
  const wrapped = ranges.map((range): { range: Range; marks: HTMLElement[] } => ({ range, marks: [] }));
  // From the last to the first: wrapping a text leaves the places before it as they are.
  for (const { range, marks } of [...wrapped].reverse()) {
    for (const { node, start, end } of [...textParts(range)].reverse()) {
      const mark = document.createElement('mark');
      mark.className = ALL;
      const inside = node.splitText(start);
      inside.splitText(end - start);
      inside.replaceWith(mark);
      mark.append(inside);
      marks.unshift(mark);
    }
    const [first] = marks;
    const last = marks.at(-1);
    if (first !== undefined && last !== undefined) {
      range.setStartBefore(first);
      range.setEndAfter(last);
    }
  }
  return {
    show: (current) => {
      wrapped.forEach(({ marks }, at) =>
        marks.forEach((mark) => mark.classList.toggle(CURRENT, at === current)),
      );
    },
    clear: () => {
      for (const mark of wrapped.flatMap(({ marks }) => marks)) {
        const around = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        around?.normalize();
      }
    },
  };
}

/** Marks the ranges, by the CSS Custom Highlight API where there is one: it leaves the page's own elements alone. */
export function markRanges(ranges: readonly Range[]): Marks {
  addStyles();
  return 'highlights' in CSS && typeof Highlight === 'function'
    ? highlightMarks(ranges)
    : elementMarks(ranges);
}
