import type { z } from 'zod';
import { keysAt } from './keys-at.ts';
import { describeValue, namePath, valueAt } from './yaml-words.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What one issue of Zod says, for people. */
export interface IssueSentence {
  /** Where in the value: `['chapters', 2, 'slug']`; ends with the key that is missing or not known. */
  readonly path: Path;
  /** A full sentence that names the path, quotes what was found and says what was expected. */
  readonly reason: string;
}

/** What is expected, by Zod's name of the type. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
  array: 'a list',
};

/** What Zod says of a union where nobody gave it a better sentence. */
const SILENT_UNION = 'Invalid input';

/** The sentences of one issue: one for each key that is not known, otherwise exactly one. */
export function describeIssue(issue: Issue, value: unknown, schema: z.core.$ZodType): IssueSentence[] {
  const { path } = issue;
  const found = valueAt(value, path);
  const is = `${namePath(path)} is ${describeValue(found)}`;
  const say = (reason: string): IssueSentence[] => [{ path, reason }];
  switch (issue.code) {
    case 'invalid_type':
      return say(describeType(issue.expected, found, path));
    case 'unrecognized_keys':
      return issue.keys.map((key) => describeUnknownKey(key, path, keysAt(schema, path)));
    case 'invalid_value':
      return say(
        `${found === undefined ? `${namePath(path)} is missing` : is}; it should be ${issue.values.map((each) => describeValue(each)).join(' or ')}.`,
      );
    case 'too_small':
    case 'too_big':
      return say(isOwnMessage(issue) ? `${is}; ${issue.message}.` : `${is}; ${describeBound(issue)}.`);
    case 'invalid_key':
      return say(`The key ${namePath(path)} is not one; ${lowerFirst(issue.issues[0]?.message ?? '')}.`);
    case 'invalid_union':
      return describeUnion(issue, value, schema);
    case 'invalid_format':
      return say(`${is}; ${issue.format === 'url' ? describeUrl(issue) : lowerFirst(issue.message)}.`);
    default:
      return say(`${is}; ${lowerFirst(issue.message)}.`);
  }
}

function describeType(expected: string, found: unknown, path: Path): string {
  const wanted = TYPES[expected] ?? expected;
  if (found === undefined) return `${namePath(path)} is missing; it should be ${wanted}.`;
  const isBare = typeof found === 'number' || typeof found === 'boolean';
  const quotes = expected === 'string' && isBare ? ` Write it in quotes: '${String(found)}'.` : '';
  return `${namePath(path)} is ${describeValue(found)}; it should be ${wanted}.${quotes}`;
}

function describeUnknownKey(key: string, path: Path, known: readonly string[]): IssueSentence {
  const where = path.length === 0 ? 'here' : `in ${namePath(path)}`;
  const list = known.length === 0 ? '' : ` Known are ${known.join(', ')}.`;
  return { path: [...path, key], reason: `There is no key “${key}” ${where}.${list}` };
}

/** A minimum or maximum: of a number, of the length of a text, of the items of a list. */
function describeBound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const [most, bound] =
    issue.code === 'too_small' ? (['least', issue.minimum] as const) : (['most', issue.maximum] as const);
  if (issue.origin === 'string' && most === 'least' && Number(bound) === 1) return 'it must not be empty';
  const unit = issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' items' : '';
  return `it should be at ${most} ${String(bound)}${unit}`;
}

/** Zod's own sentences begin with these words. */
function isOwnMessage({ message }: Issue): boolean {
  return !/^(?:Too small|Too big|Invalid)/u.test(message);
}

function describeUrl(issue: z.core.$ZodIssueInvalidStringFormat): string {
  return isOwnMessage(issue)
    ? issue.message
    : 'it should be a web address such as https://example.org/report.pdf';
}

/** Of the forms that a value may have, people meant the one that it is nearest to; where none is, the union says it. */
function describeUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  value: unknown,
  schema: z.core.$ZodType,
): IssueSentence[] {
  const forms = issue.errors
    .map((issues) =>
      issues.flatMap((inner) =>
        describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, value, schema),
      ),
    )
    .sort((first, second) => first.length - second.length);
  const [nearest = [], second] = forms;
  const isClear = second === undefined || nearest.length < second.length;
  if (isClear || issue.message === SILENT_UNION) return nearest;
  const found = valueAt(value, issue.path);
  const reason = `${namePath(issue.path)} is ${describeValue(found)}; ${issue.message}.`;
  return [{ path: issue.path, reason }];
}

/** Messages of ours begin with a small letter, Zod's do not. */
function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
