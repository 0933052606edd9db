/** Something that computes on the event loop → plans: another process, or a loop that lets others have a turn. */
import type { WorkFacts } from "../../../../core/facts";
import type { Job, Planned } from "../plan";
import { extractPlans } from "./extract";
import { waitPlan } from "./wait";
import { yieldPlans } from "./yields";

/** Plans, best first: a busy wait becomes a wait, what computes goes to a process; a loop can also give control back. */
export function planWork(job: Job, work: WorkFacts): Planned {
  if (work.kind === "recursion") return { refusal: "it is called by others: run those calls in a process" };
  if (work.kind === "pattern") return { refusal: "the expression has to be written otherwise" };
  const waited = work.sign?.kind === "busy-wait" ? waitPlan(job) : undefined;
  if (waited !== undefined) return waited;
  const yielding = yieldPlans(job, work);
  // What waits or never ends isn't over sooner in another process.
  const isComputation = work.sign?.kind !== "busy-wait" && work.sign?.kind !== "endless";
  const extracted = isComputation ? extractPlans(job) : { refusal: "it never ends" };
  const [first, second] = [extracted, yielding];
  if ("plans" in first) return { ...first, plans: [...first.plans, ...("plans" in second ? second.plans : [])] };
  if (!("plans" in second)) return isComputation ? first : second;
  if (!isComputation) return second;
  return {
    ...second,
    refused: [{ title: "Run it in a process", reason: `Not run in a process because ${first.refusal}.` }],
  };
}
