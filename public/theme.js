// Runs before the first paint, from a file of our own (no inline scripts): the reader's own choice of theme, if any.
(() => {
  const root = document.documentElement;
  root.dataset.scripts = '';
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage is closed (private mode): the system's theme stands.
  }
})();
