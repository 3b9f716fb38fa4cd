/** Colours as pages are painted with → what they mean for a reader's eye. */

/** Whether a colour (`#rgb` or `#rrggbb`) is that of the paper: what is painted with it shows nothing. */
export function isWhite(color: string): boolean {
  return /^#f{3}(?:f{3})?$/iu.test(color);
}
