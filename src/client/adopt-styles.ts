const adopted = new Set<string>();

/**
 * Adds the styles of a feature that is loaded on first use, once: `import css from './x.css?inline'`. They stand behind those
 * of the page and outside of its layers.
 */
export function adoptStyles(css: string): void {
  if (adopted.has(css)) return;
  adopted.add(css);
  if ('adoptedStyleSheets' in document) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return;
  }
  // Browsers before 2023 (WeChat's own among them).
  const style = (document as Document).createElement('style');
  style.textContent = css;
  (document as Document).head.append(style);
}
