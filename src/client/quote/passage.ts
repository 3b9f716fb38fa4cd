import { chooseTextDirective, type PlaceInText } from '../../lib/text-directive.ts';
import { encodeTextDirective } from '../../lib/text-fragment.ts';
import { publicAddress } from '../public-address.ts';
import { QUOTABLE } from './quotable.ts';
import { countOnPage, placeInText, textOf, trimRange } from './passage-text.ts';

/** A page of the original. */
export interface OriginalPage {
  /** `第 8 页`, or `第 8 页起` where only the beginning of the chapter is known. */
  readonly name: string;
  readonly address: string;
}

/** What the tools work on: a passage, figure or table, or the words that are selected in it. */
export interface QuotedPassage {
  readonly element: HTMLElement;
  /** Its permanent id: `p14`. */
  readonly id: string;
  /** As `data-passage` says: text, heading, viewpoint, figure, table, note. */
  readonly kind: string;
  /** The selected words; all of it where none are. A line for each passage. */
  readonly text: string;
  readonly isSelection: boolean;
  /** Printed page on which the words begin. */
  readonly pageLabel: string | undefined;
  readonly original: OriginalPage | undefined;
  /** That leads here from where the reader is, to the selected words where there are any. */
  readonly link: string;
  /** The permanent address that others can open; undefined where the site has none that is public. */
  readonly address: string | undefined;
}

/** The last mark of a page before the words; that of the page on which their passage begins, where its own marks stand behind. */
function pageMarkAt(element: HTMLElement, node: Node): HTMLElement | undefined {
  const marks = [...document.querySelectorAll<HTMLElement>('.page-mark')];
  const last = marks.findLast(
    (mark) => mark.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  if (last && element.contains(last)) return last;
  const label = element.dataset['pageLabel'];
  return label === undefined ? last : (marks.find((mark) => mark.dataset['pageLabel'] === label) ?? last);
}

/** The page of the original that holds printed page `label`, counted from one that is known. */
function originalOf(mark: HTMLElement | undefined, label: string | undefined): OriginalPage | undefined {
  const start = document.querySelector<HTMLElement>('main [data-original]')?.dataset;
  const known =
    mark instanceof HTMLAnchorElement
      ? { label: mark.dataset['pageLabel'], address: mark.href, name: mark.textContent?.trim() ?? '' }
      : start && {
          label: start['originalLabel'],
          address: start['original'],
          name: `第 ${start['originalLabel']} 页起`,
        };
  if (!known?.address) return undefined;
  const distance = label === undefined ? Number.NaN : Number(label) - Number(known.label);
  if (!Number.isInteger(distance)) return { name: known.name, address: known.address };
  return {
    name: `第 ${label} 页`,
    address: known.address.replace(/\d+$/u, (page) => String(Number(page) + distance)),
  };
}

/** This page as the site names it: where a report is the only one, its home is the site's home too. */
function addressOf(id: string): string | undefined {
  const canonical =
    document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.getAttribute('href') ?? '';
  const page = /^https?:/u.test(canonical) ? canonical : publicAddress(location.pathname);
  return page && `${page}#${id}`;
}

function directiveOf(from: PlaceInText | undefined, to: PlaceInText | undefined): string {
  const directive = from && to && chooseTextDirective(from, to, countOnPage());
  return directive ? encodeTextDirective(directive) : '';
}

/** @param range the selected words, where there are any */
export function quotePassage(element: HTMLElement, range?: Range): QuotedPassage {
  const { id } = element;
  const isSelection = range !== undefined;
  const mark = pageMarkAt(element, range?.startContainer ?? element.firstChild ?? element);
  const isInside = mark !== undefined && element.contains(mark);
  const pageLabel = (isInside ? undefined : element.dataset['pageLabel']) ?? mark?.dataset['pageLabel'];
  const directive = range
    ? directiveOf(
        placeInText(element, range.startContainer, range.startOffset),
        placeInText(passageAt(range.endContainer) ?? element, range.endContainer, range.endOffset),
      )
    : '';
  return {
    element,
    id,
    kind: element.dataset['passage'] ?? 'text',
    text: textOf(element, range),
    isSelection,
    pageLabel,
    original: originalOf(mark, pageLabel),
    link: `${location.origin}${location.pathname}${location.search}#${id}${directive}`,
    address: addressOf(id),
  };
}

/** The passage that a node stands in. */
export function passageAt(node: Node | null): HTMLElement | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest<HTMLElement>(QUOTABLE) ?? undefined;
}

/** What is selected now, where it begins in a passage. */
export function selectedRange(): { element: HTMLElement; range: Range } | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = trimRange(selection.getRangeAt(0));
  const element = range && passageAt(range.startContainer);
  return element ? { element, range } : undefined;
}
