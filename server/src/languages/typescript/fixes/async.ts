/** Functions that become asynchronous: marked, their blocking calls rewritten, the calls of them awaited. */
import { ts } from "ts-morph";
import type { AsyncOutcome, AsyncRequest, ProjectContext } from "../../language";
import { inlineReference, type InlineReference } from "../callbacks";
import type { Evaluator } from "../evaluate";
import { evaluatorOf } from "../session";
import type { FunctionNode } from "../values";
import { asyncEdits, resultEdits } from "./asyncFunction";
import { functionAt } from "./declaration";
import { findCalls, isCall, planNode, referenceOf, workbench } from "./index";
import { planInline } from "./inline";
import { expandReferences } from "./inline/references";
import { toEdits } from "./merge";
import { suspensionHazard } from "./hazards";
import type { CallNode, LocalEdit, Plan, Planned, Workbench } from "./plan";
import { awaitRefusal, callbackCaution, isAwaited, leadingSemicolon, needsParentheses } from "./site";

/** All changes of one file, or the first that can't be made. */
export function makeAsync(file: string, text: string, request: AsyncRequest, project: ProjectContext): AsyncOutcome {
  const written = evaluatorOf(file, text);
  const expansion = expandReferences(written, referencesIn(written, request));
  const evaluator = expansion?.evaluator ?? written;
  const { tree } = evaluator.file;
  const functions: FunctionNode[] = [];
  for (const span of request.functions) {
    const node = functionAt(tree, expansion?.spanOf(span) ?? span);
    if (node === undefined || ts.isPropertyDeclaration(node))
      return { refusal: "it isn't found again", at: span.start };
    functions.push(node);
  }
  const spans = [...request.targets.map(({ span }) => span), ...request.awaits];
  const calls = findCalls(
    tree,
    spans.map((span) => expansion?.spanOf(span) ?? span),
  );
  const bench = workbench(evaluator, project, functions, calls);
  const plans: Plan[] = functions.map((node) => functionPlan(bench, node));
  for (const [index, span] of spans.entries()) {
    const node = calls[index];
    const target = request.targets[index];
    if (node === undefined || (target === undefined && !isCall(node)))
      return { refusal: "the call isn't found again", at: span.start };
    const planned = target === undefined ? awaitInPlace(bench, node as CallNode) : planNode(bench, node, target);
    if ("refusal" in planned) return { refusal: planned.refusal, at: span.start };
    const [plan] = planned.plans;
    if (plan === undefined) return { refusal: "what blocks there has no asynchronous form", at: span.start };
    plans.push(plan);
  }
  const cautions = [...new Set(plans.flatMap((plan) => plan.cautions))];
  const edits = toEdits(
    bench,
    plans.filter((plan) => plan.edits.length > 0),
  );
  return { edits: expansion?.editsOf(edits) ?? edits, cautions };
}

/** What is handed to an array's method by its name. */
function referencesIn(evaluator: Evaluator, { targets, awaits }: AsyncRequest): readonly InlineReference[] {
  const called = findCalls(evaluator.file.tree, awaits).flatMap((node) => {
    const reference = node && inlineReference(evaluator, node);
    return reference === undefined ? [] : [reference];
  });
  return [...targets.flatMap((target) => referenceOf(evaluator, target)), ...called];
}

/** `async`, and `Promise<…>` around the annotated result. */
function functionPlan({ file: { tree } }: Workbench, node: FunctionNode): Plan {
  const edits = [...asyncEdits(node, tree), ...resultEdits(node, tree)];
  return { callee: "async", cautions: [], edits, needs: [], released: [] };
}

/** The call is awaited, in callbacks that run inline in a form of theirs that awaits. */
function awaitInPlace(bench: Workbench, call: CallNode): Planned {
  const planIn = (inside: Workbench): Planned => awaitPlan(inside, call);
  return planInline(bench, { node: call, oneAtATime: false }, planIn) ?? planIn(bench);
}

function awaitPlan(bench: Workbench, call: CallNode): Planned {
  const {
    evaluator,
    file: { tree },
  } = bench;
  if (isAwaited(call)) return { plans: [{ callee: "", cautions: [], edits: [], needs: [], released: [] }] };
  const refusal = awaitRefusal(evaluator, call, bench) ?? chainRefusal(call);
  if (refusal !== undefined) return { refusal };
  const hazard = suspensionHazard(bench, call);
  if (hazard !== undefined && "refuse" in hazard) return { refusal: hazard.refuse };
  const cautions = [hazard?.caution, callbackCaution(bench, call)].filter((text) => text !== undefined);
  const isFollowed = needsParentheses(call);
  const start = call.getStart(tree);
  const before = isFollowed ? `${leadingSemicolon(call, tree)}(await ` : "await ";
  const edits: LocalEdit[] = [insertion(start, before)];
  if (isFollowed) edits.push({ ...insertion(call.end, ")"), closes: true });
  return { plans: [{ callee: "await", cautions, edits, needs: [], released: [], node: call }] };
}

/** `f?.().x`: the rest of the chain isn't evaluated when there is no `f`. */
function chainRefusal(call: CallNode): string | undefined {
  const { parent } = call;
  const isChain = (call.flags & ts.NodeFlags.OptionalChain) !== 0 && (parent.flags & ts.NodeFlags.OptionalChain) !== 0;
  return isChain && needsParentheses(call) ? "an optional chain goes on after it" : undefined;
}

function insertion(at: number, text: string): LocalEdit {
  return { start: at, end: at, text };
}
