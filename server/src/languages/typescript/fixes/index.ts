/** Rewrites of blocking calls: one fix a plan, or all first plans of a file together. */
import { ts } from "ts-morph";
import type { Span } from "../../../core/facts";
import type { Edit, Fix } from "../../../core/findings";
import type { FixOutcome, FixTarget, ProjectContext } from "../../language";
import { callbackUse, inlineReference, type InlineReference } from "../callbacks";
import type { Evaluator } from "../evaluate";
import { evaluatorOf } from "../session";
import { toEdits } from "./merge";
import { FileNames } from "./names";
import { planInline } from "./inline";
import { expandReferences } from "./inline/references";
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
  return planAll(file, text, targets, project, "apart", ({ planned, editsOf }) => {
    if ("refusal" in planned) return { fixes: [], refusal: planned.refusal };
    return { fixes: planned.plans.map((plan) => toFix(plan, editsOf([plan]))) };
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
  return chosen.length === 0 ? [] : first.editsOf(chosen);
}

interface PlannedTarget {
  readonly planned: Planned;
  /** Plans as edits of the file's text. */
  readonly editsOf: (plans: readonly Plan[]) => readonly Edit[];
}

function planAll<T>(
  file: string,
  text: string,
  targets: readonly FixTarget[],
  project: ProjectContext,
  applied: "together" | "apart",
  use: (result: PlannedTarget) => T,
): readonly T[] {
  const written = evaluatorOf(file, text);
  const expansion = expandReferences(
    written,
    targets.flatMap((target) => referenceOf(written, target)),
  );
  const evaluator = expansion?.evaluator ?? written;
  const { tree } = evaluator.file;
  const spans = targets.map(({ span }) => expansion?.spanOf(span) ?? span);
  const calls = findCalls(
    tree,
    spans.filter((_, index) => targets[index]?.work === undefined),
  );
  const shared = workbench(evaluator, project, [], calls);
  return targets.map((target, index) => {
    // New variables of one fix are not in the way of another's, unless both are made.
    const isOwn = target.work !== undefined && applied === "apart";
    const bench = isOwn ? workbench(evaluator, project, [], calls) : shared;
    const span = spans[index] ?? target.span;
    const node = target.work === undefined ? findCalls(tree, [span])[0] : findWork(tree, span);
    const planned: Planned = node === undefined ? { plans: [] } : planNode(bench, node, target);
    const editsOf = (plans: readonly Plan[]): readonly Edit[] => {
      const edits = toEdits(bench, plans);
      return expansion?.editsOf(edits) ?? edits;
    };
    return use({ planned, editsOf });
  });
}

/** The reference that a target is, where calling it with an element alone is the same. */
export function referenceOf(evaluator: Evaluator, { span, entry, work }: FixTarget): readonly InlineReference[] {
  if (work !== undefined || entry.twin === undefined || entry.arity !== 1) return [];
  const node = findCalls(evaluator.file.tree, [span])[0];
  const reference = node && inlineReference(evaluator, node);
  return reference === undefined ? [] : [reference];
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
  if (!isCall(node)) return { refusal: formRefusal(bench.evaluator, node, target) };
  if (target.entry.twin === undefined) return { plans: [] };
  const oneAtATime = target.entry.category === "compression";
  const planIn = (inside: Workbench): Planned => planCall({ ...inside, call: node, target });
  return planInline(bench, { node, oneAtATime }, planIn) ?? planIn(bench);
}

function formRefusal(evaluator: Evaluator, node: ts.Node, { entry }: FixTarget): string {
  if (ts.isNewExpression(node)) return "a constructor has no asynchronous form";
  let outer = node.parent;
  while (!ts.isCallExpression(outer) && !ts.isNewExpression(outer)) outer = outer.parent;
  const name = calledName(outer);
  if (entry.arity !== 1 && inlineReference(evaluator, node) !== undefined)
    return `${name} gives it the index too, as its second argument`;
  const use = callbackUse(evaluator, outer, node as ts.Expression);
  return use.repeated ? `${name} calls it back and can't await it` : "it is called back by what it is given to";
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

function toFix(plan: Plan, edits: readonly Edit[]): Fix {
  const isSafe = plan.cautions.length === 0;
  const caution = isSafe ? "" : ` (unsafe: ${plan.cautions.join("; ")})`;
  return {
    kind: plan.does?.kind ?? "await-twin",
    title: `${plan.does?.title ?? awaitTitle(plan)}${caution}`,
    safe: isSafe,
    edits,
  };
}

function awaitTitle({ callee, forms, note }: Plan): string {
  const [form] = forms ?? [];
  return `Await \`${callee}\`${form === undefined ? "" : ` ${form.title}`}${note === undefined ? "" : `, ${note}`}`;
}
