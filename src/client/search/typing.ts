/** Long enough to let a fast typist finish a word, short enough to feel at once. */
const PAUSE_MILLISECONDS = 90;

/**
 * Calls `onText` when the text of an input has settled: never on half-composed pinyin, at once when a composition ends. Returns a
 * function that calls it now.
 */
export function onTyped(input: HTMLInputElement, onText: (text: string) => void): () => void {
  let isComposing = false;
  let timer = 0;
  const now = (): void => {
    clearTimeout(timer);
    onText(input.value);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(now, PAUSE_MILLISECONDS);
  };
  input.addEventListener('compositionstart', () => {
    isComposing = true;
    clearTimeout(timer);
  });
  input.addEventListener('compositionend', () => {
    isComposing = false;
    now();
  });
  input.addEventListener('input', (event) => {
    if (isComposing || (event instanceof InputEvent && event.isComposing)) return;
    later();
  });
  return now;
}

/** True for an Enter that takes a candidate of an input method (229 is what Safari reports after the composition ended). */
export function isComposingKey(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
