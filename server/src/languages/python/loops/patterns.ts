/** Regular expressions that take exponentially long on some texts, where they meet a text that nobody knows. */
import { exponentialPart } from "../../backtracking";
import type { PyEvaluator } from "../evaluate";
import { childOf, skipParentheses, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { onlyValue } from "./numbers";
import { positional } from "./walks";

/** What matches, and where the text stands behind the pattern. */
const TEXT_AT: Readonly<Record<string, number>> = {
  findall: 1,
  finditer: 1,
  fullmatch: 1,
  match: 1,
  search: 1,
  split: 1,
  sub: 2,
  subn: 2,
};

export interface PythonPattern {
  /** As written, without its quotes. */
  readonly name: string;
  /** The repetition around another. */
  readonly part: string;
}

/** The pattern that a call matches a text with, if that may take exponentially long. */
export function backtrackingOf(evaluator: PyEvaluator, call: PyNode): PythonPattern | undefined {
  const callee = childOf(call, "function");
  const method = callee?.type === "attribute" ? childOf(callee, "attribute") : undefined;
  const at = method && TEXT_AT[evaluator.text(method)];
  if (callee === undefined || method === undefined || at === undefined) return undefined;
  const given = positional(call);
  const path = textOfPath(evaluator.valueOf(callee)) ?? "";
  const isOfModule = path === `re.${evaluator.text(method)}`;
  if (!isOfModule && path !== `re.compile().${evaluator.text(method)}`) return undefined;
  const object = childOf(callee, "object");
  const pattern = isOfModule ? given[0] : object && compiled(evaluator, object);
  const text = given[isOfModule ? at : at - 1];
  // Flags change what a pattern means: verbose ones have comments.
  const hasFlags = isOfModule && /\bflags\s*=|\bre\.[A-Z]/.test(evaluator.text(call));
  if (pattern === undefined || text === undefined || hasFlags || isKnownText(evaluator, text)) return undefined;
  const name = rawText(evaluator, pattern);
  const source = name && inJavaScript(name);
  if (name === undefined || source === undefined) return undefined;
  const part = exponentialPart(evaluator.text(method) === "fullmatch" ? `(?:${source})$` : source, "");
  return part === undefined ? undefined : { name, part };
}

/** The only argument of the `re.compile(…)` that an object is, in place or by a name. */
function compiled(evaluator: PyEvaluator, object: PyNode): PyNode | undefined {
  const node = valueOfName(evaluator, object);
  const given = node?.type === "call" ? (childOf(node, "arguments")?.children ?? []) : [];
  return given.length === 1 ? given[0] : undefined;
}

function valueOfName(evaluator: PyEvaluator, expression: PyNode): PyNode | undefined {
  const node = skipParentheses(expression);
  const value = node.type === "identifier" ? onlyValue(evaluator, node) : node;
  return value && skipParentheses(value);
}

function isKnownText(evaluator: PyEvaluator, text: PyNode): boolean {
  return (valueOfName(evaluator, text)?.type ?? "").endsWith("string");
}

/** What a raw string, or one without a backslash, holds; in place or by a name. */
function rawText(evaluator: PyEvaluator, expression: PyNode): string | undefined {
  const node = valueOfName(evaluator, expression);
  if (node?.type !== "string" || node.children.some(({ type }) => type === "interpolation")) return undefined;
  const [, prefix = "", , text = ""] = /^(\w*)("""|'''|"|')([^]*)\2$/.exec(evaluator.text(node)) ?? [];
  const isPlain = /^[bu]?$/i.test(prefix) && !text.includes("\\");
  return isPlain || /^b?rb?$/i.test(prefix) ? text : undefined;
}

/** Python's spelling of what JavaScript has, too; undefined for what it has not. */
function inJavaScript(pattern: string): string | undefined {
  if (/\(\?(?:[#(>]|[aiLmsux]+[:)-])|\\N|[*+?}]\+/.test(pattern)) return undefined;
  return pattern
    .replaceAll("(?P<", "(?<")
    .replace(/\(\?P=(\w+)\)/g, "\\k<$1>")
    .replace(/(?<!\\)((?:\\\\)*)\\A/g, "$1^")
    .replace(/(?<!\\)((?:\\\\)*)\\Z/g, "$1$");
}
