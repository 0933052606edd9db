/** `while (Date.now() < deadline);` → the same loop, with a timer that waits for what is left. */
import { ts } from "ts-morph";
import { skipWrappers } from "../../evaluate";
import { accessOther } from "../callee";
import type { Planned, Workbench } from "../plan";
import { allNodes } from "./find";

/** What a loop without a body waits for: its clock is to reach `end`. */
interface Wait {
  readonly clock: ts.Expression;
  readonly end: ts.Expression;
}

/**
 * The loop stays: a timer may fire a moment before the clock says so, and one of more than 24 days fires at once. Only a clock
 * in milliseconds is a timer's.
 */
export function planBusyWait(bench: Workbench, loop: ts.Node): Planned {
  const { tree, text } = bench.file;
  if (!ts.isWhileStatement(loop) || !isEmpty(loop.statement, tree))
    return { refusal: "nobody knows here what changes it" };
  // A comment in an empty body says something to somebody.
  if (text.slice(loop.statement.pos, loop.statement.end).replace(/[\s{};]/g, "") !== "")
    return { refusal: "there are comments in it" };
  const wait = waitOf(bench, loop.expression);
  if (wait === undefined) return { refusal: "nobody knows here what changes it" };
  const { text: pause, needs } = accessOther(
    bench.names,
    loop,
    "node:timers/promises",
    "setTimeout",
    "setTimeoutAsync",
  );
  const clock = wait.clock.getText(tree);
  const left = `${wait.end.getText(tree)} - ${ts.isBinaryExpression(wait.clock) ? `(${clock})` : clock}`;
  const { pos, end } = loop.statement;
  const edit = { start: pos, end, text: ` await ${pause}(${left});` };
  return {
    plans: [
      {
        does: { kind: "yield", title: "Wait with a timer" },
        callee: pause,
        cautions: ["other code runs while it waits"],
        edits: [edit],
        needs,
        released: [],
      },
    ],
  };
}

function isEmpty(statement: ts.Statement, tree: ts.SourceFile): boolean {
  return statement.kind === ts.SyntaxKind.EmptyStatement || /^\{\s*\}$/.test(statement.getText(tree));
}

function waitOf({ names }: Workbench, condition: ts.Expression): Wait | undefined {
  const node = skipWrappers(condition);
  if (!ts.isBinaryExpression(node)) return undefined;
  const sides = orderOf(node);
  if (sides === undefined) return undefined;
  const [clock, end] = sides;
  const isClock = [clock, ...allNodes(clock)].some(
    (part) => ts.isCallExpression(part) && /^(Date|performance)\.now$/.test(part.expression.getText()),
  );
  const isKnown = names.isVisibleGlobal("Date", node) && names.isVisibleGlobal("performance", node);
  return isClock && isKnown && isPlain(clock) && isPlain(end) ? { clock, end } : undefined;
}

/** What is smaller while it waits, and what is larger. */
function orderOf({
  left,
  operatorToken,
  right,
}: ts.BinaryExpression): readonly [ts.Expression, ts.Expression] | undefined {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
      return [left, right];
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return [right, left];
    default:
      return undefined;
  }
}

/** Arithmetic with names, literals, members and clocks: it can be evaluated once more. */
function isPlain(expression: ts.Expression): boolean {
  const node = skipWrappers(expression);
  if (ts.isIdentifier(node) || ts.isNumericLiteral(node)) return true;
  if (ts.isPropertyAccessExpression(node))
    return isPlain(node.expression) || node.expression.kind === ts.SyntaxKind.ThisKeyword;
  if (ts.isCallExpression(node))
    return node.arguments.length === 0 && /^(Date|performance)\.now$/.test(node.expression.getText());
  if (!ts.isBinaryExpression(node) || !isPlain(node.left) || !isPlain(node.right)) return false;
  return /^[-+*/]$/.test(node.operatorToken.getText());
}
