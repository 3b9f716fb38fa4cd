/** `text` as a quoted string of CSS, whatever it holds. @see CSS Syntax Level 3, “Serialize a string” */
export function cssString(text: string): string {
  const escaped = text
    .replace(/["\\]/gu, '\\$&')
    .replace(/[\n\r\f\0]/gu, (control) => `\\${control.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}
