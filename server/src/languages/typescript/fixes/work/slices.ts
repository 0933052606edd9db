/**
 * A loop of tiny iterations in slices: a loop over slices around the loop itself, with the pause between them. A check in the
 * loop itself would cost up to a third of its time (`a[i] = i`, measured on Node.js 20); this costs nothing that can be measured.
 */
import { ts } from "ts-morph";
import type { Evaluator } from "../../evaluate";
import type { LocalEdit, Workbench } from "../plan";
import { countedLoop, isFixedNumber, isNumber } from "./bounds";
import { isDue, pauseLines, type Breath } from "./breathe";
import { allNodes } from "./find";
import { indentAt, layoutOf } from "./layout";

/** A loop that counts to a number that stays the same, and that nothing leaves by its name or by `break`. */
export function canBeSliced(evaluator: Evaluator, loop: ts.IterationStatement): boolean {
  const counted = countedLoop(loop);
  if (counted === undefined || ts.isLabeledStatement(loop.parent) || leavesByBreak(loop.statement)) return false;
  return isNumber(evaluator, counted.start) && isFixedNumber(evaluator, counted.end);
}

/** A `break` without a label that means the loop around `node`. */
function leavesByBreak(node: ts.Node): boolean {
  if (ts.isBreakStatement(node)) return node.label === undefined;
  if (ts.isIterationStatement(node, false) || ts.isSwitchStatement(node) || ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, (child) => leavesByBreak(child) || undefined) ?? false;
}

export function sliceEdits(
  bench: Workbench,
  loop: ts.IterationStatement,
  interval: number,
  breath: Breath,
): readonly LocalEdit[] {
  const counted = countedLoop(loop);
  const { tree, text } = bench.file;
  if (
    counted === undefined ||
    !ts.isForStatement(loop) ||
    loop.initializer === undefined ||
    loop.condition === undefined
  )
    return [];
  const { newline, unit } = layoutOf(tree);
  const { step, isInclusive } = counted;
  // Each declares its own: a slice in a slice hides the outer names where nothing uses them.
  const slice = bench.names.freshName("sliceStart");
  const last = bench.names.freshName("sliceEnd");
  const bound = counted.end.getText(tree);
  const operator = isInclusive ? "<=" : "<";
  const outer = indentAt(text, loop.getStart(tree));
  const inner = outer + unit;
  const length = interval * step;
  const reach = isInclusive ? length - step : length;
  const start = loop.getStart(tree);
  const before = [
    `for (let ${slice} = ${counted.start.getText(tree)}; ${slice} ${operator} ${bound}; ${slice} += ${length}) {`,
    `${inner}const ${last} = Math.min(${slice} + ${reach}, ${bound});`,
    inner,
  ].join(newline);
  const after = [
    ...pauseLines(isDue(breath), breath, unit).map((line) => newline + inner + line),
    `${newline}${outer}}`,
  ];
  return [
    { start, end: start, text: before },
    { start: counted.start.getStart(tree), end: counted.start.end, text: slice },
    { start: counted.end.getStart(tree), end: counted.end.end, text: last },
    ...deeper(loop, text, tree, unit),
    { start: loop.end, end: loop.end, text: after.join(""), closes: true },
  ];
}

/** Lines of the loop behind its first, one level deeper; lines that are part of a text stay as they are. */
function deeper(loop: ts.Node, text: string, tree: ts.SourceFile, unit: string): readonly LocalEdit[] {
  const literals = [...allNodes(loop)].filter(
    (node) => ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node),
  );
  const edits: LocalEdit[] = [];
  for (let at = text.indexOf("\n", loop.getStart(tree)) + 1; at > 0 && at < loop.end; at = text.indexOf("\n", at) + 1) {
    const isBlank = /^[ \t]*\r?\n/.test(text.slice(at));
    const isInText = literals.some((literal) => literal.getStart(tree) < at && at < literal.end);
    if (!isBlank && !isInText) edits.push({ start: at, end: at, text: unit });
  }
  return edits;
}
