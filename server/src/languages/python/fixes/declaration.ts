/** How a function is declared, and whether one that is declared so can become asynchronous. */
import type { Declaration } from "../../language";
import type { PyEvaluator } from "../evaluate";
import { childOf, childOfType, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { ownNodes } from "./site";

/** `node`: a `def` or a `lambda`. */
export function declarationOf(evaluator: PyEvaluator, node: PyNode): Declaration {
  if (node.type === "lambda") return refused("a lambda can't await");
  const name = childOf(node, "name");
  if (node.type !== "function_definition" || name === undefined) return refused("it isn't a function");
  const text = evaluator.text(name);
  if (/^__\w+__$/.test(text)) return refused(`Python itself calls \`${text}\`, and awaits nothing`);
  const class_ = classAround(node);
  const decorators = decoratorsOf(evaluator, node);
  if (decorators.some((decorator) => class_ === undefined || !/^(static|class)method$/.test(decorator)))
    return refused("it is decorated");
  if (givesAwaitable(evaluator, node)) return refused("it may give an awaitable already");
  const body = childOf(node, "body");
  if (body !== undefined && ownNodes(body).some(({ type }) => type === "yield"))
    return refused("a synchronous generator can't await");
  const sources = evaluator.bindingOf(text, name)?.sources.length ?? 0;
  if (class_ === undefined) return sources > 1 ? refused("its name is bound again") : { isCallback: false };
  const className = childOf(class_, "name");
  if (className === undefined || isDecorated(evaluator, class_)) return refused("its class is decorated");
  const bases = (childOf(class_, "superclasses")?.children ?? []).filter((base) => evaluator.text(base) !== "object");
  return { isCallback: false, method: { className: evaluator.text(className), isDerived: bases.length > 0 } };
}

function refused(refusal: string): Declaration {
  return { refusal, isCallback: false };
}

/** The class whose body holds the definition. */
function classAround(node: PyNode): PyNode | undefined {
  const outer = node.parent?.type === "decorated_definition" ? node.parent : node;
  const owner = outer.parent?.type === "block" ? outer.parent.parent : undefined;
  return owner?.type === "class_definition" ? owner : undefined;
}

function decoratorsOf(evaluator: PyEvaluator, node: PyNode): readonly string[] {
  const { parent } = node;
  if (parent?.type !== "decorated_definition") return [];
  return parent.children
    .filter(({ type }) => type === "decorator")
    .map((decorator) => evaluator.text(decorator).slice(1).trim());
}

/** A dataclass's methods are what they are. */
function isDecorated(evaluator: PyEvaluator, class_: PyNode): boolean {
  return decoratorsOf(evaluator, class_).some((decorator) => !/^(\w+\.)?(dataclass|final)\b/.test(decorator));
}

function givesAwaitable(evaluator: PyEvaluator, node: PyNode): boolean {
  const annotation = childOf(node, "return_type");
  if (annotation !== undefined)
    return /\b(Awaitable|Coroutine|Future|Task|Deferred|NoReturn|Never|AsyncIterator|AsyncGenerator)\b/.test(
      evaluator.text(annotation),
    );
  const body = childOf(node, "body");
  if (body === undefined) return false;
  return ownNodes(body).some(({ type, children }) => {
    const [result] = type === "return_statement" ? children : [];
    return result !== undefined && isAwaitable(evaluator, result);
  });
}

function isAwaitable(evaluator: PyEvaluator, node: PyNode): boolean {
  if (node.type === "parenthesized_expression" || node.type === "conditional_expression")
    return node.children.some((child) => isAwaitable(evaluator, child));
  const callee = node.type === "call" ? childOf(node, "function") : undefined;
  if (callee === undefined) return false;
  const value = evaluator.valueOf(callee);
  if (value.kind === "function") return childOfType(value.node, "async") !== undefined;
  const path = textOfPath(value) ?? "";
  return (
    /^(asyncio|anyio|trio)\.(?!run\b)/.test(path) ||
    /(^|\.)(create_task|ensure_future|run_in_executor)$/.test(evaluator.text(callee))
  );
}
