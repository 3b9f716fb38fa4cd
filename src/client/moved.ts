/** Follows an old link to where its passage is now; without scripts the passage's own words say so. */
export function followMovedPassage(): void {
  const follow = (): void => {
    const passage = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const address = passage ? passage.dataset['moved'] : undefined;
    if (address) location.replace(address);
  };
  addEventListener('hashchange', follow);
  follow();
}
