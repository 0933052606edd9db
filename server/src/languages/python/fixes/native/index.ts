/** Native forms: the call of an asynchronous library that is at hand, in place of the same call in a thread. */
import type { Job, Plan, Planned } from "../plan";
import type { NativePlans } from "./atHand";
import { createProcessPlans } from "./createProcess";
import { filePlans } from "./files";
import { httpxPlans } from "./httpx";
import { httpxClientPlans } from "./httpxClient";
import { pathPlans } from "./paths";
import { runProcessPlans } from "./runProcess";
import { sqlitePlans } from "./sqlite";

const FORMS: readonly ((job: Job) => NativePlans)[] = [
  filePlans,
  pathPlans,
  runProcessPlans,
  createProcessPlans,
  httpxPlans,
  httpxClientPlans,
  sqlitePlans,
];

/**
 * The executor's plans with the native ones in their places; where no executor can do it, the native ones alone. What
 * rewrites a whole block comes before what moves one call of it: the two don't go together.
 */
export function withNative(job: Job, planned: Planned): Planned {
  const found = FORMS.map((form) => form(job));
  const first = found.flatMap((one) => one.first);
  const second = found.flatMap((one) => one.second);
  if (first.length + second.length === 0) return planned;
  if ("refusal" in planned) return { plans: [...first, ...second] };
  const [executor, ...others] = planned.plans;
  if (executor === undefined) return { plans: [...first, ...second] };
  const isWider = ({ range }: Plan): boolean => range.start < executor.range.start || executor.range.end < range.end;
  const [wider, alike] = [second.filter(isWider), second.filter((plan) => !isWider(plan))];
  return { plans: [...first, ...wider, executor, ...alike, ...others] };
}
