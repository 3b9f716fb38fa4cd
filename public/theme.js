// Runs before the first paint, from a file of our own (no inline scripts): what the reader has set, if anything.
(() => {
  const root = document.documentElement;
  root.dataset.scripts = '';
  try {
    const theme = localStorage.getItem('theme');
    if (theme) root.dataset.theme = theme;
    const set = JSON.parse(localStorage.getItem('reading'));
    for (const name in set) root.style.setProperty(`--reading-${name}`, set[name]);
  } catch {
    // Storage is closed (private mode) or spoilt: the page stands as it was made.
  }
})();
