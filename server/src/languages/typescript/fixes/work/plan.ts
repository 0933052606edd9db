/** Plans for something that computes: what can be done in its own file. */
import { ts } from "ts-morph";
import type { WorkFacts } from "../../../../core/facts";
import { lengthOf } from "../../loops/constants";
import type { Planned, Workbench } from "../plan";
import { awaitRefusal } from "../site";
import { planBreaths } from "./breathe";
import { planBusyWait } from "./busyWait";
import { boundaryHazard } from "./shared";

/** Something that computes, and nanoseconds of one time around. */
export interface Work {
  readonly work: WorkFacts;
  readonly each: number;
}

/** Loops give control back now and then; what calls back, recurs or matches has nowhere to do that. */
export function planWork(bench: Workbench, node: ts.Node, { work, each }: Work): Planned {
  if (work.kind !== "loop" || !ts.isIterationStatement(node, false)) return { plans: [] };
  const refusal = awaitRefusal(bench.evaluator, node, bench);
  if (refusal !== undefined) return { refusal };
  const { sign } = work;
  if (sign?.kind === "busy-wait") return planBusyWait(bench, node);
  if (sign?.kind === "endless") return { refusal: "nobody knows what ends it" };
  if (makesLongList(bench, node)) return { refusal: "the list that it goes through is made at once: count instead" };
  const hazard = boundaryHazard(bench.evaluator, node);
  if (hazard !== undefined) return { refusal: hazard };
  return planBreaths(bench, node, { each, isQuadratic: sign?.kind === "quadratic" });
}

/** From here on making a list takes longer than a slice. */
const LONG_LIST = 1e6;

/** `for (const i of Array.from({ length: 1e8 }))`: what takes long there is the list, too. */
function makesLongList({ evaluator }: Workbench, loop: ts.IterationStatement): boolean {
  if (!ts.isForOfStatement(loop) || ts.isIdentifier(loop.expression)) return false;
  return (lengthOf(evaluator, loop.expression) ?? 0) >= LONG_LIST;
}
