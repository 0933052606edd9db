/** Rewrites of blocking calls: one fix a plan, or all first plans of a file together. */
import { ts } from "ts-morph";
import type { Span } from "../../../core/facts";
import type { Edit, Fix } from "../../../core/findings";
import type { FixOutcome, FixTarget, ProjectContext } from "../../language";
import { callbackUse } from "../callbacks";
import type { Evaluator } from "../evaluate";
import { evaluatorOf } from "../session";
import { toEdits } from "./merge";
import { FileNames } from "./names";
import { planInline } from "./inline";
import type { CallNode, Plan, Planned, Workbench } from "./plan";
import { planCall } from "./rewrite";
import { calledName } from "./site";
import { findWork } from "./work/find";
import { planWork } from "./work/plan";

/** Rewrites for each target, best first, or why there is none. */
export function fixesFor(
  file: string,
  text: string,
  targets: readonly FixTarget[],
  project: ProjectContext,
): readonly FixOutcome[] {
  return planAll(file, text, targets, project, "apart", ({ bench, planned }) => {
    if ("refusal" in planned) return { fixes: [], refusal: planned.refusal };
    return { fixes: planned.plans.map((plan) => toFix(bench, plan)) };
  });
}

/** First plans of all targets together. */
export function fixAllEdits(
  file: string,
  text: string,
  targets: readonly FixTarget[],
  project: ProjectContext,
  options: { readonly unsafe: boolean },
): readonly Edit[] {
  const planned = planAll(file, text, targets, project, "together", (result) => result);
  const [first] = planned;
  if (first === undefined) return [];
  const plans = planned.flatMap((result) => ("plans" in result.planned ? result.planned.plans.slice(0, 1) : []));
  const chosen = plans.filter((plan) => options.unsafe || plan.cautions.length === 0);
  return chosen.length === 0 ? [] : toEdits(first.bench, chosen);
}

interface PlannedTarget {
  readonly bench: Workbench;
  readonly planned: Planned;
}

function planAll<T>(
  file: string,
  text: string,
  targets: readonly FixTarget[],
  project: ProjectContext,
  applied: "together" | "apart",
  use: (result: PlannedTarget) => T,
): readonly T[] {
  const evaluator = evaluatorOf(file, text);
  const { tree } = evaluator.file;
  const calls = findCalls(
    tree,
    targets.filter(({ work }) => work === undefined).map(({ span }) => span),
  );
  const shared = workbench(evaluator, project, [], calls);
  return targets.map((target) => {
    // New variables of one fix are not in the way of another's, unless both are made.
    const isOwn = target.work !== undefined && applied === "apart";
    const bench = isOwn ? workbench(evaluator, project, [], calls) : shared;
    const node = target.work === undefined ? findCalls(tree, [target.span])[0] : findWork(tree, target.span);
    if (node === undefined) return use({ bench, planned: { plans: [] } });
    return use({ bench, planned: planNode(bench, node, target) });
  });
}

/** What the plans for one text share. `madeAsync`: functions that become asynchronous with them; `calls`: all that are planned. */
export function workbench(
  evaluator: Evaluator,
  project: ProjectContext,
  madeAsync: readonly ts.Node[],
  calls: readonly (ts.Node | undefined)[],
): Workbench {
  const { file } = evaluator;
  return {
    file,
    evaluator,
    names: new FileNames(evaluator),
    project,
    madeAsync: new Set(madeAsync),
    dissolved: new Set(),
    blocking: new Set(calls.filter((call) => call !== undefined)),
    forms: new Map(),
  };
}

/** Plans for what a target's span holds. */
export function planNode(bench: Workbench, node: ts.Node, target: FixTarget): Planned {
  if (target.work !== undefined) return planWork(bench, node, { work: target.work, each: target.each ?? 0 });
  if (!isCall(node)) return { refusal: formRefusal(bench.evaluator, node) };
  if (target.entry.twin === undefined) return { plans: [] };
  const oneAtATime = target.entry.category === "compression";
  const planIn = (inside: Workbench): Planned => planCall({ ...inside, call: node, target });
  return planInline(bench, { node, oneAtATime }, planIn) ?? planIn(bench);
}

function formRefusal(evaluator: Evaluator, node: ts.Node): string {
  if (ts.isNewExpression(node)) return "a constructor has no asynchronous form";
  let outer = node.parent;
  while (!ts.isCallExpression(outer) && !ts.isNewExpression(outer)) outer = outer.parent;
  const use = callbackUse(evaluator, outer, node as ts.Expression);
  return use.repeated
    ? `${calledName(outer)} calls it back and can't await it`
    : "it is called back by what it is given to";
}

export function isCall(node: ts.Node): node is CallNode {
  return ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node);
}

/** What can be passed as a callback by its name. */
function isReference(node: ts.Node): boolean {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** The node of each call's span: the outermost one that can be meant. */
export function findCalls(tree: ts.SourceFile, spans: readonly Span[]): readonly (ts.Node | undefined)[] {
  return spans.map((span) => {
    let node: ts.Node = tree;
    for (;;) {
      const child: ts.Node | undefined = ts.forEachChild(node, (candidate) =>
        candidate.pos <= span.start && span.end <= candidate.end ? candidate : undefined,
      );
      if (child === undefined) return undefined;
      const isWanted = isCall(child) || ts.isNewExpression(child) || isReference(child);
      if (isWanted && child.getStart(tree) === span.start && child.end === span.end) return child;
      node = child;
    }
  });
}

function toFix(bench: Workbench, plan: Plan): Fix {
  const isSafe = plan.cautions.length === 0;
  const caution = isSafe ? "" : ` (unsafe: ${plan.cautions.join("; ")})`;
  return {
    kind: plan.does?.kind ?? "await-twin",
    title: `${plan.does?.title ?? awaitTitle(plan)}${caution}`,
    safe: isSafe,
    edits: toEdits(bench, [plan]),
  };
}

function awaitTitle({ callee, forms, note }: Plan): string {
  const [form] = forms ?? [];
  return `Await \`${callee}\`${form === undefined ? "" : ` ${form.title}`}${note === undefined ? "" : `, ${note}`}`;
}
