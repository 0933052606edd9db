/** One walk over a file's tree: which function evaluates which call, in how many loops. */
import type { CallFacts, ClassFacts, FunctionFacts, Span } from "../../core/facts";
import type { FactsOptions } from "../language";
import { callFacts, mayBeOwn, type Pending, type Place } from "./callFacts";
import { callbackPlacement, callOfArgument, drawnElsewhere } from "./callbacks";
import { classFacts } from "./classFacts";
import { chosenFields, isChosenExpression } from "./choices";
import type { PyEvaluator } from "./evaluate";
import { functionFacts } from "./functionFacts";
import { readGetter } from "./getters";
import { consumed, entered, walked, walkedOwn } from "./implicit";
import { keyOf } from "./keys";
import { WorkFinder } from "./loops/index";
import { fillsOnce, keepsResult } from "./once";
import { builtIn, operated, subscripted } from "./operators";
import { isDelegation } from "./results";
import { isComprehension } from "./scopes";
import { childOf, childOfType, spanOf, type PyNode } from "./tree";
import type { Value } from "./values";
import { givenToOf, withUses } from "./wrappers";

export interface Collected {
  /** All but the module itself. */
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly { readonly span: Span; readonly facts: ClassFacts }[];
  readonly calls: readonly CallFacts[];
  /** What computes; in `FileFacts` it comes behind the calls. */
  readonly work: readonly CallFacts[];
}

/** Of these statements of the module, in their order. Without `chosen` calls are left out that run only where somebody else says so. */
export function collectCalls(
  evaluator: PyEvaluator,
  statements: readonly PyNode[],
  { chosen: withChosen = true }: FactsOptions = {},
): Collected {
  const functions: FunctionFacts[] = [];
  const classes: Collected["classes"][number][] = [];
  const pending: Pending[] = [];
  const work: CallFacts[] = [];
  const finder = new WorkFinder(evaluator);

  const addFunction = (node: PyNode, place: Place): Place => {
    const key = keyOf(node) ?? "";
    const given = node.type === "lambda" ? callOfArgument(node) : undefined;
    const placement = given === undefined ? "own" : callbackPlacement(evaluator, given);
    functions.push(withUses(evaluator, functionFacts(evaluator, node, key, place.owner, placement), node));
    const inside: Place =
      placement === "inline"
        ? { owner: key, loopDepth: place.loopDepth + 1, ...(place.chosen === true ? { chosen: true } : {}) }
        : { owner: key, loopDepth: 0 };
    return node.type === "function_definition" && keepsResult(evaluator, node) ? { ...inside, once: true } : inside;
  };

  /** How much somebody else's loop goes through, its callers say too. */
  const addWork = (node: PyNode, place: Place): void => {
    if (withChosen) work.push(...finder.workOf(node, place));
  };

  const visitChildren = (node: PyNode, place: Place): void => {
    for (const child of node.children) visit(child, place);
  };

  /** Where the children of a node are. */
  const placesIn = (node: PyNode, place: Place): ((child: PyNode) => Place) => {
    if (withChosen || place.chosen === true) return () => place;
    const chosen: Place = { ...place, chosen: true };
    if (node.type === "except_clause" || isChosenExpression(evaluator, node)) return () => chosen;
    const fields = chosenFields(evaluator, node);
    return (child) => (child.field !== undefined && fields.includes(child.field) ? chosen : place);
  };

  const visit = (node: PyNode, place: Place): void => {
    switch (node.type) {
      case "type":
        return;
      case "function_definition":
      case "lambda": {
        const inside = addFunction(node, place);
        addWork(node, inside);
        for (const child of node.children) visit(child, child.field === "body" ? inside : place);
        return;
      }
      case "class_definition":
        classes.push({ span: spanOf(node), facts: classFacts(evaluator, node, keyOf(node) ?? "") });
        return visitChildren(node, place);
      case "call":
        pending.push(
          { form: "call", node, place },
          ...consumed(evaluator, node, place),
          ...builtIn(evaluator, node, place),
        );
        addWork(node, place);
        addCallbacks(node, place);
        return visitChildren(node, place);
      case "binary_operator":
      case "comparison_operator":
        pending.push(...operated(evaluator, node, place));
        return visitChildren(node, place);
      case "subscript":
        pending.push(...subscripted(evaluator, node, place));
        return visitChildren(node, place);
      case "attribute":
        pending.push(...readGetter(evaluator, node, place));
        return visitChildren(node, place);
      case "with_item":
        if (childOfType(node.parent?.parent ?? node, "async") === undefined)
          pending.push(...entered(evaluator, node, place));
        return visitChildren(node, place);
      case "for_statement":
        addWork(node, place);
        if (childOfType(node, "async") === undefined) pending.push(...walked(evaluator, childOf(node, "right"), place));
        return visitLoop(node, ["body"], place);
      case "if_statement": {
        if (place.once === true || !fillsOnce(evaluator, node)) return visitBranches(node, place);
        for (const child of node.children)
          visit(child, child.field === "consequence" ? { ...place, once: true } : place);
        return;
      }
      case "elif_clause":
      case "match_statement":
      case "boolean_operator":
      case "conditional_expression":
      case "except_clause":
        return visitBranches(node, place);
      case "while_statement":
        addWork(node, place);
        return visitLoop(node, ["condition", "body"], place);
      case "yield":
        if (isDelegation(evaluator, node)) pending.push(...walkedOwn(evaluator, node.children[0], place));
        return visitChildren(node, place);
      case "assignment":
        // `a, b = value` walks through it.
        if (/^(pattern_list|tuple_pattern|list_pattern)$/.test(childOf(node, "left")?.type ?? ""))
          pending.push(...walkedOwn(evaluator, childOf(node, "right"), place));
        return visitChildren(node, place);
      case "list_splat":
        pending.push(...walkedOwn(evaluator, node.children[0], place));
        return visitChildren(node, place);
      default:
        return isComprehension(node) ? visitComprehension(node, place) : visitChildren(node, place);
    }
  };

  const visitBranches = (node: PyNode, place: Place): void => {
    const placeOf = placesIn(node, place);
    for (const child of node.children) visit(child, placeOf(child));
  };

  const visitLoop = (node: PyNode, repeated: readonly string[], place: Place): void => {
    for (const child of node.children) {
      const isRepeated = child.field !== undefined && repeated.includes(child.field);
      visit(child, isRepeated ? { ...place, loopDepth: place.loopDepth + 1 } : place);
    }
  };

  /** The first iterable is evaluated once, everything else per element. */
  const visitComprehension = (node: PyNode, place: Place): void => {
    const first = childOfType(node, "for_in_clause");
    const inLoop = { ...place, loopDepth: place.loopDepth + 1 };
    addWork(node, place);
    for (const child of node.children) {
      const isFirst = child === first;
      if (child.type === "for_in_clause" && childOfType(child, "async") === undefined)
        pending.push(...walked(evaluator, childOf(child, "right"), isFirst ? place : inLoop));
      if (!isFirst) visit(child, inLoop);
      else for (const part of child.children) visit(part, part.field === "right" ? place : inLoop);
    }
  };

  /** References that are given to a call: run there and then (`map(requests.get, urls)`), or by what a function of ours does. */
  const addCallbacks = (node: PyNode, place: Place): void => {
    const list = childOf(node, "arguments")?.children ?? [];
    if (!list.some(isNamed)) return;
    const placement = callbackPlacement(evaluator, node);
    if (placement !== "inline" && placement !== "own") return;
    for (const argument of list) {
      const value = valueOfArgument(argument);
      if (value === undefined || !isNamed(argument)) continue;
      if (placement === "inline")
        pending.push({ form: "callback", node: value, place: { ...place, loopDepth: place.loopDepth + 1 } });
      else if (mayBeFunction(evaluator.valueOf(value))) {
        const givenTo = givenToOf(evaluator, value);
        if (givenTo !== undefined && mayBeOwn(givenTo.callee))
          pending.push({ form: "callback", node: value, givenTo, place });
      }
    }
  };

  for (const statement of statements) visit(statement, { owner: "", loopDepth: 0 });
  const drawn = drawnElsewhere(evaluator);
  const isLeftOut = ({ node, place }: Pending): boolean =>
    place.chosen === true || (drawn.size > 0 && drawn.has(nameGiven(evaluator, node) ?? ""));
  const calls = onceEach(pending.filter((item) => !isLeftOut(item)).flatMap((item) => callFacts(evaluator, item)));
  return { functions, classes, calls, work };
}

/** What the text doesn't call itself is told once for each function: the same attribute is read over and over. */
function onceEach(calls: readonly CallFacts[]): readonly CallFacts[] {
  const seen = new Set<string>();
  return calls.filter(({ form, owner, callee, ofModule, givenTo, loopDepth }) => {
    if (form !== "get" && givenTo === undefined) return true;
    const key = JSON.stringify([owner, callee, ofModule, givenTo, loopDepth > 0]);
    return !seen.has(key) && seen.add(key);
  });
}

/** The name that a value is assigned to, by itself or as one of two. */
function nameGiven(evaluator: PyEvaluator, node: PyNode): string | undefined {
  let { parent } = node;
  while (
    parent !== undefined &&
    /^(parenthesized_expression|conditional_expression|boolean_operator)$/.test(parent.type)
  )
    ({ parent } = parent);
  const left = parent?.type === "assignment" ? childOf(parent, "left") : undefined;
  return left?.type === "identifier" ? evaluator.text(left) : undefined;
}

function valueOfArgument(argument: PyNode): PyNode | undefined {
  return argument.type === "keyword_argument" ? childOf(argument, "value") : argument;
}

function isNamed(argument: PyNode): boolean {
  return /^(identifier|attribute)$/.test(valueOfArgument(argument)?.type ?? "");
}

/**
 * A function, or something of another module that may be one: a name of it, or a member of an object. By custom, constants
 * and classes begin with a capital.
 */
function mayBeFunction(value: Value): boolean {
  if (value.kind === "function") return true;
  const [last, before] = value.kind === "path" ? value.steps.toReversed() : [];
  if (last?.kind !== "property" || /^[A-Z_]/.test(last.name)) return false;
  return before?.kind !== "property" || (value.kind === "path" && value.steps.every(({ kind }) => kind === "property"));
}
