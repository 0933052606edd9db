/** How control leaves a loop while it goes around. */
import { Kept } from "../../../core/kept";
import type { Reference } from "../../../core/facts";
import { mayBeOwn } from "../callFacts";
import type { PyEvaluator } from "../evaluate";
import { childOf, skipParentheses, type PyNode } from "../tree";
import { textOfPath, toReference } from "../values";

export interface Content {
  /** Something in it gives control back, or may: it waits for what isn't a function of ours, or yields. */
  readonly mayWait: boolean;
  /** Functions of ours that it awaits. */
  readonly awaits: readonly Reference[];
  /** It may be left early: `break`, `return`. */
  readonly leaves: boolean;
  /** It may be left by an exception of its own, or with the program. */
  readonly raises: boolean;
}

const ENDS_PROGRAM = /^(sys\.exit|os\._exit|os\.abort|os\.exec\w+|builtins\.(exit|quit))$/;

/** A node that outlives its text is unchanged, but the names in it may mean something else. */
const contents = new Kept<PyEvaluator, Map<PyNode, Content>>();

/** What is in a loop or a comprehension, without functions inside of it and what is evaluated once before. */
export function contentOf(evaluator: PyEvaluator, loop: PyNode): Content {
  let known = contents.get(evaluator);
  if (known === undefined) contents.set(evaluator, (known = new Map<PyNode, Content>()));
  const content = known.get(loop) ?? read(evaluator, loop);
  known.set(loop, content);
  return content;
}

function read(evaluator: PyEvaluator, loop: PyNode): Content {
  const awaits: Reference[] = [];
  let [mayWait, leaves, raises] = [loop.children.some(({ type }) => type === "async"), false, false];
  const visit = (node: PyNode, isInnerLoop: boolean): void => {
    switch (node.type) {
      case "function_definition":
      case "class_definition":
      case "lambda":
        return;
      case "async":
      case "yield":
        mayWait = true;
        return;
      case "await": {
        const reference = awaitedFunction(evaluator, node);
        if (reference === undefined) mayWait = true;
        else awaits.push(reference);
        break;
      }
      case "break_statement":
        leaves ||= !isInnerLoop;
        return;
      case "return_statement":
        leaves = true;
        break;
      case "raise_statement":
        raises = true;
        break;
      case "call": {
        const callee = childOf(node, "function");
        if (callee !== undefined && ENDS_PROGRAM.test(textOfPath(evaluator.valueOf(callee)) ?? "")) raises = true;
        break;
      }
      case "for_statement":
      case "while_statement":
        // A `break` in its `else` leaves the loop around it.
        for (const child of node.children) visit(child, child.field === "body" || isInnerLoop);
        return;
      default:
    }
    for (const child of node.children) visit(child, isInnerLoop);
  };
  for (const child of loop.children) {
    if (child.field === "alternative" || (child.field === "right" && loop.type === "for_statement")) continue;
    visit(child, false);
  }
  return { mayWait, awaits, leaves, raises };
}

/** The function of ours that an `await` may run; undefined for anything else. */
export function awaitedFunction(evaluator: PyEvaluator, node: PyNode): Reference | undefined {
  const call = node.children[0] && skipParentheses(node.children[0]);
  const callee = call?.type === "call" ? childOf(call, "function") : undefined;
  if (callee === undefined) return undefined;
  const reference = toReference(evaluator.valueOf(callee));
  return mayBeOwn(reference) ? reference : undefined;
}
