import ts from 'typescript';
import type { Change } from './mutant.ts';

/** What stands instead of an operator: first a boundary that moves, then the contrary. */
const OPERATORS: ReadonlyMap<string, readonly string[]> = new Map([
  ['<', ['<=', '>=']],
  ['<=', ['<', '>']],
  ['>', ['>=', '<=']],
  ['>=', ['>', '<']],
  ['===', ['!==']],
  ['!==', ['===']],
  ['&&', ['||']],
  ['||', ['&&']],
  ['+', ['-']],
  ['-', ['+']],
  ['*', ['/']],
  ['/', ['*']],
  ['+=', ['-=']],
  ['-=', ['+=']],
]);
/** Methods that swap with another of the same arguments. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['max', 'min'],
  ['min', 'max'],
  ['some', 'every'],
  ['every', 'some'],
]);
/** A member of a string union; sentences for people hold spaces or Chinese. */
const UNION_MEMBER = /^[A-Za-z][\w-]*$/u;
/** What a member of a string union becomes: no union has it. */
const NO_MEMBER = "'mutated'";

/** All changes of one node itself, not of what is inside it. */
export function changesOfNode(node: ts.Node, file: ts.SourceFile): readonly Change[] {
  if (ts.isNumericLiteral(node)) return changeNumber(node, file);
  if (ts.isBinaryExpression(node)) return changeOperator(node, file);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return [replace(node, node.operand.getText(file), file)];
  }
  if (ts.isCallExpression(node)) return changeCall(node, file);
  if (ts.isStringLiteral(node))
    return isResult(node) && UNION_MEMBER.test(node.text) ? [replace(node, NO_MEMBER, file)] : [];
  return changeCondition(node, file);
}

function replace(node: ts.Node, replacement: string, file: ts.SourceFile): Change {
  return { start: node.getStart(file), end: node.end, replacement };
}

function changeNumber(node: ts.NumericLiteral, file: ts.SourceFile): readonly Change[] {
  const value = Number(node.text);
  if (value === 0 || value === 1) return isTrivial(node) ? [] : [replace(node, String(1 - value), file)];
  return [value * 2, value / 2].map((changed) => replace(node, String(changed), file));
}

/** 0 and 1 that only say "the first", "the next", "none": what else could stand there is changed with the operator. */
function isTrivial(node: ts.NumericLiteral): boolean {
  const outer = ts.isPrefixUnaryExpression(node.parent) ? node.parent : node;
  const { parent } = outer;
  if (ts.isElementAccessExpression(parent)) return true;
  if (ts.isCallExpression(parent)) {
    return ts.isPropertyAccessExpression(parent.expression) && parent.expression.name.text === 'at';
  }
  if (!ts.isBinaryExpression(parent)) return false;
  const other = parent.left === outer ? parent.right : parent.left;
  const operator = parent.operatorToken.getText();
  if (/^[-+]=?$/u.test(operator)) return value(node) === 1;
  return (
    /^[<>=!]/u.test(operator) &&
    ts.isPropertyAccessExpression(other) &&
    /^(?:length|size)$/u.test(other.name.text)
  );
}

const value = (node: ts.NumericLiteral): number => Number(node.text);

function changeOperator(node: ts.BinaryExpression, file: ts.SourceFile): readonly Change[] {
  const operator = node.operatorToken.getText(file);
  const isText = [node.left, node.right].some(isStringLike);
  const isKindOf = ts.isTypeOfExpression(node.left);
  if (isKindOf || (isText && /^[-+]=?$/u.test(operator))) return [];
  return (OPERATORS.get(operator) ?? []).map((other) => replace(node.operatorToken, other, file));
}

function isStringLike(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function changeCall(node: ts.CallExpression, file: ts.SourceFile): readonly Change[] {
  if (!ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  if (name.text === 'filter') return [replace(node, expression.getText(file), file)];
  const other = METHODS.get(name.text);
  return other === undefined ? [] : [replace(name, other, file)];
}

/** The condition of `if`, `? :` and loops; a loop that never ends teaches nothing. */
function changeCondition(node: ts.Node, file: ts.SourceFile): readonly Change[] {
  const isLoop = ts.isWhileStatement(node) || ts.isForStatement(node) || ts.isDoStatement(node);
  const condition =
    ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)
      ? node.expression
      : ts.isConditionalExpression(node) || ts.isForStatement(node)
        ? node.condition
        : undefined;
  if (condition === undefined) return [];
  return (isLoop ? ['false'] : ['true', 'false'])
    .filter((constant) => condition.getText(file) !== constant)
    .map((constant) => replace(condition, constant, file));
}

/** A string that a function gives back: of `return`, of `=>`, or a branch of these. */
function isResult(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isReturnStatement(parent)) return true;
  if (ts.isArrowFunction(parent)) return parent.body === node;
  if (ts.isParenthesizedExpression(parent)) return isResult(parent);
  return ts.isConditionalExpression(parent) && parent.condition !== node && isResult(parent);
}
