/** What the rest of a module can see of one of its statements. */
import { assignmentsTo, classIndex } from "./classes";
import { wrapsOf } from "./decorators";
import type { PyEvaluator } from "./evaluate";
import { keyOf } from "./keys";
import { resultOf } from "./results";
import { childOf, type PyNode } from "./tree";
import { common, type Value } from "./values";

/** Names of other scopes, and what makes facts of the text as a whole. */
const SEEN_ELSEWHERE = /\b(global|nonlocal|__all__|next)\b/;

/** The same of statements that run in the module itself. */
const SEEN_IN_MODULE = /\b(import|setblocking|settimeout)\b/;

/**
 * A function's head and what calling it gives; a class without the bodies of its methods, what those give, and what they
 * assign. Two statements of which this is the same are the same to all others. Undefined where they may see more.
 */
export function outsideView(evaluator: PyEvaluator, statement: PyNode): string | undefined {
  const definition = definitionIn(statement);
  if (definition === undefined || writesElsewhere(evaluator, statement)) return undefined;
  const seen = new Set<PyNode>();
  const views =
    definition.type === "function_definition"
      ? functionView(evaluator, definition, seen)
      : classView(evaluator, definition, seen);
  return views === undefined ? undefined : JSON.stringify([headOf(evaluator, statement), views]);
}

/** Whether a statement is a class. */
export function isClass(statement: PyNode): boolean {
  return definitionIn(statement)?.type === "class_definition";
}

/** The function or the class that a statement is; undefined for any other. */
export function definitionIn(statement: PyNode): PyNode | undefined {
  const definition = statement.type === "decorated_definition" ? childOf(statement, "definition") : statement;
  return /^(function|class)_definition$/.test(definition?.type ?? "") ? definition : undefined;
}

/** Whether something in a statement may change what other statements are. */
export function writesElsewhere(evaluator: PyEvaluator, statement: PyNode): boolean {
  const text = evaluator.text(statement);
  return SEEN_ELSEWHERE.test(text) || (definitionIn(statement) === undefined && SEEN_IN_MODULE.test(text));
}

/** The text of a statement without the bodies of functions. */
function headOf(evaluator: PyEvaluator, statement: PyNode): string {
  let head = "";
  let at = statement.start;
  const visit = (node: PyNode): void => {
    for (const child of node.children) {
      // A comment between the head and the body belongs to neither.
      if (node.type === "function_definition" && (child.field === "body" || child.type === "comment")) {
        head += evaluator.file.text.slice(at, child.start).trimEnd();
        at = child.end;
      } else visit(child);
    }
  };
  visit(statement);
  return head + evaluator.file.text.slice(at, statement.end);
}

function functionView(evaluator: PyEvaluator, definition: PyNode, seen: Set<PyNode>): unknown {
  if (wrapsOf(evaluator, definition) !== undefined) return undefined;
  return valueView(resultOf(evaluator, definition), definition, seen);
}

function classView(evaluator: PyEvaluator, owner: PyNode, seen: Set<PyNode>): unknown {
  const { methods, classes, assignments } = classIndex(evaluator, owner);
  if (classes.size > 0) return undefined;
  seen.add(owner);
  for (const method of methods.values()) seen.add(method);
  const fields = [...assignments.keys()].map((name) => [
    name,
    valueView(common(assignmentsTo(evaluator, owner, name)), owner, seen),
  ]);
  const results = [...methods].map(([name, method]) => [name, functionView(evaluator, method, seen)]);
  const all = [...fields, ...results];
  return all.every(([, view]) => view !== undefined) ? all : undefined;
}

/** A value as JSON, nodes by their keys; undefined where it has something in `around` that nobody has `seen`. */
function valueView(value: Value, around: PyNode, seen: ReadonlySet<PyNode>): string | undefined {
  const nodes: PyNode[] = [];
  const text = JSON.stringify(value, (name, part: unknown) => {
    if (name !== "node") return part;
    const node = part as PyNode;
    nodes.push(node);
    return keyOf(node) ?? "";
  });
  const isOutside = ({ start, end }: PyNode): boolean => end <= around.start || around.end <= start;
  return nodes.every((node) => seen.has(node) || isOutside(node)) ? text : undefined;
}
