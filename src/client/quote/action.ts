import type { CslItem } from '../../lib/citation/csl-item.ts';
import type { QuotedPassage } from './passage.ts';

/** What an action is given. */
export interface ActionContext {
  readonly passage: QuotedPassage;
  /** What the passage is cited as; undefined where the site's file of references cannot be had. */
  readonly item: CslItem | undefined;
}

/** One line of the menu: something that can be done with a passage, or a link. */
export interface QuoteAction {
  /** Unique, for tests and styles: `copy-link`. */
  readonly id: string;
  /** In the menu. */
  readonly label: (context: ActionContext) => string;
  /** Shorter, on the bar beside a selection; actions without it are in the menu only. */
  readonly barLabel?: string;
  /** Whether it makes sense here; absent for always. */
  readonly isOffered?: (context: ActionContext) => boolean;
  /** A link instead of something done. */
  readonly address?: (context: ActionContext) => string | undefined;
  /** Called within the click, once menu and bar are closed, so that it may copy or share. */
  readonly run?: (context: ActionContext) => Promise<void> | void;
}
