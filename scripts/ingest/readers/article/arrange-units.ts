import type {
  ArticleOrigin,
  Block,
  ContentsEntry,
  Furniture,
  FurnitureKind,
  Paragraph,
  Inline,
  Viewpoint,
} from '../../model/document.ts';
import type { AccountCard } from './account-card.ts';
import type { ArticlePage, ArticleUnit } from './article-unit.ts';
import { classifyUnit } from './classify-unit.ts';
import type { NumberedEntry } from '../../genre/contents-entry.ts';
import { levelContents, readContentsLine } from './find-contents.ts';
import { readViewpoints } from './find-viewpoints.ts';
import { tidyInlines, unitText } from './inline-text.ts';
import { isContentsLabel, isCredits, isReleaseNote, isViewpointsLabel } from './labels.ts';

/** Every unit in its place. */
export interface ArrangedArticle {
  /** Lead paragraphs, what stands after the lists, and the release note. */
  readonly body: readonly Block[];
  readonly viewpoints: readonly Viewpoint[];
  readonly contents: readonly ContentsEntry[];
  readonly furniture: readonly Furniture[];
  readonly hasViewpointsLabel: boolean;
  readonly hasContentsLabel: boolean;
  /** Whether something that ends an article was seen after its last list: a release note, credits, clutter. */
  readonly hasEnd: boolean;
}

type Part = 'lead' | 'viewpoints' | 'contents' | 'after' | 'tail';

interface Arranging {
  part: Part;
  hasEnd: boolean;
  readonly seen: Set<Part>;
  readonly body: Block[];
  readonly viewpointUnits: ArticleUnit[];
  readonly contentsLines: { line: NumberedEntry; origin: ArticleOrigin }[];
  readonly furniture: Furniture[];
}

/** Walks through the units once, from the lead through the announced lists to what follows the article. */
export function arrangeUnits(page: ArticlePage, card: AccountCard): ArrangedArticle {
  const state: Arranging = {
    part: 'lead',
    hasEnd: false,
    seen: new Set(),
    body: [],
    viewpointUnits: [],
    contentsLines: [],
    furniture: [],
  };
  for (const unit of page.units) {
    for (const line of state.part === 'contents' ? splitAtBreaks(unit) : [unit])
      arrangeUnit(line, page, card, state);
  }
  const viewpoints = readViewpoints(state.viewpointUnits);
  // Without numbers they are no viewpoints but text of the article.
  if (viewpoints.length === 0) for (const unit of state.viewpointUnits) addToBody(unit, state);
  return {
    body: state.body.toSorted((first, second) => lineOf(first) - lineOf(second)),
    viewpoints,
    contents: levelContents(state.contentsLines),
    furniture: state.furniture,
    hasViewpointsLabel: state.seen.has('viewpoints'),
    hasContentsLabel: state.seen.has('contents'),
    hasEnd: state.hasEnd,
  };
}

function arrangeUnit(unit: ArticleUnit, page: ArticlePage, card: AccountCard, state: Arranging): void {
  const text = unitText(unit.inlines);
  const clutter = classifyUnit(unit, page, card);
  const afterLists = state.part !== 'lead';
  if (clutter !== null) {
    if (afterLists) state.hasEnd = true;
    if (afterLists && isCredits(text)) state.part = 'tail';
    setAside(unit, clutter.kind, clutter.reason, state);
  } else if (state.part === 'tail') {
    setAside(unit, 'advert', 'stands after the end of the article', state);
  } else if (isViewpointsLabel(text)) enter('viewpoints', unit, state);
  else if (isContentsLabel(text)) enter('contents', unit, state);
  else if (afterLists && isReleaseNote(text)) {
    addToBody(unit, state);
    state.part = 'tail';
    state.hasEnd = true;
  } else if (!takeListLine(unit, text, state)) addToBody(unit, state);
}

function takeListLine(unit: ArticleUnit, text: string, state: Arranging): boolean {
  if (state.part === 'viewpoints') {
    state.viewpointUnits.push(unit);
    return true;
  }
  if (state.part !== 'contents') return false;
  const line = readContentsLine(text);
  if (line === null) {
    state.part = 'after';
    return false;
  }
  if (line.leader !== '') {
    const origins = [{ kind: 'article' as const, line: unit.line }];
    state.furniture.push({
      kind: 'contents',
      text: line.leader,
      reason: 'dots before a page number',
      origins,
    });
  }
  state.contentsLines.push({ line, origin: { kind: 'article', line: unit.line } });
  return true;
}

function enter(part: 'viewpoints' | 'contents', unit: ArticleUnit, state: Arranging): void {
  state.part = part;
  state.hasEnd = false;
  state.seen.add(part);
  setAside(unit, 'contents', 'announces a list that the page announces itself', state);
}

function setAside(unit: ArticleUnit, kind: FurnitureKind, reason: string, state: Arranging): void {
  const text = unitText(unit.inlines);
  if (text === '') return;
  state.furniture.push({ kind, text, reason, origins: [{ kind: 'article', line: unit.line }] });
}

function lineOf(block: Block): number {
  const [origin] = block.origins;
  return origin?.kind === 'article' ? origin.line : 0;
}

/** In a contents list every line is an entry. */
function splitAtBreaks(unit: ArticleUnit): readonly ArticleUnit[] {
  const lines = unit.inlines.reduce<Inline[][]>(
    (all, inline) =>
      inline.type === 'break' ? [...all, []] : [...all.slice(0, -1), [...(all.at(-1) ?? []), inline]],
    [[]],
  );
  return lines
    .map((inlines) => ({ ...unit, inlines: tidyInlines(inlines) }))
    .filter(({ inlines }) => inlines.length > 0);
}

/** Bulleted items that follow one another are one list. */
function addToBody(unit: ArticleUnit, state: Arranging): void {
  const paragraph = toParagraph(unit);
  const last = state.body.at(-1);
  if (unit.kind !== 'item') state.body.push(paragraph);
  else if (last?.type === 'list') {
    const items = [...last.items, { marker: '', children: [paragraph] }];
    state.body[state.body.length - 1] = { ...last, items, origins: [...last.origins, ...paragraph.origins] };
  } else {
    const items = [{ marker: '', children: [paragraph] }];
    state.body.push({ type: 'list', ordered: false, items, origins: paragraph.origins });
  }
}

function toParagraph(unit: ArticleUnit): Paragraph {
  const children =
    unit.kind === 'heading' ? [{ type: 'strong' as const, children: unit.inlines }] : unit.inlines;
  return { type: 'paragraph', children, origins: [{ kind: 'article', line: unit.line }] };
}
