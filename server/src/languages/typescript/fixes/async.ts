/** Functions that become asynchronous: marked, their blocking calls rewritten, the calls of them awaited. */
import { ts } from "ts-morph";
import type { AsyncOutcome, AsyncRequest, ProjectContext } from "../../language";
import { evaluatorOf } from "../session";
import type { FunctionNode } from "../values";
import { asyncEdits, resultEdits } from "./asyncFunction";
import { functionAt } from "./declaration";
import { findCalls, isCall, planNode, workbench } from "./index";
import { toEdits } from "./merge";
import { suspensionHazard } from "./hazards";
import type { CallNode, LocalEdit, Plan, Workbench } from "./plan";
import { awaitRefusal, callbackCaution, isAwaited, leadingSemicolon, needsParentheses } from "./site";

/** All changes of one file, or the first that can't be made. */
export function makeAsync(file: string, text: string, request: AsyncRequest, project: ProjectContext): AsyncOutcome {
  const evaluator = evaluatorOf(file, text);
  const { tree } = evaluator.file;
  const functions: FunctionNode[] = [];
  for (const span of request.functions) {
    const node = functionAt(tree, span);
    if (node === undefined || ts.isPropertyDeclaration(node))
      return { refusal: "it isn't found again", at: span.start };
    functions.push(node);
  }
  const spans = [...request.targets.map(({ span }) => span), ...request.awaits];
  const calls = findCalls(tree, spans);
  const bench = workbench(evaluator, project, functions, calls);
  const plans: Plan[] = functions.map((node) => functionPlan(bench, node));
  for (const [index, span] of spans.entries()) {
    const node = calls[index];
    const target = request.targets[index];
    if (node === undefined || (target === undefined && !isCall(node)))
      return { refusal: "the call isn't found again", at: span.start };
    const planned = target === undefined ? awaitPlan(bench, node as CallNode) : planNode(bench, node, target);
    if ("refusal" in planned) return { refusal: planned.refusal, at: span.start };
    const [plan] = planned.plans;
    if (plan === undefined) return { refusal: "what blocks there has no asynchronous form", at: span.start };
    plans.push(plan);
  }
  const cautions = [...new Set(plans.flatMap((plan) => plan.cautions))];
  return {
    edits: toEdits(
      bench,
      plans.filter((plan) => plan.edits.length > 0),
    ),
    cautions,
  };
}

/** `async`, and `Promise<…>` around the annotated result. */
function functionPlan({ file: { tree } }: Workbench, node: FunctionNode): Plan {
  const edits = [...asyncEdits(node, tree), ...resultEdits(node, tree)];
  return { callee: "async", cautions: [], edits, needs: [], released: [] };
}

function awaitPlan(
  bench: Workbench,
  call: CallNode,
): { readonly plans: readonly Plan[] } | { readonly refusal: string } {
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
  return { plans: [{ callee: "await", cautions, edits, needs: [], released: [] }] };
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
