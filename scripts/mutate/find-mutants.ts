import ts from 'typescript';
import { changesOfNode } from './changes-of-node.ts';
import type { Change, Mutant } from './mutant.ts';

/** Properties whose values are sentences for people: their wording is no behaviour. */
const FOR_PEOPLE = /^(?:reason|hint|message|description|label|title)$/u;
/** Calls that only print. */
const PRINTING = /^(?:console\.\w+|process\.std(?:out|err)\.write)$/u;
/** Longest text of a change in a list; what is longer is a whole chain of calls. */
const LONGEST_SHOWN = 50;

/** Every mutant of a source file, in the order of the file. */
export function findMutants(file: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const changes: Change[] = [];
  const visit = (node: ts.Node): void => {
    if (isSkipped(node, source)) return;
    changes.push(...changesOfNode(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  const mutants = changes
    .sort((left, right) => left.start - right.start || left.end - right.end)
    .map((change) => describe(file, text, source, change));
  return numberEqual(mutants);
}

/** Tells equal changes of equal lines apart: the second is `0 → 1 (2)`. */
function numberEqual(mutants: readonly Mutant[]): readonly Mutant[] {
  const counts = new Map<string, number>();
  return mutants.map((mutant) => {
    const key = `${mutant.change}\n${mutant.source}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? mutant : { ...mutant, change: `${mutant.change} (${count})` };
  });
}

/** Imports, types, errors and messages: what is inside them is not changed. */
function isSkipped(node: ts.Node, source: ts.SourceFile): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isThrowStatement(node)) return true;
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (ts.isPropertyAssignment(node)) {
    const isSentence = ts.isStringLiteralLike(node.initializer) || ts.isTemplateExpression(node.initializer);
    return isSentence && FOR_PEOPLE.test(node.name.getText(source));
  }
  return ts.isCallExpression(node) && PRINTING.test(node.expression.getText(source));
}

function describe(file: string, text: string, source: ts.SourceFile, change: Change): Mutant {
  const line = source.getLineAndCharacterOfPosition(change.start).line;
  const starts = source.getLineStarts();
  const before = text.slice(change.start, change.end);
  return {
    file,
    ...change,
    change: `${shorten(before)} → ${shorten(change.replacement)}`,
    line: line + 1,
    source: text.slice(starts[line], starts[line + 1] ?? text.length).trim(),
  };
}

function shorten(text: string): string {
  const onOneLine = text.replaceAll(/\s+/gu, ' ');
  return onOneLine.length <= LONGEST_SHOWN
    ? onOneLine
    : `${onOneLine.slice(0, LONGEST_SHOWN / 2)}…${onOneLine.slice(-LONGEST_SHOWN / 2)}`;
}
