/** Functions that become asynchronous: marked, their blocking calls rewritten, the calls of them awaited. */
import type { Span } from "../../../core/facts";
import type { Edit } from "../../../core/findings";
import type { AsyncOutcome, AsyncRequest, FixTarget, ProjectContext } from "../../language";
import type { PyEvaluator } from "../evaluate";
import { suspensionHazard } from "./hazards";
import { minorOf } from "./hop";
import { compatible, nodeAt, planTargets, toEdits, workbenchOf } from "./index";
import type { LocalEdit, Plan, Workbench } from "./plan";
import type { PyNode } from "../tree";
import { awaitSite, needsParentheses } from "./site";
import { closing, startOf } from "./wrap";

const ASYNC = "async ";

/**
 * All changes of one file, or the first that can't be made. Planned on the text in which the functions are asynchronous
 * already (`evaluatorOf` gives the values of a text), and brought back to where things stand in the text that is there.
 */
export function makeAsync(
  file: string,
  text: string,
  request: AsyncRequest,
  project: ProjectContext,
  evaluatorOf: (text: string) => PyEvaluator,
): AsyncOutcome {
  const marks = request.functions.map(({ start }) => start).sort((a, b) => a - b);
  const evaluator = evaluatorOf(marked(text, marks));
  const there = (offset: number): number => offset + ASYNC.length * marks.filter((mark) => mark < offset).length;
  const spanThere = ({ start, end }: Span): Span => ({ start: there(start), end: there(end) });
  const targets: FixTarget[] = request.targets.map((target) => ({ ...target, span: spanThere(target.span) }));
  const bench = workbenchOf(evaluator, targets, project);
  const plans: Plan[] = [];
  for (const [index, planned] of planTargets(bench, targets).entries()) {
    const at = request.targets[index]?.span.start ?? 0;
    if ("refusal" in planned) return { refusal: planned.refusal, at };
    const [plan] = planned.plans;
    if (plan === undefined) return { refusal: "what blocks there has no asynchronous form", at };
    plans.push(plan);
  }
  const targeted = new Set(plans);
  for (const span of request.awaits) {
    const call = nodeAt(evaluator.file.root, spanThere(span));
    const planned = call === undefined ? { refusal: "the call isn't found again" } : awaitPlan(bench, call);
    if ("refusal" in planned) return { refusal: planned.refusal, at: span.start };
    plans.push(planned);
  }
  const chosen = compatible(plans);
  const isTaken = (plan: Plan): boolean => targeted.has(plan) && chosen.some((other) => isPartOf(plan, other));
  if (plans.some((plan) => !chosen.includes(plan) && !isTaken(plan)))
    return { refusal: "it is in a block that would move to a thread", at: 0 };
  const cautions = [...new Set(chosen.flatMap((plan) => plan.cautions))];
  const here = (offset: number): number => {
    const before = marks.filter((mark, index) => mark + ASYNC.length * index < offset).length;
    return Math.max(offset - ASYNC.length * before, marks[before - 1] ?? 0);
  };
  const edits = toEdits(bench, chosen).map((edit) => ({
    ...edit,
    span: { start: here(edit.span.start), end: here(edit.span.end) },
  }));
  return { edits: withMarks(file, edits, marks), cautions };
}

function marked(text: string, marks: readonly number[]): string {
  let result = "";
  let copied = 0;
  for (const mark of marks) {
    result += text.slice(copied, mark) + ASYNC;
    copied = mark;
  }
  return result + text.slice(copied);
}

/** What is planned at the place of a mark is an import above it. */
function withMarks(file: string, edits: readonly Edit[], marks: readonly number[]): readonly Edit[] {
  const own = marks.map((mark): Edit => ({ file, span: { start: mark, end: mark }, text: ASYNC }));
  // Stable: at one place the marks come last.
  return [...edits, ...own].sort((a, b) => a.span.start - b.span.start);
}

/** Whether a plan is the same as another, or happens with it. */
function isPartOf({ range }: Plan, other: Plan): boolean {
  const isSame = range.start === other.range.start && range.end === other.range.end;
  return isSame || (other.moves && other.range.start <= range.start && range.end <= other.range.end);
}

function awaitPlan(bench: Workbench, call: PyNode): Plan | { readonly refusal: string } {
  const { evaluator } = bench;
  const site = awaitSite(evaluator, call, minorOf(bench));
  if ("refusal" in site) return site;
  const hazard = suspensionHazard(evaluator, call);
  if (hazard !== undefined && "refuse" in hazard) return { refusal: hazard.refuse };
  const isFollowed = needsParentheses(call);
  const start = startOf(evaluator.file.text, call);
  const edits: LocalEdit[] = [...site.edits, { start, end: start, text: isFollowed ? "(await " : "await " }];
  if (isFollowed) edits.push(closing(call.end, ")"));
  return {
    title: "",
    cautions: hazard === undefined ? [] : [hazard.caution],
    edits,
    needs: [],
    range: { start: call.start, end: call.end },
    moves: false,
  };
}
