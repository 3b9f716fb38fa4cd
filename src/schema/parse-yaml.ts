import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { describeIssue } from './describe-issue.ts';
import { offsetOf } from './offset-of.ts';

/** Something in a YAML file that is not as its schema asks for. */
export interface YamlProblem {
  /** From 1, in the whole file; absent where no line is to blame, as for a key that is missing at the top. */
  readonly line?: number;
  /** A full sentence: where, what was found, what was expected. */
  readonly reason: string;
}

export type ParsedYaml<Value> =
  | { readonly value: Value; readonly problems?: never }
  | { readonly value?: never; readonly problems: readonly YamlProblem[] };

/** The YAML of a file, which is all of it or its front matter. */
export interface YamlText {
  readonly text: string;
  /** Line of the file on which the text begins, from 1. */
  readonly firstLine?: number;
}

/** More than a person reads before correcting the first; a wrong list of a thousand entries would fill the screen. */
const MOST_PROBLEMS = 20;

/** Reads YAML and holds it against a schema; what is wrong comes back as sentences with the lines that they are about. */
export function parseYaml<Schema extends z.ZodType>(
  schema: Schema,
  { text, firstLine = 1 }: YamlText,
): ParsedYaml<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    return limit(
      document.errors.map((error) => ({
        line: lineOf(error.pos[0]),
        reason: describeSyntaxError(error, lines.linePos(error.pos[0]).col, text),
      })),
    );
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    // An alias (`*name`) without its anchor, or one that would unfold to millions of nodes.
    return { problems: [{ reason: `It is not YAML: ${error instanceof Error ? error.message : ''}.` }] };
  }
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  return limit(
    result.error.issues
      .flatMap((issue) => describeIssue(issue, value, schema))
      .map(({ path, reason }) => {
        const offset = offsetOf(document, path);
        return offset === undefined ? { reason } : { line: lineOf(offset), reason };
      }),
  );
}

/** What a reader of YAML says, with the column; of a key that stands twice, which one. */
function describeSyntaxError({ code, message, pos }: YAMLError, column: number, text: string): string {
  if (code === 'DUPLICATE_KEY') {
    const key = /^[^:\n]*/u.exec(text.slice(pos[0]))?.[0].trim() ?? '';
    return `The key “${key}” stands twice in the same map; keep one of them.`;
  }
  return `It is not YAML at column ${column}: ${message.replace(/\.?\s*$/u, '')}.`;
}

function limit(problems: readonly YamlProblem[]): { readonly problems: readonly YamlProblem[] } {
  const more = problems.length - MOST_PROBLEMS;
  const kept = problems.slice(0, MOST_PROBLEMS);
  return { problems: more > 0 ? [...kept, { reason: `${more} more of this kind are not shown.` }] : kept };
}

/** One problem on one line, for a log: `Line 4: released is “soon”; …`. */
export function yamlProblemLine({ line, reason }: YamlProblem): string {
  return line === undefined ? reason : `Line ${line}: ${reason}`;
}
