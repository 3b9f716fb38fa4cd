/** Follows an old link to where its passage is now; without scripts the passage's own words say so. */
export function followMovedPassage(): void {
  const follow = (): void => {
    // Browsers that do not know text fragments leave them in the address, which then names no element.
    const [anchor = ''] = location.hash.split(':~:');
    if (anchor !== location.hash) return location.replace(anchor);
    const passage = anchor && document.getElementById(decodeURIComponent(anchor.slice(1)));
    const address = passage ? passage.dataset['moved'] : undefined;
    if (address) location.replace(address);
  };
  addEventListener('hashchange', follow);
  follow();
}
