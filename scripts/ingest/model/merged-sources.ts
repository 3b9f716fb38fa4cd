import type { Block, ContentsEntry, Furniture, Note, SourceDescription, Viewpoint } from './document.ts';
import type { Message } from './messages.ts';

/** The documents of one report as one: what the readers gave, merged, with the corrections of people later. */
export interface MergedSources {
  /** Headings at least; with `complete` false nothing stands below them because no PDF was given. */
  readonly body: readonly Block[];
  readonly complete: boolean;
  /** Text of the article that is no viewpoint. */
  readonly introduction: readonly Block[];
  readonly viewpoints: readonly Viewpoint[];
  readonly contents: readonly ContentsEntry[];
  readonly notes: Readonly<Record<string, Note>>;
  readonly furniture: readonly Furniture[];
  readonly sources: readonly SourceDescription[];
  readonly messages: readonly Message[];
}
