/** Opens a picture over the page. Without scripts, and where the viewer cannot be had, the link opens the picture itself. */
document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest<HTMLAnchorElement>('a[data-zoom]');
  if (!link) return;
  event.preventDefault();
  import('./viewer.ts').then(
    ({ openViewer }) => openViewer(link),
    () => location.assign(link.href),
  );
});

export {};
