/** Blocking calls in callbacks that run inline: the callback gets a form that awaits, and the call is rewritten in it. */
import { ts } from "ts-morph";
import { awaitRefusal, calledName } from "../site";
import type { Form, FormsOutcome, Plan, Planned, Workbench } from "../plan";
import { arrayKind } from "./arrays";
import { callbackRefusal, inlineCallback, type InlineCallback } from "./callback";
import { allForm, awaitedForm, isAwaitedTogether, limitedForm } from "./concurrent";
import { loopForm } from "./loop";

/** What concerns a call beside its callbacks. */
export interface InlineCall {
  readonly node: ts.Node;
  /** Only one at a time: `zlib` with many at once takes up memory without end (Node's documentation says so). */
  readonly oneAtATime: boolean;
}

/**
 * Plans for a call in inline callbacks, best form first; undefined where the function around it isn't one.
 * `planIn` plans the call itself, on a bench on which its callbacks can await.
 */
export function planInline(
  bench: Workbench,
  { node, oneAtATime }: InlineCall,
  planIn: (bench: Workbench) => Planned,
): Planned | undefined {
  const callbacks = callbacksAround(bench, node);
  const [innermost, ...others] = callbacks;
  const outermost = callbacks.at(-1);
  if (innermost === undefined || outermost === undefined) return undefined;
  const refusal = awaitRefusal(bench.evaluator, outermost.call, bench);
  if (refusal !== undefined) return { refusal };
  const around: Form[] = [];
  for (const outer of others) {
    const outcome = formsOf(bench, outer);
    if ("refusal" in outcome) return outcome;
    around.push(outcome.forms[0]);
  }
  const outcome = formsOf(bench, innermost);
  if ("refusal" in outcome) return outcome;
  const plans: Plan[] = [];
  for (const form of outcome.forms) {
    const forms = [form, ...around];
    if (oneAtATime && forms.some(({ kind }) => kind !== "loop")) continue;
    const planned = planIn(benchIn(bench, callbacks, forms));
    if ("plans" in planned) plans.push(...planned.plans.map((plan) => inForms(plan, forms)));
    // Whoever rewrites all of a callback's calls together takes the first form of each.
    else if (form === outcome.forms[0]) return planned;
  }
  return plans.length > 0 ? { plans } : { refusal: "it would work on all elements at the same time" };
}

function callbacksAround(bench: Workbench, node: ts.Node): readonly InlineCallback[] {
  const found: InlineCallback[] = [];
  for (let at = node; ;) {
    const inline = inlineCallback(bench.evaluator, at);
    if (inline === undefined || bench.madeAsync.has(inline.callback)) return found;
    found.push(inline);
    at = inline.call;
  }
}

function formsOf(bench: Workbench, inline: InlineCallback): FormsOutcome {
  const known = bench.forms.get(inline.callback);
  if (known !== undefined) return known;
  const outcome = computeForms(bench, inline);
  bench.forms.set(inline.callback, outcome);
  return outcome;
}

function computeForms(bench: Workbench, inline: InlineCallback): FormsOutcome {
  const refusal = callbackRefusal(inline, bench.file.tree);
  if (refusal !== undefined) return { refusal };
  if (hasBlockingCallback(bench, inline.callee.expression))
    return { refusal: `the callback before that of ${calledName(inline.call)} has to be rewritten first` };
  if (arrayKind(bench.evaluator, inline.callee.expression) === "holes")
    return { refusal: `${calledName(inline.call)} leaves out what was never set in the array` };
  if (isAwaitedTogether(bench, inline)) return { forms: [awaitedForm(bench, inline)] };
  const loop = loopForm(bench, inline);
  const all = [loop, limitedForm(bench, inline, "refusal" in loop), allForm(bench, inline)];
  const [first, ...rest] = all.flatMap((outcome) => ("refusal" in outcome ? [] : [outcome]));
  if (first !== undefined) return { forms: [first, ...rest] };
  return { refusal: "refusal" in loop ? loop.refusal : "" };
}

/** `files.filter(exists).map(read)`: one loop at a time. */
function hasBlockingCallback({ blocking }: Workbench, node: ts.Node): boolean {
  const visit = (child: ts.Node, isInside: boolean): boolean => {
    if (isInside && blocking.has(child)) return true;
    const isFunction = ts.isArrowFunction(child) || ts.isFunctionExpression(child);
    return ts.forEachChild(child, (inner) => (visit(inner, isInside || isFunction) ? true : undefined)) ?? false;
  };
  return visit(node, false);
}

function benchIn(bench: Workbench, callbacks: readonly InlineCallback[], forms: readonly Form[]): Workbench {
  const isLoop = (_: InlineCallback, index: number): boolean => forms[index]?.kind === "loop";
  const dissolved = callbacks.filter(isLoop).map(({ callback }) => callback);
  const madeAsync = callbacks.map(({ callback }) => callback);
  return {
    ...bench,
    dissolved: new Set([...bench.dissolved, ...dissolved]),
    madeAsync: new Set([...bench.madeAsync, ...madeAsync]),
  };
}

function inForms(plan: Plan, forms: readonly Form[]): Plan {
  const own = forms.flatMap(({ cautions }) => cautions);
  // The form says itself how many elements are worked on.
  const others = plan.cautions.filter((caution) => !caution.endsWith("at the same time"));
  return { ...plan, cautions: [...new Set([...own, ...others])], forms };
}
