/** A blocking call → the same call in a thread or a process. */
import { childOf, type PyNode } from "../tree";
import type { Hop } from "./hop";
import { shortText } from "./moved";
import type { Job, LocalEdit, Need, Plan } from "./plan";
import { needsParentheses } from "./site";

/** What every plan of one call shares: cautions, and edits around it. */
export interface Surroundings {
  readonly cautions: readonly string[];
  readonly edits: readonly LocalEdit[];
}

/** `f(a, k=1)` → `await hop(f, a, k=1)`. Only callee and punctuation are edited, so nested calls can be fixed together. */
export function wrapCall(job: Job, hop: Hop, around: Surroundings): Plan {
  const { evaluator, call } = job;
  const { text } = evaluator.file;
  const callee = childOf(call, "function") ?? call;
  const list = childOf(call, "arguments") ?? call;
  const given = list.children.filter(({ type }) => type !== "comment");
  const isGenerator = list.type === "generator_expression";
  const hasKeywords =
    !isGenerator && given.some(({ type }) => type === "keyword_argument" || type === "dictionary_splat");
  const partial = hasKeywords && !hop.keywords ? job.names.access("functools", ["partial"], call) : undefined;
  const isFollowed = needsParentheses(call);
  const [lineBreak] =
    partial === undefined && !isGenerator && hop.isCurried !== true
      ? (/^[ \t]*(?:\r\n|\n|\r)[ \t]*/.exec(text.slice(list.start + 1)) ?? [])
      : [];
  // Arguments on lines of their own: the callee gets one too.
  const ownLine =
    lineBreak !== undefined && given.length > 0 && !/[\r\n]/.test(text.slice(call.start, list.start)) ? lineBreak : "";
  const open = ownLine === "" ? hop.open : hop.open.trimEnd();
  const before = `${isFollowed ? "(" : ""}await ${open}${partial === undefined ? "" : `${partial.text}(`}${ownLine}`;
  const separator = /\s/.test(text.charAt(list.start + 1)) ? "," : ", ";
  const between = hop.isCurried === true ? ")(" : given.length === 0 ? "" : separator;
  const after = `${partial === undefined ? "" : ")"}${isFollowed ? ")" : ""}`;
  const start = startOf(text, call);
  const edits: LocalEdit[] = [{ start, end: start, text: before }];
  if (isGenerator)
    edits.push(
      { start: callee.end, end: list.start, text: hop.isCurried === true ? ")(" : ", " },
      closing(list.end, `)${after}`),
    );
  else {
    edits.push({ start: callee.end, end: list.start + 1, text: between });
    if (after !== "") edits.push(closing(call.end, after));
  }
  return {
    title: `Run \`${shortText(evaluator, callee)}\` in a ${hop.isProcess ? "process" : "thread"}: \`${hop.name}\``,
    cautions: [...around.cautions, ...hop.cautions],
    edits: [...around.edits, ...edits],
    needs: [...hop.needs, ...(partial?.needs ?? [])],
    range: { start: call.start, end: call.end },
    moves: false,
  };
}

/** `a().b()` → `await hop(lambda: a().b())`; with `asList`, a list is made of it there. */
export function wrapLambda(job: Job, hop: Hop, moved: PyNode, asList: boolean, around: Surroundings): Plan {
  const isFollowed = needsParentheses(moved);
  const start = startOf(job.evaluator.file.text, moved);
  const before = `${isFollowed ? "(" : ""}await ${hop.open}lambda: ${asList ? "list(" : ""}`;
  const after = `${asList ? ")" : ""})${hop.isCurried === true ? "()" : ""}${isFollowed ? ")" : ""}`;
  return {
    title: `Run \`${shortText(job.evaluator, moved)}\` in a thread: \`${hop.name}\``,
    cautions: [...around.cautions, ...hop.cautions],
    edits: [...around.edits, { start, end: start, text: before }, closing(moved.end, after)],
    needs: hop.needs,
    range: { start: moved.start, end: moved.end },
    moves: true,
  };
}

/** `time.sleep(1)` → `await asyncio.sleep(1)`. */
export function awaitNative(job: Job, callee: string, needs: readonly Need[], around: Surroundings): Plan {
  const { call } = job;
  const old = childOf(call, "function") ?? call;
  const isFollowed = needsParentheses(call);
  const edits: LocalEdit[] = [
    { start: startOf(job.evaluator.file.text, call), end: old.end, text: `${isFollowed ? "(" : ""}await ${callee}` },
  ];
  if (isFollowed) edits.push(closing(call.end, ")"));
  return {
    title: `Await \`${callee}\``,
    cautions: around.cautions,
    edits: [...around.edits, ...edits],
    needs,
    range: { start: call.start, end: call.end },
    moves: false,
  };
}

/** The grammar takes the `*` of `[*f()]` for a part of the call. */
export function startOf(text: string, node: PyNode): number {
  return node.start + (/^\*+\s*/.exec(text.slice(node.start, node.end))?.[0].length ?? 0);
}

export function closing(at: number, text: string): LocalEdit {
  return { start: at, end: at, text, closes: true };
}
