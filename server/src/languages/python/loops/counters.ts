/** `while` loops that count: how often they go around. */
import type { PyEvaluator } from "../evaluate";
import { childOf, descendants, skipParentheses, type PyNode } from "../tree";
import { numberOf } from "./numbers";

/** How often `while i < 10_000_000: …; i += 1` goes around; undefined where literals don't tell. */
export function countedWhile(evaluator: PyEvaluator, loop: PyNode): number | undefined {
  const condition = childOf(loop, "condition");
  const comparison = condition && skipParentheses(condition);
  const [left, right, ...others] = comparison?.children ?? [];
  if (comparison?.type !== "comparison_operator" || left?.type !== "identifier" || others.length > 0) return undefined;
  if (right === undefined || !/^\s*(<|<=|>|>=|!=)\s*$/.test(evaluator.file.text.slice(left.end, right.start)))
    return undefined;
  const name = evaluator.text(left);
  const [start, step, end] = [startOf(evaluator, left), stepOf(evaluator, loop, name), numberOf(evaluator, right)];
  if (start === undefined || step === undefined || end === undefined) return undefined;
  const rounds = (end - start) / step;
  return rounds > 0 && Number.isFinite(rounds) ? Math.ceil(rounds) : undefined;
}

/** What the counter is before the loop: the only value that it is given beside counting. */
function startOf(evaluator: PyEvaluator, counter: PyNode): number | undefined {
  const sources = evaluator.bindingOf(evaluator.text(counter), counter)?.sources ?? [];
  const [first, second] = sources;
  if (first?.kind !== "value" || first.value === undefined || second === undefined || sources.length > 2)
    return undefined;
  return numberOf(evaluator, first.value);
}

/** What each round adds to the counter, where that stands in the loop's own block once. */
function stepOf(evaluator: PyEvaluator, loop: PyNode, name: string): number | undefined {
  const body = childOf(loop, "body");
  const changes = (body === undefined ? [] : [...descendants(body)]).filter((node) => {
    const target = /^(augmented_)?assignment$/.test(node.type) ? childOf(node, "left") : undefined;
    return target !== undefined && evaluator.text(target) === name;
  });
  const [change, ...others] = changes;
  if (change === undefined || others.length > 0 || change.parent?.parent !== body) return undefined;
  const text = evaluator.text(change).replace(/\s+/g, "");
  const [, sign, amount] = new RegExp(`^${name}(?:=${name})?([+-])=?(\\d[\\d_]*)$`).exec(text) ?? [];
  const step = amount === undefined ? undefined : Number(amount.replaceAll("_", ""));
  return step === undefined || step === 0 ? undefined : sign === "-" ? -step : step;
}
