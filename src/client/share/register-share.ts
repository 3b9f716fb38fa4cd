/** A plain click on 分享 shows its picture over the page; the code for that comes with the first click. */
export function registerShare(): void {
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest<HTMLAnchorElement>('a[data-share]');
    if (!link) return;
    event.preventDefault();
    import('./share-dialog.ts').then(
      ({ openShare }) => openShare(link),
      // Without it the link still leads to the picture.
      () => location.assign(link.href),
    );
  });
}
