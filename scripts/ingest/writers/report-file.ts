import { Document, parseDocument } from 'yaml';
import type { Report } from '../../../src/schema/report.ts';

/** Readers of YAML 1.1, as Astro's is, take a bare 2024-11-29 for a date and not for text: it is quoted. */
const YAML = { compat: 'yaml-1.1' } as const;

/**
 * Brings `report.yaml` up to date without touching what people wrote: comments, order and unknown spelling stay. A
 * value that is already equal is not written again, so an unchanged file stays the same byte for byte.
 * @param source the file as it is, '' for a new report
 */
export function reportFile(source: string, report: Report): string {
  const document = source === '' ? new Document({}, YAML) : parseDocument(source, YAML);
  if (source === '') {
    document.commentBefore =
      ' What is known about the report. Written by `npm run ingest` where it was empty; change anything here,\n your values and comments stay. Chapter slugs are addresses: rename one here and the old address redirects.';
  }
  if (report.guessed === undefined) document.delete('guessed');
  for (const [key, value] of Object.entries(report)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0 && !document.has(key))) continue;
    if (!isEqual(document.toJS()?.[key], value)) document.set(key, document.createNode(value));
  }
  return document.toString({ lineWidth: 0, singleQuote: true });
}

function isEqual(first: unknown, second: unknown): boolean {
  return JSON.stringify(sortKeys(first)) === JSON.stringify(sortKeys(second));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([first], [second]) => (first < second ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
