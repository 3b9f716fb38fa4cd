export { printHtml as printWriter } from './print-html.ts';
