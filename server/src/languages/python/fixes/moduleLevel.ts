/** A function inside another one, or a lambda → a function of the module, which other processes can import. */
import type { PyEvaluator } from "../evaluate";
import { childOf, descendants, type PyNode } from "../tree";
import { indentOf } from "./block";
import { frameCall } from "./site";
import type { Job, LocalEdit } from "./plan";

export interface ModuleFunction {
  /** Where the call's callee has to be written otherwise, its new text is among the edits too. */
  readonly edits: readonly LocalEdit[];
  /** The name that it has in the module. */
  readonly name: string;
}

/** Moves what `callee` stands for before the top-level statement around it, or says why that isn't the same. */
export function toModule(
  { evaluator, names }: Job,
  callee: PyNode,
  function_: PyNode,
): ModuleFunction | { readonly refusal: string } {
  const isLambda = function_.type === "lambda";
  const statement = isLambda ? assignmentOf(evaluator, callee, function_) : function_;
  const own = statement === undefined ? undefined : ownName(statement);
  const text = own === undefined ? "its lambda" : `\`${evaluator.text(own)}\``;
  const refusal = refusalOf(evaluator, function_, own);
  if (refusal !== undefined) return { refusal: `${text} ${refusal}` };
  if (statement === undefined && !evaluator.text(callee).includes("lambda"))
    return { refusal: `${text} has no name of its own` };
  const isOnly = own === undefined || evaluator.bindingOf(evaluator.text(own), own)?.sources.length === 1;
  const block = statement?.parent;
  const isDirect = block === undefined || block.type === "module" || block.parent?.type === "function_definition";
  if (!isOnly || !isDirect) return { refusal: `${text} is defined under a condition, or more than once` };
  if (statement !== undefined && sharesLine(evaluator.file.text, statement))
    return { refusal: `${text} shares its line with another statement` };
  const base = own === undefined ? "run_lambda" : evaluator.text(own);
  const isFree = own !== undefined && isOnlyHere(evaluator, own);
  const name = isFree ? base : names.fresh(`_${base}`, `module function ${String(function_.start)}`);
  const top = topLevel(function_);
  const { text: source } = evaluator.file;
  const newline = source.includes("\r\n") ? "\r\n" : "\n";
  const start = commentedStart(source, top.start);
  const definition = isLambda
    ? lambdaText(evaluator, function_, name, newline)
    : movedText(evaluator, function_, own, name);
  const edits: LocalEdit[] = [{ start, end: start, text: `${definition}${newline}${newline}${newline}`, shared: true }];
  if (statement === undefined) edits.push({ start: callee.start, end: callee.end, text: name });
  else edits.push(removal(source, statement), ...renamed(evaluator, own, name, statement));
  return { edits, name };
}

/** `f = lambda: …`, where `f` is what is called; undefined for a lambda that is called in place. */
function assignmentOf(evaluator: PyEvaluator, callee: PyNode, lambda: PyNode): PyNode | undefined {
  const { parent } = lambda;
  const isNamed = callee.type === "identifier" && parent?.type === "assignment" && lambda.field === "right";
  if (!isNamed || childOf(parent, "type") !== undefined) return undefined;
  const left = childOf(parent, "left");
  return left !== undefined && evaluator.text(left) === evaluator.text(callee) ? parent.parent : undefined;
}

function ownName(statement: PyNode): PyNode | undefined {
  if (statement.type === "function_definition") return childOf(statement, "name");
  const [assignment] = statement.children;
  return assignment === undefined ? undefined : childOf(assignment, "left");
}

/** Why the function would be another one at the top of the file: what follows its name. */
function refusalOf(evaluator: PyEvaluator, function_: PyNode, own: PyNode | undefined): string | undefined {
  if (function_.parent?.type === "decorated_definition") return "is decorated";
  for (const node of descendants(function_)) {
    if (/^(global|nonlocal)_statement$/.test(node.type)) return "sets names of other functions";
    if (frameCall(evaluator, node) !== undefined) return `calls \`${evaluator.text(node)}\``;
    if (/^(typed_)?default_parameter$/.test(node.type)) {
      const value = childOf(node, "value");
      if (value !== undefined && !/^(integer|float|string|none|true|false)$/.test(value.type))
        return "has a default value that is computed where it stands";
    }
    const isPrivateName = node.type === "identifier" && /^__(\w*[^_]_?|class__)$/.test(evaluator.text(node));
    if (isPrivateName) return `uses \`${evaluator.text(node)}\`, which means something else outside of its class`;
    if (node === own || !isMention(node)) continue;
    const name = evaluator.text(node);
    const binding = evaluator.bindingOf(name, node);
    const scope = binding?.scope.node;
    if (binding === undefined || scope === undefined) continue;
    const isInside = function_.start <= scope.start && scope.end <= function_.end;
    const isItself = own !== undefined && name === evaluator.text(own);
    if (scope.type !== "module" && !isInside && !isItself) return `uses \`${name}\` of the function around it`;
  }
  return undefined;
}

/** Why a process that imports the file wouldn't find what the function needs: what follows its name. */
export function mainOnlyRefusal(evaluator: PyEvaluator, function_: PyNode): string | undefined {
  if (isUnderMain(evaluator, function_)) return "is only there where the file is the main program";
  for (const node of descendants(function_)) {
    const binding = isMention(node) ? evaluator.bindingOf(evaluator.text(node), node) : undefined;
    if (binding?.scope.node.type !== "module") continue;
    const places = binding.sources.map((source) =>
      "at" in source ? source.at : "node" in source ? source.node : node,
    );
    if (places.every((place) => isUnderMain(evaluator, place)))
      return `uses \`${evaluator.text(node)}\`, which is only there where the file is the main program`;
  }
  return undefined;
}

export function isUnderMain(evaluator: PyEvaluator, node: PyNode): boolean {
  for (let outer = node.parent; outer !== undefined; outer = outer.parent) {
    const condition = outer.type === "if_statement" ? childOf(outer, "condition") : undefined;
    if (condition !== undefined && /\b__name__\b/.test(evaluator.text(condition))) return true;
  }
  return false;
}

/** Whether every mention of a name in the file means this function. */
function isOnlyHere(evaluator: PyEvaluator, own: PyNode): boolean {
  const name = evaluator.text(own);
  const home = evaluator.bindingOf(name, own)?.scope;
  for (const node of descendants(evaluator.file.root)) {
    if (isMention(node) && evaluator.text(node) === name && evaluator.bindingOf(name, node)?.scope !== home)
      return false;
  }
  return true;
}

export function topLevel(node: PyNode): PyNode {
  let top = node;
  while (top.parent !== undefined && top.parent.type !== "module") top = top.parent;
  return top;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** The start of the line of `offset`, with the lines of comments right above it. */
export function commentedStart(text: string, offset: number): number {
  const above = /(?:^|(?<=[\r\n]))(?:[ \t]*#[^\r\n]*(?:\r\n|\n|\r))+$/.exec(text.slice(0, lineStart(text, offset)));
  return above === null || above.index === 0 ? lineStart(text, offset) : above.index;
}

/** The comment behind a statement, with the white space before it. */
function commentBehind(text: string, offset: number): string {
  return /^[ \t]*#[^\r\n]*/.exec(text.slice(offset))?.[0] ?? "";
}

function sharesLine(text: string, { start, end }: PyNode): boolean {
  const behind = text.slice(end + commentBehind(text, end).length);
  return /\S/.test(text.slice(lineStart(text, start), start)) || !/^[ \t]*([\r\n]|$)/.test(behind);
}

/** The statement's lines with its comments and the blank lines behind it. */
function removal(text: string, statement: PyNode): LocalEdit {
  const rest = /^[^\r\n]*(?:\r\n|\n|\r)?(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(statement.end));
  const end = statement.end + (rest?.[0].length ?? 0);
  return { start: commentedStart(text, statement.start), end, text: "", shared: true };
}

function renamed(evaluator: PyEvaluator, own: PyNode | undefined, name: string, removed: PyNode): readonly LocalEdit[] {
  const old = own === undefined ? name : evaluator.text(own);
  if (own === undefined || old === name) return [];
  const home = evaluator.bindingOf(old, own)?.scope;
  return [...descendants(evaluator.file.root)].flatMap((node): readonly LocalEdit[] => {
    if (!isMention(node) || evaluator.text(node) !== old) return [];
    const isRemoved = removed.start <= node.start && node.end <= removed.end;
    if (isRemoved || evaluator.bindingOf(old, node)?.scope !== home) return [];
    return [{ start: node.start, end: node.end, text: name, shared: true }];
  });
}

function lambdaText(evaluator: PyEvaluator, lambda: PyNode, name: string, newline: string): string {
  const [parameters, body] = [childOf(lambda, "parameters"), childOf(lambda, "body")];
  const value = body === undefined ? "" : evaluator.text(body);
  const given = parameters === undefined ? "" : evaluator.text(parameters);
  const comment = commentBehind(evaluator.file.text, lambda.parent?.parent?.end ?? lambda.end);
  return `def ${name}(${given}):${newline}    return ${/[\r\n]/.test(value) ? `(${value})` : value}${comment}`;
}

/** The definition with its comments, at the left margin: lines that start inside a string stay as they are. */
function movedText(evaluator: PyEvaluator, function_: PyNode, own: PyNode | undefined, name: string): string {
  const { text } = evaluator.file;
  const base = indentOf(text, function_.start);
  const start = commentedStart(text, function_.start);
  const strings = [...descendants(function_)].filter(({ type }) => type === "string");
  const old = own === undefined ? name : evaluator.text(own);
  const home = own === undefined ? undefined : evaluator.bindingOf(old, own)?.scope;
  const names = [...descendants(function_)].filter((node) => {
    return isMention(node) && evaluator.text(node) === old && evaluator.bindingOf(old, node)?.scope === home;
  });
  let result = "";
  for (let at = start; at < function_.end;) {
    const found = names.find((node) => node.start === at);
    if (found !== undefined) {
      result += name;
      at = found.end;
      continue;
    }
    const isLine = at === lineStart(text, at) && !strings.some((string) => string.start < at && at < string.end);
    if (isLine && text.startsWith(base, at)) at += base.length;
    result += text.charAt(at);
    at++;
  }
  return result + commentBehind(text, function_.end);
}

/** A name that is looked up or bound where it stands: no attribute, no keyword, no parameter. */
export function isMention(node: PyNode): boolean {
  if (node.type !== "identifier" || node.field === "attribute") return false;
  if (node.parent?.type === "keyword_argument" && node.field === "name") return false;
  let inner = node;
  while (
    inner.parent !== undefined &&
    /^(typed_|default_|typed_default_)parameter$|_splat_pattern$/.test(inner.parent.type)
  ) {
    if (inner.field === "value") return true;
    inner = inner.parent;
  }
  return !/^(lambda_)?parameters$/.test(inner.parent?.type ?? "");
}
