/** Whether wrapped calls can run at the same time: neither uses what another binds or could change, as far as seen. */
import type { PyEvaluator } from "../../evaluate";
import { childOf, descendants, type PyNode } from "../../tree";
import { textOfPath } from "../../values";
import { changeableRead } from "../hazards";
import { shortText } from "../moved";
import type { Workbench } from "../plan";
import { boundNames, type WrappedAwait } from "./calls";
import { reachOf } from "./reach";

/** Calls that give the same whenever they are made. */
const TIMELESS =
  /^(builtins\.)?(abs|bool|bytes|dict|float|frozenset|int|len|list|max|min|range|repr|round|set|sorted|str|tuple|functools\.partial|os\.path\.(join|basename|dirname|splitext)|pathlib\.\w*Path)$/;
/** Values that nothing can change. */
const IMMUTABLE =
  /^(pathlib\.\w*Path|builtins\.(str|int|float|bool|bytes)|uuid\.UUID|datetime\.\w+|decimal\.Decimal)\(\)(\.(parent|__r?truediv__\(\)))*$/;

/** Why `later` can't run before `earlier` is done: a clause; undefined where nothing speaks against it. */
export function dependence(bench: Workbench, earlier: WrappedAwait, later: WrappedAwait): string | undefined {
  const { evaluator } = bench;
  const bound = boundNames(bench, earlier.target);
  const used = later.given.flatMap((node) => [...descendants(node)]).filter((node) => isRead(node));
  const name = used.map((node) => evaluator.text(node)).find((text) => bound.includes(text));
  if (name !== undefined) return `\`${name}\` comes from one and is used by another`;
  const twice = boundNames(bench, later.target).find((text) => bound.includes(text));
  if (twice !== undefined) return `\`${twice}\` is set by two of them`;
  return (
    orderedRead(bench, later) ?? orderedEffect(evaluator, earlier, later) ?? sharedObject(evaluator, earlier, later)
  );
}

/** Arguments that both are given and that may change: one clause, to be looked at; undefined where there are none. */
export function sharedArgument(bench: Workbench, calls: readonly WrappedAwait[]): string | undefined {
  const { evaluator } = bench;
  const all = calls.map(({ given }) => new Set(sharable(evaluator, given)));
  for (const [index, names] of all.entries()) {
    const name = [...names].find((one) => all.some((others, other) => other !== index && others.has(one)));
    if (name !== undefined) return `\`${name}\` is given to more than one`;
  }
  return undefined;
}

function isRead(node: PyNode): boolean {
  const isKeyword = node.parent?.type === "keyword_argument" && node.field === "name";
  return node.type === "identifier" && node.field !== "attribute" && !isKeyword;
}

/** Something among the arguments that has to be evaluated when what stands before is done. */
function orderedRead({ evaluator }: Workbench, { given }: WrappedAwait): string | undefined {
  for (const argument of given) {
    const read = changeableRead(evaluator, argument);
    if (read !== undefined) return `\`${read}\` may have changed when the first is done`;
    const call = evaluatedCall(evaluator, argument);
    if (call !== undefined) return `\`${shortText(evaluator, call)}\` would be evaluated before the first is done`;
  }
  return undefined;
}

function evaluatedCall(evaluator: PyEvaluator, node: PyNode): PyNode | undefined {
  if (node.type === "lambda") return undefined;
  if (node.type === "call") {
    const callee = childOf(node, "function");
    const path = callee === undefined ? "" : (textOfPath(evaluator.valueOf(callee)) ?? "");
    const isOurs = callee?.type === "identifier" && evaluator.bindingOf(evaluator.text(callee), callee) !== undefined;
    if (callee === undefined || !TIMELESS.test(path) || (isOurs && path.startsWith("builtins."))) return node;
  }
  for (const child of node.children) {
    const found = evaluatedCall(evaluator, child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function orderedEffect(evaluator: PyEvaluator, earlier: WrappedAwait, later: WrappedAwait): string | undefined {
  const [first, second] = [reachOf(evaluator, earlier.given), reachOf(evaluator, later.given)];
  const far = first.far ?? second.far;
  if (far !== undefined) return `what \`${far}\` does may matter to the others`;
  const shared = sharable(evaluator, earlier.given, true).find((text) =>
    sharable(evaluator, later.given, true).includes(text),
  );
  const writer = first.writes ?? second.writes;
  if (writer !== undefined && shared !== undefined) return `\`${writer}\` writes, and both use \`${shared}\``;
  const [before, after] = [first.hazard, second.hazard];
  if (before !== undefined && after !== undefined) return before;
  const isMutable = shared !== undefined && sharable(evaluator, earlier.given).includes(shared);
  return isMutable ? (before ?? after) : undefined;
}

/** An object with a state of its own on which one works and which the other uses too. */
function sharedObject(evaluator: PyEvaluator, earlier: WrappedAwait, later: WrappedAwait): string | undefined {
  for (const [one, other] of [
    [earlier, later],
    [later, earlier],
  ] as const) {
    const receiver = receiverOf(evaluator, one.given[0]);
    const mentioned = other.given.flatMap((node) => chains(evaluator, node));
    if (receiver !== undefined && mentioned.some((text) => text === receiver || receiver.startsWith(`${text}.`)))
      return `both work on \`${receiver}\``;
    if (receiver !== undefined && mentioned.some((text) => text.startsWith(`${receiver}.`)))
      return `both work on \`${receiver}\``;
  }
  return undefined;
}

/** What a bound method works on; undefined for functions, for methods that the file shows, and for what can't change. */
function receiverOf(evaluator: PyEvaluator, function_: PyNode | undefined): string | undefined {
  if (function_?.type === "call") {
    const callee = childOf(function_, "function");
    const isPartial = callee !== undefined && textOfPath(evaluator.valueOf(callee)) === "functools.partial";
    return isPartial ? receiverOf(evaluator, childOf(function_, "arguments")?.children[0]) : undefined;
  }
  const object = function_?.type === "attribute" ? childOf(function_, "object") : undefined;
  if (function_ === undefined || object === undefined || evaluator.valueOf(function_).kind === "function")
    return undefined;
  const value = evaluator.valueOf(object);
  const isModule = value.kind === "path" && value.steps.every(({ kind }) => kind === "property");
  if (isModule || value.kind === "class" || isImmutable(evaluator, object)) return undefined;
  return evaluator.text(object);
}

/** The names and attributes that are read in an expression, each as a whole: `self.db.pool`. */
function chains(evaluator: PyEvaluator, node: PyNode): readonly string[] {
  if (node.type === "attribute" || (node.type === "identifier" && isRead(node))) return [evaluator.text(node)];
  return node.children.flatMap((child) => chains(evaluator, child));
}

/** What is given as an argument and isn't a function or a module; with `all`, also what can't change, and literals. */
function sharable(evaluator: PyEvaluator, given: readonly PyNode[], all = false): readonly string[] {
  const found: string[] = [];
  const visit = (node: PyNode): void => {
    if (all && node.type === "string") found.push(evaluator.text(node));
    if (node.type !== "attribute" && !isRead(node)) {
      for (const child of node.children) visit(child);
      return;
    }
    const value = evaluator.valueOf(node);
    const isModule = value.kind === "path" && value.steps.every(({ kind }) => kind === "property");
    if (value.kind === "function" || value.kind === "class" || isModule) return;
    if (all || !isImmutable(evaluator, node)) found.push(evaluator.text(node));
  };
  for (const [index, node] of given.entries()) {
    const object = index === 0 && node.type === "attribute" ? childOf(node, "object") : undefined;
    if (object !== undefined && all) visit(object);
    else if (object === undefined && (index > 0 || node.type !== "identifier")) visit(node);
  }
  return found;
}

function isImmutable(evaluator: PyEvaluator, node: PyNode): boolean {
  if (/^(string|integer|float|true|false|none)$/.test(node.type)) return true;
  return IMMUTABLE.test(textOfPath(evaluator.valueOf(node)) ?? "") || isLiteralName(evaluator, node);
}

/** A name that only ever stands for a literal. */
function isLiteralName(evaluator: PyEvaluator, node: PyNode): boolean {
  const binding = node.type === "identifier" ? evaluator.bindingOf(evaluator.text(node), node) : undefined;
  if (binding === undefined) return false;
  return binding.sources.every(
    (source) => source.kind === "value" && /^(integer|float|true|false|none|string)$/.test(source.value?.type ?? ""),
  );
}
