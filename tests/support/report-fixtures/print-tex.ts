export { printHtml as printTex } from './print-html.ts';
