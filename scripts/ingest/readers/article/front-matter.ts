import { parseDocument } from 'yaml';

export interface FrontMatter {
  /** The lines between the fences, without them. */
  readonly lines: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  /** The first line after the closing fence, from 1; 1 where there is no front matter. */
  readonly bodyLine: number;
}

/** Reads the YAML fence at the very start of a Markdown export. Values are text, whatever they look like. */
export function readFrontMatter(source: string): FrontMatter {
  const lines = source.split(/\r?\n/u);
  const end =
    lines[0]?.trim() === '---' ? lines.findIndex((line, index) => index > 0 && line.trim() === '---') : -1;
  if (end === -1) return { lines: [], values: {}, bodyLine: 1 };
  const inner = lines.slice(1, end);
  const parsed: unknown = parseDocument(inner.join('\n'), { schema: 'failsafe' }).toJS();
  const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
  const values = Object.fromEntries(
    entries.flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' ? [[key, value.trim()]] : [],
    ),
  );
  return { lines: inner, values, bodyLine: end + 2 };
}
