/** Which headings belong to front and back matter. */
import { isBackTitle, isFrontTitle } from '../../../genre/matter-titles.ts';

/** A heading as far as its matter is concerned. */
export interface MatterInput {
  readonly title: string;
  readonly number: string;
  /** Equal for headings that are set alike. */
  readonly key: string;
  /** Whether the contents pages announce it. */
  readonly announced: boolean;
  /** Whether it stands beside the chapters: 参考文献 at the end of each is a section of it. */
  readonly beside: boolean;
  /** Whether it stands behind the contents pages. */
  readonly inBody: boolean;
}

/**
 * Front matter is what a front title opens before the body. It ends at the first heading after the contents pages that
 * they announce, that is numbered, or that is set like the front title itself. Back matter is marked by its titles alone.
 */
export function markMatter(headings: readonly MatterInput[]): ('front' | 'back' | null)[] {
  const firstFront = headings.findIndex(({ title }) => isFrontTitle(title));
  const frontKey = headings[firstFront]?.key;
  const opensBody = ({ title, inBody, announced, number, key }: MatterInput, index: number): boolean => {
    if (isFrontTitle(title) || !inBody) return false;
    return announced || number !== '' || (firstFront < index && key === frontKey);
  };
  const first = headings.findIndex(opensBody);
  const end = first < 0 ? headings.length : first;
  return headings.map(({ title, beside }, index) => {
    if (firstFront >= 0 && index >= firstFront && index < end) return 'front';
    return index >= end && beside && isBackTitle(title) ? 'back' : null;
  });
}
