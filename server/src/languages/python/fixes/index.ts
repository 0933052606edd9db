/** Rewrites of blocking calls in Python: one fix a plan, or all first plans of a file together. */
import type { Edit, Fix } from "../../../core/findings";
import type { Span } from "../../../core/facts";
import type { FixOutcome, FixTarget, ProjectContext, Refactorings } from "../../language";
import type { PyEvaluator } from "../evaluate";
import type { PyNode } from "../tree";
import { gatherPlans } from "./gather/index";
import { importEdits } from "./imports";
import { wrapperOf } from "./library";
import { FileNames } from "./names";
import type { LocalEdit, Plan, Planned, Workbench } from "./plan";
import { planCall } from "./rewrite";

/** Rewrites for each target, best first, or why there is none. */
export function fixesFor(
  evaluator: PyEvaluator,
  targets: readonly FixTarget[],
  project: ProjectContext,
): readonly FixOutcome[] {
  const { bench, planned } = planAll(evaluator, targets, project);
  return planned.map((one) =>
    "refusal" in one
      ? { fixes: [], refusal: one.refusal }
      : {
          fixes: one.plans.map((plan) => toFix(bench, plan)),
          ...(one.refused?.length ? { refused: one.refused } : {}),
        },
  );
}

/** First plans of all targets together; with `unsafe: false` only the safe ones. */
export function fixAllEdits(
  evaluator: PyEvaluator,
  targets: readonly FixTarget[],
  project: ProjectContext,
  options: { readonly unsafe: boolean },
): readonly Edit[] {
  const { bench, planned } = planAll(evaluator, targets, project);
  const first = planned.flatMap((one) => ("plans" in one ? one.plans.slice(0, 1) : []));
  const chosen = compatible(first.filter((plan) => options.unsafe || plan.cautions.length === 0));
  return chosen.length === 0 ? [] : toEdits(bench, chosen);
}

/** Rewrites of code at `span` in which nothing was found. */
export function refactoringsAt(evaluator: PyEvaluator, span: Span, project: ProjectContext): Refactorings {
  const bench = workbenchOf(evaluator, [], project);
  const { plans, refused } = gatherPlans(bench, span);
  const offered = plans.map((plan) => ({ title: titleOf(plan), edits: toEdits(bench, [plan]) }));
  return { kind: "gather", offered, refused };
}

function planAll(
  evaluator: PyEvaluator,
  targets: readonly FixTarget[],
  project: ProjectContext,
): { readonly bench: Workbench; readonly planned: readonly Planned[] } {
  const bench = workbenchOf(evaluator, targets, project);
  return { bench, planned: planTargets(bench, targets) };
}

/** What the plans for one text share. */
export function workbenchOf(evaluator: PyEvaluator, targets: readonly FixTarget[], project: ProjectContext): Workbench {
  const byNode = new Map<PyNode, FixTarget[]>();
  for (const target of targets) {
    const node = nodeAt(evaluator.file.root, target.span);
    if (node !== undefined) byNode.set(node, [...(byNode.get(node) ?? []), target]);
  }
  return { evaluator, names: new FileNames(evaluator, wrapperOf(project)?.module), project, targets: byNode };
}

export function planTargets(bench: Workbench, targets: readonly FixTarget[]): readonly Planned[] {
  return targets.map((target): Planned => {
    const call = nodeAt(bench.evaluator.file.root, target.span);
    return call === undefined ? { plans: [] } : planCall({ ...bench, call, target });
  });
}

/** The innermost expression with exactly this span; undefined when there is none. */
export function nodeAt(root: PyNode, { start, end }: Span): PyNode | undefined {
  let node: PyNode | undefined = root;
  let found: PyNode | undefined;
  while (node !== undefined) {
    if (node.start === start && node.end === end) found = node;
    node = node.children.find((child) => child.start <= start && end <= child.end);
  }
  return found;
}

/** What moves to a thread as a whole takes what is in it along: outer plans before inner ones, each once. */
export function compatible(plans: readonly Plan[]): readonly Plan[] {
  const outerFirst = [...plans].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const chosen: Plan[] = [];
  for (const plan of outerFirst) {
    const isTaken = chosen.some(
      (other) =>
        (other.moves && overlaps(other.range, plan.range)) ||
        isSame(other.range, plan.range) ||
        (plan.moves && other.edits.some((edit) => overlaps(edit, plan.range))),
    );
    if (!isTaken) chosen.push(plan);
  }
  return chosen;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function toFix(bench: Workbench, plan: Plan): Fix {
  const isSafe = plan.cautions.length === 0;
  return { kind: plan.kind ?? "await-twin", title: titleOf(plan), safe: isSafe, edits: toEdits(bench, [plan]) };
}

function titleOf({ title, cautions }: Plan): string {
  return title + (cautions.length === 0 ? "" : ` (unsafe: ${cautions.join("; ")})`);
}

/**
 * Edits of all plans with their imports, in the order of their position. At the same offset, what closes a call comes
 * before what opens the next one; of two that close there the inner call's is first, of two that open the outer call's.
 */
export function toEdits(bench: Workbench, plans: readonly Plan[]): readonly Edit[] {
  const outerFirst = [...plans].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const closing = outerFirst
    .toReversed()
    .flatMap((plan) => plan.edits.filter((edit) => edit.closes === true).toReversed());
  const opening = outerFirst.flatMap((plan) => plan.edits.filter((edit) => edit.closes !== true));
  const edits: LocalEdit[] = once([...closing, ...importEdits(bench, plans), ...opening]);
  // The sort is stable: edits at the same place stay in the order above.
  edits.sort((a, b) => a.start - b.start);
  return edits.map(({ start, end, text }) => ({ file: bench.evaluator.file.file, span: { start, end }, text }));
}

/** Brackets that several plans share are written once. */
function once(edits: readonly LocalEdit[]): LocalEdit[] {
  const seen = new Set<string>();
  return edits.filter(({ start, end, text, shared }) => {
    const key = `${String(start)} ${String(end)} ${text}`;
    if (shared !== true) return true;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
